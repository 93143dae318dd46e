#pragma once

#include <filesystem>

#include "analysis/bundle.hpp"
#include "sim/record/read_result.hpp"

namespace districtsim {

/// The result files in a folder: figure data, resolved scenarios, data files where they are found, scenarios as written
/// where they are found, and what a sample must give. Files that are no results become notes.
/// Failure(bad_input_data) if there is no result file.
[[nodiscard]] BundlePart bundle_results(const std::filesystem::path& folder);

/// Provenance of a result as JSON.
[[nodiscard]] nlohmann::json provenance_as_json(const SavedResult& result);

}  // namespace districtsim
