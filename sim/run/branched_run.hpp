#pragma once

#include <vector>

#include "sim/run/replicates.hpp"

namespace districtsim {

/// One replicate of all scenarios of a plan with a branch, one after the other: scenario 0 from the start, the others
/// from the branch.
RunCount run_branched(const std::vector<const Scenario*>& scenarios, const RunPlan& plan, std::size_t replicate,
                      const PlacedSink& sink, const RunHooks& hooks);

}  // namespace districtsim
