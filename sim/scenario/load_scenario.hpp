#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/overrides.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Reads, checks and completes a scenario file: `extends`, layers laid over it, settings, schema, cross checks, the
/// district it names. Throws Failure(invalid_scenario) with all messages, one a line ("file:line:column: path is VALUE,
/// must be ..."), and Failure(bad_input_data) where the district's data are at fault. A layer alone is no scenario.
[[nodiscard]] Scenario load_scenario(const std::filesystem::path& path, const std::vector<Override>& overrides = {},
                                     const std::vector<std::filesystem::path>& layers = {});

/// All messages load_scenario would throw, one each; none if the scenario is good. A layer is checked as far as it
/// can be without a district.
[[nodiscard]] std::vector<std::string> scenario_errors(const std::filesystem::path& path,
                                                       const std::vector<Override>& overrides = {});

}  // namespace districtsim
