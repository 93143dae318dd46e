#pragma once

#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Finds the year's revenue, other services and reserve, and shares the rest out to schools: by the framework's rule,
/// by need, less what is won back outside of the formula, with what schools are held harmless for, what was moved, and
/// at least `least` of general money and money without strings for each school. Adds the funds' money. Throws
/// Failure(invalid_scenario) where all money together cannot pay `least`.
void share_out(const Conditions& conditions, const SchoolYear& year, const std::vector<Cents>& least,
               District& district);

}  // namespace districtsim
