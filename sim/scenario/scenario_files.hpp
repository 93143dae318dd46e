#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace districtsim {

/// The files that a scenario is made of, as paths that open from the working directory.
struct ScenarioFiles {
  std::vector<std::filesystem::path> texts;  ///< itself first, then what it extends
  std::vector<std::filesystem::path> data;   ///< of the district, in the order of Scenario::input_hash
};

/// Of a scenario or layer; what cannot be read is left out.
[[nodiscard]] ScenarioFiles scenario_files(const std::filesystem::path& path);

/// SHA-256 over the bytes of files, one after another, as of Scenario::input_hash; "" where one cannot be read.
[[nodiscard]] std::string hash_of_files(const std::vector<std::filesystem::path>& paths);

}  // namespace districtsim
