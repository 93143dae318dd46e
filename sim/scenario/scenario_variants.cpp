#include "sim/scenario/scenario_variants.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/scenario/checked_scenario.hpp"
#include "sim/scenario/cross_checks.hpp"
#include "sim/scenario/spare_texts.hpp"
#include "sim/scenario/variant_keys.hpp"

namespace districtsim {

using nlohmann::json;

namespace {

/// A section of the canonical text, with its key, as it stands between the braces.
std::string section_text(const std::string& key, const json& value) {
  const std::string text = canonical_text(json{{key, value}});
  constexpr std::size_t brace_and_line = 2;
  return text.substr(brace_and_line, text.size() - 2 * brace_and_line);
}

/// Whether what selectors choose may have changed: they stand in lists, and networks follow from directors.
bool may_move_selectors(const VariantKey& key) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto row = [&](const std::string& part) { return std::all_of(part.begin(), part.end(), digit); };
  if (std::any_of(key.path.begin(), key.path.end(), row)) return true;
  return key.path == NodePath{"framework", "schools_per_director"};
}

}  // namespace

/// What is read and checked once.
struct ScenarioVariants::State {
  std::filesystem::path path;
  MergedDocument document;
  CheckedText text;
  DistrictInput district;
  Scenario base;
  json resolved;
  std::map<std::string, std::string> sections;  ///< of the resolved text
  VariantKeys keys{text};
  SpareTexts spare{text.complete};

  State(std::filesystem::path scenario, const std::vector<std::filesystem::path>& layers,
        const std::vector<Override>& common)
      : path(std::move(scenario)), document(read_with_extends(path, layers)) {
    text = check_document(document, path, common);
    if (document.layer.empty()) district = district_of(text.complete, document.root);
    base = scenario_of(document, path, text.complete, &district);
    resolved = resolved_json(text.complete);
    for (const auto& [key, value] : resolved.items()) sections[key] = section_text(key, value);
    promise(joined({}) == base.resolved_text, "a scenario's text is its sections");
  }

  [[nodiscard]] std::string joined(const std::map<std::string, std::string>& changed) const;
  [[nodiscard]] std::string text_with(const std::vector<VariantSetting>& settings) const;
  [[nodiscard]] std::optional<std::vector<VariantSetting>> good(const std::vector<Override>& settings) const;
  void set_alone(const std::vector<VariantSetting>& settings, Scenario& scenario) const;
  [[nodiscard]] std::optional<Scenario> set_together(const std::vector<VariantSetting>& settings) const;
  [[nodiscard]] std::optional<Scenario> with_good(const std::vector<VariantSetting>& settings) const;
  [[nodiscard]] Scenario with_any(const std::vector<Override>& settings) const;
};

/// The resolved text with some sections changed.
std::string ScenarioVariants::State::joined(const std::map<std::string, std::string>& changed) const {
  std::string whole = "{\n";
  for (const auto& [key, own] : sections) {
    const auto other = changed.find(key);
    if (whole.size() > 2) whole += ",\n";
    whole += other == changed.end() ? own : other->second;
  }
  return whole + "\n}";
}

std::string ScenarioVariants::State::text_with(const std::vector<VariantSetting>& settings) const {
  std::map<std::string, json> sections_now;
  for (const VariantSetting& setting : settings) {
    const std::string& section = setting.key->path.front();
    json& own = sections_now.try_emplace(section, json{{section, resolved.at(section)}}).first->second;
    place_in(own, setting.key->path) = setting.value;
  }
  std::map<std::string, std::string> changed;
  for (const auto& [key, own] : sections_now) changed[key] = section_text(key, own.at(key));
  return joined(changed);
}

/// The settings if each can be looked at by itself and is good; else nothing.
std::optional<std::vector<VariantSetting>> ScenarioVariants::State::good(const std::vector<Override>& settings) const {
  std::vector<VariantSetting> all;
  all.reserve(settings.size());
  for (const Override& setting : settings) {
    const VariantKey* key = keys.find(setting.path);
    if (key == nullptr) return std::nullopt;
    std::optional<json> value = key->value_of(setting.value);
    if (!value) return std::nullopt;
    all.push_back({key, std::move(*value)});
  }
  return all;
}

/// Parameters and mechanisms, which nothing else in a scenario depends on.
void ScenarioVariants::State::set_alone(const std::vector<VariantSetting>& settings, Scenario& scenario) const {
  const std::vector<double*> places = parameter_places(scenario.parameters);
  std::set<std::string> names(scenario.parameters_set.begin(), scenario.parameters_set.end());
  for (const auto& [key, value] : settings) {
    if (key->mechanism) scenario.mechanisms.turn(*key->mechanism, value.get<bool>());
    if (key->parameter == nullptr) continue;
    *places[key->parameter_number] = value.get<double>();
    names.insert(key->parameter->name);
  }
  scenario.parameters_set.assign(names.begin(), names.end());
}

/// Settings that other keys may limit; nothing if they do not fit. Complaints are left to with_any, since their places
/// come from a document with the settings.
std::optional<Scenario> ScenarioVariants::State::set_together(const std::vector<VariantSetting>& settings) const {
  SchemaReport report;
  report.value = spare.take();
  for (const VariantSetting& setting : settings) place_in(report.value, setting.key->path) = setting.value;
  std::optional<Scenario> scenario;
  if (cross_checks(document.root, report).empty()) {
    scenario = scenario_in_district(report.value, document.root, district);
    const auto moves = [](const VariantSetting& setting) { return may_move_selectors(*setting.key); };
    const bool moved = std::any_of(settings.begin(), settings.end(), moves);
    if (moved && !selector_checks(document.root, *scenario).empty()) scenario.reset();
  }
  spare.give_back(std::move(report.value), settings);
  return scenario;
}

/// The base with settings that are good by themselves; nothing if they do not fit each other or the rest.
std::optional<Scenario> ScenarioVariants::State::with_good(const std::vector<VariantSetting>& settings) const {
  const auto alone = [](const VariantSetting& setting) { return setting.key->stands_alone(); };
  std::optional<Scenario> scenario;
  if (std::all_of(settings.begin(), settings.end(), alone)) {
    scenario = base;
    set_alone(settings, *scenario);
  } else {
    scenario = set_together(settings);
  }
  if (scenario) scenario->resolved_text = text_with(settings);
  return scenario;
}

/// The same by all checks, as load_scenario makes them.
Scenario ScenarioVariants::State::with_any(const std::vector<Override>& settings) const {
  MergedDocument own = document;
  const CheckedText checked = check_document(own, path, settings);
  const auto changes_schools = [](const Override& setting) {
    return setting.path.rfind("district", 0) == 0 && setting.path != "district.enrolment";
  };
  const bool same_district = std::none_of(settings.begin(), settings.end(), changes_schools);
  return scenario_of(own, path, checked.complete, same_district ? &district : nullptr);
}

ScenarioVariants::ScenarioVariants(std::filesystem::path path, const std::vector<std::filesystem::path>& layers,
                                   const std::vector<Override>& common)
    : state_(std::make_unique<const State>(std::move(path), layers, common)) {}
ScenarioVariants::~ScenarioVariants() = default;
ScenarioVariants::ScenarioVariants(ScenarioVariants&&) noexcept = default;
ScenarioVariants& ScenarioVariants::operator=(ScenarioVariants&&) noexcept = default;

const Scenario& ScenarioVariants::base() const { return state_->base; }

Scenario ScenarioVariants::with(const std::vector<Override>& settings) const {
  if (const std::optional<std::vector<VariantSetting>> good = state_->good(settings)) {
    if (std::optional<Scenario> scenario = state_->with_good(*good)) return std::move(*scenario);
  }
  return state_->with_any(settings);
}

}  // namespace districtsim
