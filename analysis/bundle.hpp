#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/record/zip_file.hpp"

namespace districtsim {

/// One file of a bundle.
struct BundleEntry {
  std::string name = {};  ///< with '/' between folders
  std::string text = {};
  ZipMode mode = ZipMode::plain;
};

/// What a part of a bundle (results or a sweep) gives to the whole.
struct BundlePart {
  std::vector<BundleEntry> entries = {};
  std::string steps = {};  ///< lines of reproduce.sh that repeat it
  nlohmann::json provenance = nlohmann::json::object();
  std::string date = {};                ///< of the newest result, UTC as in Provenance
  std::vector<std::string> notes = {};  ///< what is missing or uncertain, for people
};

/// Everything that a paper's readers need of a folder with result files of `run` and `compare`, or of the folder of a
/// sweep: see analysis/README.md, "Bundles". The same folder and program give the same entries.
/// Failure(bad_input_data) for a folder with neither, or with a broken sweep.
struct Bundle {
  std::vector<BundleEntry> entries = {};  ///< by name
  std::string date = {};
  std::vector<std::string> notes = {};
};
[[nodiscard]] Bundle bundle_of(const std::filesystem::path& folder);

}  // namespace districtsim
