#include "analysis/no_effect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace districtsim {

namespace {

/// What of a scenario's text can change the simulation.
nlohmann::json acting_part(const Scenario& scenario) {
  nlohmann::json text = nlohmann::json::parse(scenario.resolved_text, nullptr, false);
  if (text.is_discarded() || !text.is_object()) return nlohmann::json::object();
  for (const char* silent : {"name", "description", "record", "extends"}) text.erase(silent);
  return text;
}

/// Names of the top-level keys in which two scenarios differ.
std::vector<std::string> differing_keys_of(const nlohmann::json& baseline, const nlohmann::json& alternative) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : alternative.items()) {
    if (!baseline.contains(key) || baseline[key] != value) keys.push_back(key);
  }
  for (const auto& [key, value] : baseline.items()) {
    if (!alternative.contains(key)) keys.push_back(key);
  }
  return keys;
}

bool comes_too_late(const Scenario& scenario) {
  const auto late = [&](const auto& lever) { return lever.year > scenario.calendar.years; };
  return std::any_of(scenario.reallocations.begin(), scenario.reallocations.end(), late) ||
         std::any_of(scenario.events.begin(), scenario.events.end(), late);
}

}  // namespace

std::vector<std::string> differing_keys(const Scenario& baseline, const Scenario& alternative) {
  return differing_keys_of(acting_part(baseline), acting_part(alternative));
}

std::string why_no_effect(const Scenario& baseline, const Scenario& alternative) {
  const std::vector<std::string> keys = differing_keys(baseline, alternative);
  if (keys.empty())
    return "It is the same scenario as the baseline, but for its name, description or what is recorded.";
  const bool moves = std::find(keys.begin(), keys.end(), "reallocations") != keys.end();
  if (moves && !alternative.mechanisms.on(Mechanism::reallocations)) {
    return "Its reallocations do not act, since `mechanisms: {reallocations: off}`.";
  }
  if (comes_too_late(alternative)) {
    return fmt::format("A change of it comes after the last simulated year, year {}.", alternative.calendar.years);
  }
  return fmt::format(
      "It differs in `{}`, but that reaches nobody in this district: an amount of 0, a rule that gives "
      "the same posts, or a mechanism that is switched off.",
      fmt::join(keys, "`, `"));
}

}  // namespace districtsim
