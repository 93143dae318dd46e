#pragma once

#include <filesystem>

#include "analysis/bundle.hpp"

namespace districtsim {

/// Whether the folder is one that `sweep` made.
[[nodiscard]] bool is_sweep(const std::filesystem::path& folder);

/// The folder of a sweep: its inputs, its tables and its store. Failure(bad_input_data) if it is not complete.
[[nodiscard]] BundlePart bundle_sweep(const std::filesystem::path& folder);

}  // namespace districtsim
