#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Carries out the scenario's reallocations of this year: posts in `plan`, dollars and the value of posts in the
/// ledger's `moved`. Throws Failure(invalid_scenario) naming what is missing where a move cannot be made.
void reallocate(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district);

}  // namespace districtsim
