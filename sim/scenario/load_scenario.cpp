#include "sim/scenario/load_scenario.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "sim/core/failure.hpp"
#include "sim/scenario/cross_checks.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/read_scenario.hpp"
#include "sim/scenario/schema_check.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

void append(std::vector<Complaint>& all, const std::vector<Complaint>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// In the order of reading: the file, what it extends, settings; each from top to bottom; nothing twice.
std::vector<std::string> messages(std::vector<Complaint> complaints, const MergedDocument& document) {
  const auto rank = [&document](const Complaint& complaint) {
    const auto source = std::find(document.sources.begin(), document.sources.end(), complaint.place.source);
    return std::tuple(source - document.sources.begin(), complaint.place.line, complaint.place.column);
  };
  std::stable_sort(complaints.begin(), complaints.end(),
                   [&rank](const Complaint& a, const Complaint& b) { return rank(a) < rank(b); });
  std::vector<std::string> texts;
  std::set<std::string> said;
  for (const Complaint& complaint : complaints) {
    const std::string text = complaint.text();
    if (said.insert(text).second) texts.push_back(text);
  }
  return texts;
}

[[noreturn]] void fail(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "\n") + text;
  throw Failure(ExitCode::invalid_scenario, all);
}

/// The checked text with all defaults, or nothing but complaints.
json checked_text(const MergedDocument& document, const std::filesystem::path& path,
                  std::vector<Complaint>& complaints) {
  SchemaReport report = scenario_schema().check(document.root);
  report.value = scenario_schema().with_defaults(std::move(report.value));
  append(complaints, report.complaints);
  append(complaints, cross_checks(document.root, report));
  if (!report.value.contains("name")) report.value["name"] = path.stem().string();
  return std::move(report.value);
}

void put_district(Scenario& scenario, const json& checked, const Node& root) {
  try {
    DistrictInput input = district_input(checked, root);
    scenario.district = std::move(input.profile);
    scenario.input_hash = std::move(input.hash);
  } catch (const Failure& failure) {
    if (failure.code() != ExitCode::invalid_scenario) throw;
    const std::string what = failure.what();
    throw Failure(failure.code(), place_at(root, {"district", "synthetic"}).text() + ": " + what);
  }
}

/// A scenario's or layer's text, checked, with all defaults. Throws with all messages.
json checked_file(MergedDocument& document, const std::filesystem::path& path, const std::vector<Override>& overrides) {
  std::vector<Complaint> complaints = document.complaints;
  if (!document.complete) fail(messages(complaints, document));
  append(complaints, apply_overrides(document.root, overrides));
  json checked = checked_text(document, path, complaints);
  if (!complaints.empty()) fail(messages(complaints, document));
  return checked;
}

}  // namespace

Scenario load_scenario(const std::filesystem::path& path, const std::vector<Override>& overrides,
                       const std::vector<std::filesystem::path>& layers) {
  MergedDocument document = read_with_extends(path, layers);
  const json checked = checked_file(document, path, overrides);
  if (!document.layer.empty()) {
    fail({path.string() + " is a " + document.layer + " layer, no scenario of its own: lay it over a scenario, as in " +
          "districtsim run SCENARIO --with " + path.string()});
  }

  Scenario scenario = scenario_without_district(checked, document.root);
  put_district(scenario, checked, document.root);
  scenario.district.network_begin =
      director_caseloads(scenario.district.schools.size(), scenario.framework.schools_per_director);
  scenario.resolved_text = resolved_text(checked);
  const std::vector<Complaint> complaints = selector_checks(document.root, scenario);
  if (!complaints.empty()) fail(messages(complaints, document));
  return scenario;
}

std::vector<std::string> scenario_errors(const std::filesystem::path& path, const std::vector<Override>& overrides) {
  std::vector<std::string> lines;
  try {
    if (layer_of(path).empty()) {
      static_cast<void>(load_scenario(path, overrides));
    } else {
      MergedDocument document = read_with_extends(path);
      static_cast<void>(checked_file(document, path, overrides));
    }
  } catch (const Failure& failure) {
    const std::string all = failure.what();
    for (std::size_t begin = 0; begin <= all.size();) {
      const std::size_t end = std::min(all.find('\n', begin), all.size());
      lines.push_back(all.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return lines;
}

}  // namespace districtsim
