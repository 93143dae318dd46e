#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/experiment_design.hpp"
#include "analysis/samples.hpp"
#include "sim/core/embedded.hpp"
#include "sim/core/failure.hpp"
#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/schema_check.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

const Schema& design_schema() {
  static const Schema schema(embedded_file("design.schema.json"));
  return schema;
}

/// Reads the inputs of a checked file and complains of what the schema cannot see.
class InputReader {
 public:
  InputReader(const Node& root, const json& checked) : root_(root), checked_(checked) {}

  [[nodiscard]] std::vector<ExperimentInput> inputs() {
    const Node* written = root_.find("parameters");
    std::vector<ExperimentInput> all;
    if (written == nullptr || !written->is_map()) return all;
    for (const Node& node : written->children) all.push_back(input(node, checked_.at("parameters").at(node.key)));
    return all;
  }

  /// Groups first, then every other input by itself.
  [[nodiscard]] std::vector<ExperimentFactor> factors(const std::vector<ExperimentInput>& inputs) {
    std::vector<ExperimentFactor> all;
    std::set<std::size_t> grouped;
    const Node* groups = root_.find("groups");
    for (std::size_t g = 0; groups != nullptr && g < groups->children.size(); ++g) {
      const Node& group = groups->children[g];
      ExperimentFactor factor{group.key, {}};
      for (const Node& name : group.children) {
        const std::size_t found = place_of(inputs, name.text);
        if (found == inputs.size()) {
          complain(name.place, "groups." + group.key + " names " + name.text + ", which is no input of parameters" +
                                   did_you_mean(name.text, names_of(inputs)));
        } else if (!grouped.insert(found).second) {
          complain(name.place, "groups." + group.key + " names " + name.text + ", which is in a group already");
        } else {
          factor.inputs.push_back(found);
        }
      }
      all.push_back(factor);
    }
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (!grouped.contains(i)) all.push_back({inputs[i].name, {i}});
    }
    return all;
  }

  [[nodiscard]] std::vector<Complaint> complaints() const { return complaints_; }

 private:
  void complain(const Place& place, const std::string& message) { complaints_.push_back({place, message}); }

  [[nodiscard]] static std::vector<std::string> names_of(const std::vector<ExperimentInput>& inputs) {
    std::vector<std::string> names;
    for (const ExperimentInput& input : inputs) names.push_back(input.name);
    return names;
  }

  [[nodiscard]] static std::size_t place_of(const std::vector<ExperimentInput>& inputs, const std::string& name) {
    const auto is_it = [&](const ExperimentInput& input) { return input.name == name; };
    return static_cast<std::size_t>(std::find_if(inputs.begin(), inputs.end(), is_it) - inputs.begin());
  }

  ExperimentInput input(const Node& node, const json& value) {
    ExperimentInput own;
    own.name = node.key;
    if (node.key == "inert") complain(node.key_place, "parameters.inert is the name of the input that has no effect");
    if (value.contains("levels")) {
      for (const Node& level : node.find("levels")->children) own.levels.push_back(level.text);
    } else if (value.contains("low") || value.contains("high")) {
      own.distribution = range(node, value);
    } else if (value.contains("uniform")) {
      own.distribution = {Distribution::Kind::uniform, value.at("uniform").at(0), 0.0, value.at("uniform").at(1)};
    } else if (value.contains("triangular")) {
      const json& numbers = value.at("triangular");
      own.distribution = {Distribution::Kind::triangular, numbers.at(0), numbers.at(1), numbers.at(2)};
    } else {
      own.distribution = of_file(node);
    }
    if (value.size() > (value.contains("low") ? 2U : 1U)) {
      complain(node.key_place, "parameters." + node.key +
                                   " is given in more than one way; low and high, uniform, triangular or levels");
    }
    check(node, own);
    return own;
  }

  Distribution range(const Node& node, const json& value) {
    if (value.contains("low") && value.contains("high")) {
      return {Distribution::Kind::uniform, value.at("low"), 0.0, value.at("high")};
    }
    complain(node.key_place, "parameters." + node.key + " needs both low and high");
    return {Distribution::Kind::uniform, 0.0, 0.0, 1.0};
  }

  Distribution of_file(const Node& node) {
    const ParameterRecord* record = parameter_record(node.key);
    if (record != nullptr && record->distribution.kind != Distribution::Kind::fixed) return record->distribution;
    const std::string why = record == nullptr ? " is no parameter of parameters.yaml" : " is fixed in parameters.yaml";
    complain(node.key_place, "parameters." + node.key + why + "; give low and high, or levels");
    return {Distribution::Kind::uniform, 0.0, 0.0, 1.0};
  }

  void check(const Node& node, const ExperimentInput& own) {
    const Distribution& d = own.distribution;
    const bool ordered = d.kind == Distribution::Kind::triangular ? d.low <= d.mode && d.mode <= d.high : true;
    if (own.levels.empty() && !(ordered && d.low < d.high)) {
      complain(node.key_place, fmt::format("parameters.{} runs from {} to {}; it must rise", node.key,
                                           number_text(d.low), number_text(d.high)));
    }
    const ParameterRecord* record = parameter_record(node.key);
    if (record == nullptr || !own.levels.empty() || (d.low >= record->low && d.high <= record->high)) return;
    complain(node.key_place,
             fmt::format("parameters.{} runs from {} to {}, must be within {} to {} {}", node.key, number_text(d.low),
                         number_text(d.high), number_text(record->low), number_text(record->high), record->unit));
  }

  const Node& root_;
  const json& checked_;
  std::vector<Complaint> complaints_;
};

void append(std::vector<Complaint>& all, const std::vector<Complaint>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

SamplingPlan plan_of(const json& checked) {
  static constexpr std::array<std::string_view, 6> names = {"sobol", "morris", "lhs", "grid", "one_at_a_time", "list"};
  const auto* const found = std::find(names.begin(), names.end(), checked.at("design").get<std::string>());
  return static_cast<SamplingPlan>(found - names.begin());
}

void take_list(const Node& root, const json& checked, ExperimentDesign& design, std::vector<Complaint>& complaints) {
  if (!checked.contains("rows")) {
    complaints.push_back({place_at(root, {"design"}), "design is list, which needs rows: the path of a CSV table"});
    return;
  }
  const Node& rows = *root.find("rows");
  design.listed = read_design_table(rows.place.resolve(rows.text));
  for (const std::string& name : design.listed.names) design.inputs.push_back({name, {}, {}});
}

void check_size(const Node& root, const ExperimentDesign& design, std::vector<Complaint>& complaints) {
  if (design.plan != SamplingPlan::list && design.inputs.empty()) {
    complaints.push_back({root.place, "parameters has no inputs that vary"});
  }
  if (design.plan == SamplingPlan::morris && design.levels % 2 != 0) {
    complaints.push_back({place_at(root, {"levels"}), fmt::format("levels is {}, must be even", design.levels)});
  }
  if (design.plan == SamplingPlan::sobol && 2 * design.factors.size() > most_sobol_dimensions) {
    complaints.push_back(
        {place_at(root, {"parameters"}), fmt::format("parameters has {} inputs and groups, a sobol design at most {}",
                                                     design.factors.size(), most_sobol_dimensions / 2)});
  }
}

}  // namespace

ExperimentDesign read_experiment_design(const std::filesystem::path& path) {
  const Document document = read_document(path);
  std::vector<Complaint> complaints = document.complaints;
  if (!document.complete) refuse(complaints, ExitCode::invalid_scenario);
  SchemaReport report = design_schema().check(document.root);
  append(complaints, report.complaints);
  refuse(complaints, ExitCode::invalid_scenario);
  const json checked = design_schema().with_defaults(std::move(report.value));

  ExperimentDesign design;
  design.name = checked.value("name", path.stem().string());
  design.plan = plan_of(checked);
  design.samples = checked.at("samples").get<std::size_t>();
  design.levels = checked.at("levels").get<int>();
  design.second_order = checked.at("second_order").get<bool>();
  design.seed = checked.at("seed").get<std::uint64_t>();
  InputReader reader(document.root, checked);
  design.inputs = reader.inputs();
  design.factors = reader.factors(design.inputs);
  complaints = reader.complaints();
  if (design.plan == SamplingPlan::list) take_list(document.root, checked, design, complaints);
  const bool indices = design.plan == SamplingPlan::sobol || design.plan == SamplingPlan::morris;
  if (indices && checked.at("inert").get<bool>()) design.factors.push_back({"inert", {}});
  check_size(document.root, design, complaints);
  refuse(complaints, ExitCode::invalid_scenario);
  return design;
}

}  // namespace districtsim
