#include "sim/scenario/mechanisms.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"

namespace districtsim {

namespace {

YAML::Node mechanisms_file() { return YAML::Load(std::string(embedded_file("mechanisms.yaml"))); }

std::vector<MechanismFamily> read_families() {
  std::vector<MechanismFamily> families;
  const YAML::Node file = mechanisms_file();
  for (const auto& entry : file["families"]) {
    families.push_back({entry.first.as<std::string>(), entry.second.as<std::string>()});
  }
  promise(!families.empty() && families.size() <= most_mechanism_families, "mechanisms.yaml has 1 to 10 families");
  return families;
}

std::size_t family_named(const std::string& name) {
  const std::vector<MechanismFamily>& families = mechanism_families();
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&](const MechanismFamily& family) { return family.name == name; });
  promise(found != families.end(), "mechanisms.yaml puts each mechanism into one of its families");
  return static_cast<std::size_t>(found - families.begin());
}

std::vector<MechanismRecord> read_mechanisms() {
  std::vector<MechanismRecord> records;
  const YAML::Node file = mechanisms_file();
  for (const auto& entry : file["mechanisms"]) {
    const auto mechanism = mechanism_named(entry.first.as<std::string>());
    promise(mechanism.has_value(), "mechanisms.yaml names only mechanisms of the program");
    promise(static_cast<std::size_t>(*mechanism) == records.size(), "mechanisms.yaml keeps the program's order");
    const YAML::Node& fields = entry.second;
    records.push_back({*mechanism, fields["meaning"].as<std::string>(), fields["source"].as<std::string>(),
                       fields["grade"].as<char>(), fields["measure"].as<std::string>(),
                       fields["links_schools"].as<bool>(), fields["parameters"].as<std::vector<std::string>>(),
                       family_named(fields["family"].as<std::string>())});
  }
  promise(records.size() == mechanism_count, "mechanisms.yaml names every mechanism of the program");
  return records;
}

}  // namespace

std::optional<Mechanism> mechanism_named(std::string_view name) {
  const auto* const found = std::find(mechanism_names.begin(), mechanism_names.end(), name);
  if (found == mechanism_names.end()) return std::nullopt;
  return static_cast<Mechanism>(found - mechanism_names.begin());
}

const std::vector<MechanismFamily>& mechanism_families() {
  static const std::vector<MechanismFamily> families = read_families();
  return families;
}

const std::vector<MechanismRecord>& mechanism_records() {
  static const std::vector<MechanismRecord> records = read_mechanisms();
  return records;
}

}  // namespace districtsim
