#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// What a comparison is between: files as a person named them.
struct ComparedFiles {
  std::string first = {};                ///< a scenario that stands alone; layers are laid over it
  std::vector<std::string> others = {};  ///< scenarios, or layers
  std::string baseline = {};             ///< path or name of one of them; "" for the first
  bool equal_cost = false;               ///< all spend at the start what the baseline does
};

/// The scenarios, the chosen baseline first and the others in their order. Failure with all errors of all files at
/// once; Failure(usage) where `baseline` names none or several; Failure(invalid_scenario) where prices or warm-up
/// differ.
[[nodiscard]] std::vector<Scenario> load_compared(const ComparedFiles& files);

}  // namespace districtsim
