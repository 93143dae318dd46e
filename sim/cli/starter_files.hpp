#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// A file of a new working folder.
struct StarterFile {
  std::string name;  ///< relative to the folder
  std::string text;
};

/// A baseline for a district that `source` names: the lines of its `district` key, indented.
[[nodiscard]] StarterFile starter_baseline(const DistrictProfile& district, const std::string& source);

/// A policy that leaves principals more to decide.
[[nodiscard]] StarterFile starter_discretion();

/// Policies that move support towards need, from the one to prefer to one that any district can carry out.
[[nodiscard]] std::vector<StarterFile> starter_moves(const DistrictProfile& district);

/// Text as a quoted YAML scalar.
[[nodiscard]] std::string quoted(const std::string& text);

}  // namespace districtsim
