#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "analysis/divergence.hpp"
#include "sim/cli/diverge_input.hpp"

namespace districtsim {

/// What is run side by side.
struct DivergePair {
  std::array<Scenario, 2> scenarios = {};
  std::array<std::shared_ptr<const ScenarioOfResult>, 2> results = {};  ///< null: a scenario file
  std::uint64_t seed = 1;
  int replicate = 0;
  ParameterUse parameters = ParameterUse::drawn;
};

/// Follows both runs until they end: where they part, and how far they have parted after every school year, or after
/// every `every` weeks if above 0. Calendars must be equal. Throws Cancelled.
[[nodiscard]] Divergence diverge(const DivergePair& pair, int every, const RunHooks& hooks);

}  // namespace districtsim
