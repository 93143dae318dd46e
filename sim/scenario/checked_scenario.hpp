#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/scenario/extends.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/read_scenario.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// A scenario's or layer's text, checked.
struct CheckedText {
  nlohmann::json written;   ///< what the files and settings say, as the schema expects it
  nlohmann::json complete;  ///< with all defaults and a name
};

/// Puts settings on top of a document and checks it. Throws Failure(invalid_scenario) with all messages, in the order
/// of reading: the file, what it extends, settings; each from top to bottom; nothing twice.
[[nodiscard]] CheckedText check_document(MergedDocument& document, const std::filesystem::path& path,
                                         const std::vector<Override>& overrides);

/// The district that a checked scenario names. Throws Failure with the place where the scenario asks for it.
[[nodiscard]] DistrictInput district_of(const nlohmann::json& complete, const Node& root);

/// The scenario that a checked text describes, in its district; without the resolved text. What selectors choose is
/// not checked yet.
[[nodiscard]] Scenario scenario_in_district(const nlohmann::json& complete, const Node& root,
                                            const DistrictInput& district);

/// Throws Failure(invalid_scenario) if a selector chooses no school.
void check_selectors(const MergedDocument& document, const Scenario& scenario);

/// A merged and checked document as a scenario. Throws as load_scenario does; a layer alone is no scenario.
[[nodiscard]] Scenario scenario_of(const MergedDocument& document, const std::filesystem::path& path,
                                   const nlohmann::json& complete, const DistrictInput* ready);

}  // namespace districtsim
