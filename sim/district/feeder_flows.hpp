#pragma once

#include <span>

#include "sim/district/cohort_cells.hpp"
#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// Where each school's leavers go. A school's own feeder comes first, then the nearest schools that serve the next
/// grade, as far as their measured next grade has room; what is left goes to the feeder all the same.
[[nodiscard]] FeederFlows feeder_flows(std::span<const SchoolProfile> schools);

}  // namespace districtsim
