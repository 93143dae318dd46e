#include "analysis/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace districtsim {

namespace {

using nlohmann::json;

struct StructureLine {
  std::string_view path;
  std::string_view label;
};

constexpr auto structure_lines = std::to_array<StructureLine>({
    {"/framework/discretion", "share that schools decide about"},
    {"/framework/allocation", "dollars by"},
    {"/framework/salaries", "salaries charged"},
    {"/framework/need_weights/low_income", "weight of low-income students"},
    {"/framework/ring_fence", "ring-fenced"},
    {"/framework/hold_harmless", "hold harmless"},
    {"/framework/support_market/providers", "support of principals"},
    {"/framework/mandates", "mandates"},
    {"/framework/incentives", "incentives"},
    {"/framework/grow_your_own", "leaders' posts for own people first"},
    {"/framework/teachers_per_coach", "teachers to a coach"},
    {"/framework/teacher_leader_roles", "roles of teacher leaders"},
    {"/framework/schools_per_cross_school_leader", "schools to a cross-school teacher leader"},
    {"/framework/schools_per_director", "schools to a director"},
    {"/framework/schools_per_operations_post", "schools to an operations post"},
    {"/framework/operations_routing", "operations through"},
    {"/framework/schools_per_data_post", "schools to a data post"},
    {"/framework/sponsorship", "sponsorship from the top"},
    {"/support/differentiated_assistance", "assistance by need of principals"},
    {"/support/partner", "partner"},
    {"/support/teacher_leaders_share_room", "teacher leaders share a room"},
    {"/agenda/focus", "focus"},
    {"/agenda/steadiness", "focus over the years"},
    {"/politics/shepherding/hours", "hours of shepherding"},
    {"/politics/outreach/hours", "hours of outreach"},
});

/// Domains of initiative, and how they are called here.
constexpr auto domains = std::to_array<StructureLine>({
    {"/framework/initiative/assessment_and_accountability", "accountability"},
    {"/framework/initiative/instructional_guidance", "guidance"},
    {"/framework/initiative/data_practice", "data practice"},
    {"/framework/initiative/staffing", "staffing"},
    {"/framework/initiative/professional_learning", "professional learning"},
});

constexpr double as_good_as_never = 1e6;

std::string scalar_text(const json& value) {
  if (value.is_boolean()) return value.get<bool>() ? "on" : "off";
  if (value.is_number()) {
    const auto number = value.get<double>();
    return number >= as_good_as_never ? "none" : fmt::format("{:.4g}", number);
  }
  std::string text = value.is_string() ? value.get<std::string>() : "none";
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// Lists with commas; entries of maps by their values alone, for a few words say enough here.
std::string value_words(const json& value) {
  if (value.is_null() || (value.is_array() && value.empty())) return "none";
  if (!value.is_structured()) return scalar_text(value);
  std::string text;
  for (const auto& [key, own] : value.items()) {
    const std::string words = value.is_array() ? value_words(own) : fmt::format("{} {}", key, value_words(own));
    text += (text.empty() ? "" : ", ") + words;
  }
  return value.is_array() ? text : "(" + text + ")";
}

/// "1 reading coach a school from year 2 in (need highest half)"
std::string mandate_words(const json& entry) {
  const std::string what = scalar_text(entry.contains("role") ? entry.at("role") : entry.at("what"));
  std::string text = entry.contains("students_per_post")
                         ? fmt::format("1 {} to {} students", what, scalar_text(entry.at("students_per_post")))
                         : fmt::format("{} {} a school", scalar_text(entry.at("amount")), what);
  if (entry.at("year") > 1) text += fmt::format(" from year {}", scalar_text(entry.at("year")));
  if (entry.at("groundwork_years") > 0) {
    text += fmt::format(" after {} years of groundwork", scalar_text(entry.at("groundwork_years")));
  }
  if (entry.contains("schools")) text += " in " + value_words(entry.at("schools"));
  return text;
}

/// "$2500 for retention in (need highest quarter)"
std::string incentive_words(const json& entry) {
  std::string text = fmt::format("${} for {}", scalar_text(entry.at("dollars")), scalar_text(entry.at("what")));
  if (entry.contains("schools")) text += " in " + value_words(entry.at("schools"));
  return text;
}

/// A value below a path, in words.
std::string words_of(std::string_view path, const json& value) {
  const bool mandates = path == "/framework/mandates";
  if ((!mandates && path != "/framework/incentives") || !value.is_array() || value.empty()) return value_words(value);
  std::string text;
  for (const json& entry : value) {
    text += (text.empty() ? "" : ", ") + (mandates ? mandate_words(entry) : incentive_words(entry));
  }
  return text;
}

json at(const json& text, std::string_view path) {
  const json::json_pointer pointer{std::string(path)};
  return text.contains(pointer) ? text.at(pointer) : json(nullptr);
}

void add_difference(const StructureLine& line, const json& before, const json& after,
                    std::vector<std::string>& phrases) {
  if (before == after) return;
  phrases.push_back(fmt::format("{}: {} -> {}", line.label, words_of(line.path, before), words_of(line.path, after)));
}

/// Who holds the initiative where it differs: "initiative of the district in guidance, staffing".
void add_initiatives(const json& before, const json& after, std::vector<std::string>& phrases) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> holders = {
      {{"district", "initiative of the district in "},
       {"school", "initiative of each school in "},
       {"shared", "shared initiative in "}}};
  for (const auto& [holder, words] : holders) {
    std::string held;
    for (const StructureLine& domain : domains) {
      const json own = at(after, domain.path);
      if (own != holder || own == at(before, domain.path)) continue;
      held += (held.empty() ? "" : ", ") + std::string(domain.label);
    }
    if (!held.empty()) phrases.push_back(std::string(words) + held);
  }
}

}  // namespace

std::vector<std::string> structure_differences(const Scenario& baseline, const Scenario& alternative) {
  const json before = json::parse(baseline.resolved_text, nullptr, false);
  const json after = json::parse(alternative.resolved_text, nullptr, false);
  std::vector<std::string> phrases;
  if (!before.is_object() || !after.is_object()) return phrases;
  add_initiatives(before, after, phrases);
  for (const StructureLine& line : structure_lines) {
    add_difference(line, at(before, line.path), at(after, line.path), phrases);
  }
  const json context = at(after, "/context");
  for (const auto& [key, value] : context.items()) {
    const std::string path = "/context/" + key;
    const std::string label = "context " + key;
    add_difference({path, label}, at(before, path), value, phrases);
  }
  for (const std::string_view path : {"/events", "/reallocations"}) {
    add_difference({path, path.substr(1)}, at(before, path), at(after, path), phrases);
  }
  return phrases;
}

}  // namespace districtsim
