#include "sim/scenario/mechanisms.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"

namespace districtsim {

namespace {

std::vector<MechanismRecord> read_mechanisms() {
  std::vector<MechanismRecord> records;
  const YAML::Node file = YAML::Load(std::string(embedded_file("mechanisms.yaml")));
  for (const auto& entry : file["mechanisms"]) {
    const auto mechanism = mechanism_named(entry.first.as<std::string>());
    promise(mechanism.has_value(), "mechanisms.yaml names only mechanisms of the program");
    promise(static_cast<std::size_t>(*mechanism) == records.size(), "mechanisms.yaml keeps the program's order");
    const YAML::Node& fields = entry.second;
    records.push_back({*mechanism, fields["meaning"].as<std::string>(), fields["source"].as<std::string>(),
                       fields["grade"].as<char>(), fields["measure"].as<std::string>(),
                       fields["links_schools"].as<bool>(), fields["parameters"].as<std::vector<std::string>>()});
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

const std::vector<MechanismRecord>& mechanism_records() {
  static const std::vector<MechanismRecord> records = read_mechanisms();
  return records;
}

}  // namespace districtsim
