#include "sim/scenario/checked_scenario.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "sim/core/failure.hpp"
#include "sim/scenario/cross_checks.hpp"
#include "sim/scenario/schema_check.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

using nlohmann::json;

namespace {

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

/// The text as it is written and with all defaults, or nothing but complaints.
CheckedText checked_text(const MergedDocument& document, const std::filesystem::path& path,
                         std::vector<Complaint>& complaints) {
  SchemaReport report = scenario_schema().check(document.root);
  CheckedText text;
  text.written = report.value;
  report.value = scenario_schema().with_defaults(std::move(report.value));
  append(complaints, report.complaints);
  append(complaints, cross_checks(document.root, report));
  if (!report.value.contains("name")) report.value["name"] = path.stem().string();
  text.complete = std::move(report.value);
  return text;
}

}  // namespace

CheckedText check_document(MergedDocument& document, const std::filesystem::path& path,
                           const std::vector<Override>& overrides) {
  std::vector<Complaint> complaints = document.complaints;
  if (!document.complete) fail(messages(complaints, document));
  append(complaints, apply_overrides(document.root, overrides));
  CheckedText text = checked_text(document, path, complaints);
  if (!complaints.empty()) fail(messages(complaints, document));
  return text;
}

DistrictInput district_of(const json& complete, const Node& root) {
  try {
    return district_input(complete, root);
  } catch (const Failure& failure) {
    if (failure.code() != ExitCode::invalid_scenario) throw;
    const std::string what = failure.what();
    throw Failure(failure.code(), place_at(root, {"district", "synthetic"}).text() + ": " + what);
  }
}

Scenario scenario_in_district(const json& complete, const Node& root, const DistrictInput& district) {
  Scenario scenario = scenario_without_district(complete, root);
  scenario.district = district.profile;
  scenario.input_hash = district.hash;
  scenario.district.network_begin =
      director_caseloads(scenario.district.schools.size(), scenario.framework.schools_per_director);
  return scenario;
}

void check_selectors(const MergedDocument& document, const Scenario& scenario) {
  const std::vector<Complaint> complaints = selector_checks(document.root, scenario);
  if (!complaints.empty()) fail(messages(complaints, document));
}

Scenario scenario_of(const MergedDocument& document, const std::filesystem::path& path, const json& complete,
                     const DistrictInput* ready) {
  if (!document.layer.empty()) {
    fail({path.string() + " is a " + document.layer + " layer, no scenario of its own: lay it over a scenario, as in " +
          "districtsim run SCENARIO --with " + path.string()});
  }
  Scenario scenario = ready != nullptr
                          ? scenario_in_district(complete, document.root, *ready)
                          : scenario_in_district(complete, document.root, district_of(complete, document.root));
  scenario.resolved_text = resolved_text(complete);
  check_selectors(document, scenario);
  return scenario;
}

}  // namespace districtsim
