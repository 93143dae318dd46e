#pragma once

#include <filesystem>
#include <vector>

namespace districtsim {

/// Every file that a design is read from: itself first, its table of rows, and the files of its base, layers and
/// alternatives. Each once.
[[nodiscard]] std::vector<std::filesystem::path> design_files(const std::filesystem::path& design);

}  // namespace districtsim
