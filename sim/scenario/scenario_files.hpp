#pragma once

#include <filesystem>
#include <vector>

namespace districtsim {

/// Every file that a scenario or layer is read from: itself, what it extends, and the data of its district. Files that
/// cannot be read are among them. Each once, as the scenario names them.
[[nodiscard]] std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& path);

}  // namespace districtsim
