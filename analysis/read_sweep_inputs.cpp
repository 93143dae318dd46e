#include "analysis/read_sweep_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "analysis/measures.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/schema_check.hpp"
#include "sim/scenario/suggest.hpp"
#include "sim/scenario/text_file.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

/// Reads the keys of a design that are about runs, and gathers complaints.
class SweepReader {
 public:
  SweepReader(const Node& root, const json& checked, std::vector<Complaint>& complaints)
      : root_(root), checked_(checked), complaints_(complaints) {}

  SweepInputs read(SamplingPlan plan) {
    SweepInputs sweep;
    if (const Node* base = root_.find("base")) sweep.base = file(*base, "base");
    sweep.layers = files("layers");
    sweep.alternatives = files("alternatives");
    sweep.replicates = checked_.at("replicates").get<std::size_t>();
    sweep.years = checked_.value("years", 0);
    sweep.luck_seed = checked_.at("luck_seed").get<std::uint64_t>();
    sweep.luck = luck(plan);
    sweep.parameters_drawn = checked_.at("other_parameters") == "drawn";
    measures(sweep);
    check_replicates(sweep);
    return sweep;
  }

 private:
  void complain(const NodePath& path, const std::string& message) {
    complaints_.push_back({place_at(root_, path), message});
  }

  std::filesystem::path file(const Node& node, const std::string& key) {
    std::filesystem::path path = node.place.resolve(node.text);
    if (const std::optional<std::string> why = why_unreadable(path)) {
      complaints_.push_back({node.place, unreadable_file(key, node.text, path, *why)});
    }
    return path;
  }

  std::vector<std::filesystem::path> files(const std::string& key) {
    std::vector<std::filesystem::path> paths;
    const Node* list = root_.find(key);
    if (list == nullptr) return paths;
    if (root_.find("base") == nullptr) complain({key}, key + " needs base, the scenario that is run");
    for (std::size_t row = 0; row < list->children.size(); ++row) {
      paths.push_back(file(list->children[row], fmt::format("{}.{}", key, row)));
    }
    return paths;
  }

  [[nodiscard]] LuckSharing luck(SamplingPlan plan) {
    static constexpr std::array<std::string_view, 3> names = {"block", "row", "common"};
    const bool blocks = plan == SamplingPlan::sobol || plan == SamplingPlan::morris;
    if (!checked_.contains("luck")) {
      if (blocks) return LuckSharing::block;
      return plan == SamplingPlan::lhs ? LuckSharing::row : LuckSharing::common;
    }
    const auto written = checked_.at("luck").get<std::string>();
    if (written == "block" && !blocks) {
      complain({"luck"}, "luck is block, but only sobol and morris designs have blocks; row or common");
    }
    return static_cast<LuckSharing>(std::find(names.begin(), names.end(), written) - names.begin());
  }

  void check_replicates(const SweepInputs& sweep) {
    if (sweep.luck == LuckSharing::common || sweep.replicates <= most_replicates_with_own_luck) return;
    complain({"replicates"}, fmt::format("replicates is {}, must be at most {} unless luck is common", sweep.replicates,
                                         most_replicates_with_own_luck));
  }

  void measures(SweepInputs& sweep) {
    const Node* list = root_.find("measures");
    if (list == nullptr) return;
    std::set<std::pair<std::string, int>> chosen;
    for (std::size_t row = 0; row < list->children.size(); ++row) {
      const NodePath path = {"measures", std::to_string(row)};
      const std::optional<ChosenMeasure> measure = chosen_measure(path, list->children[row]);
      if (!measure) continue;
      if (!chosen.insert({measure->measure, measure->year}).second) {
        complain(path, path_text(path) + " is " + measure->measure + " once more");
      }
      sweep.measures.push_back(*measure);
    }
  }

  std::optional<ChosenMeasure> chosen_measure(const NodePath& path, const Node& node) {
    ChosenMeasure chosen;
    if (node.is_scalar()) {
      chosen.measure = node.text;
    } else {
      const json& entry = checked_.at("measures").at(std::stoul(path.back()));
      chosen.measure = entry.at("measure").get<std::string>();
      chosen.year = entry.value("year", 0);
      if (entry.contains("group") && measure_named(chosen.measure)) {
        const auto group = entry.at("group").get<std::string>();
        if (!measure_named(chosen.measure + "_" + group)) return no_group(path, chosen.measure, group);
        chosen.measure += "_" + group;
      }
    }
    const std::optional<std::size_t> row = measure_named(chosen.measure);
    if (!row) return no_measure(path, chosen.measure);
    if (district_measures()[*row].of == nullptr) {
      complain(path, path_text(path) + " is " + chosen.measure + ", which only compare has");
      return std::nullopt;
    }
    return chosen;
  }

  std::nullopt_t no_measure(const NodePath& path, const std::string& written) {
    std::vector<std::string> names;
    for (const DistrictMeasure& measure : district_measures()) names.emplace_back(measure.name);
    const std::string near = did_you_mean(written, names);
    complain(path, path_text(path) + " is " + shortened_text(written) + ", which is no measure" +
                       (near.empty() ? "; analysis/README.md lists them" : near));
    return std::nullopt;
  }

  std::nullopt_t no_group(const NodePath& path, const std::string& measure, const std::string& written) {
    std::vector<std::string> groups;
    for (const DistrictMeasure& other : district_measures()) {
      const std::string name(other.name);
      if (name.rfind(measure + "_", 0) == 0 && other.of != nullptr) groups.push_back(name.substr(measure.size() + 1));
    }
    const std::string near = did_you_mean(written, groups);
    const std::string there = groups.empty() ? "; it has none" : "; there are " + listed(groups);
    complain(path, path_text(path) + ".group is " + shortened_text(written) + ", which is no group of " + measure +
                       (near.empty() ? there : near));
    return std::nullopt;
  }

  const Node& root_;
  const json& checked_;
  std::vector<Complaint>& complaints_;
};

}  // namespace

SweepInputs read_sweep_inputs(const Node& root, const json& checked, SamplingPlan plan,
                              std::vector<Complaint>& complaints) {
  return SweepReader(root, checked, complaints).read(plan);
}

std::vector<Complaint> check_years(const Node& root, const std::vector<ScenarioVariants>& arms) {
  std::vector<Complaint> complaints;
  const int years = arms.front().base().calendar.years;
  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    const int own = arms[arm].base().calendar.years;
    if (own == years) continue;
    const NodePath path = {"alternatives", std::to_string(arm - 1)};
    complaints.push_back({place_at(root, path), fmt::format("{} has {} years, the base {}; say how many with years",
                                                            path_text(path), own, years)});
  }
  const Node* list = root.find("measures");
  for (std::size_t row = 0; list != nullptr && row < list->children.size(); ++row) {
    const Node* year = list->children[row].find("year");
    const double number = year == nullptr ? 0.0 : number_in(*year).value_or(0.0);
    if (number <= years) continue;
    complaints.push_back({year->place, fmt::format("measures.{}.year is {}, must be at most the {} years of a run", row,
                                                   year->text, years)});
  }
  return complaints;
}

}  // namespace districtsim
