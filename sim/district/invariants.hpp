#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// Checks people, posts, hours and cents; called every simulated year in every build. Throws ContractViolation.
void check_invariants(const Conditions& conditions, const District& district);

}  // namespace districtsim
