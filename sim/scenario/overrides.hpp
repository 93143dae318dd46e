#pragma once

#include <string>
#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// One `--set path=value`: keys with dots between, rows of lists by number from 0; the value is YAML.
struct Override {
  std::string path;
  std::string value;
};

/// Puts the settings on top of a scenario's text, in order. Paths in them are relative to the working directory.
[[nodiscard]] std::vector<Complaint> apply_overrides(Node& root, const std::vector<Override>& overrides);

}  // namespace districtsim
