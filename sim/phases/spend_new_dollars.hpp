#pragma once

#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Pay follows last year's new dollars: contracts come a year after the money, and pay does not fall again. From
/// year 2.
void raise_pay(const Conditions& conditions, const SchoolYear& year, District& district);

/// The framework's shares of each school's new dollars, those beyond the start's for its students: some go to the
/// reserve, some buy teachers, coaches and extended time. The rest is left to principals. A school keeps its `least`.
void spend_new_dollars(const Conditions& conditions, const std::vector<Cents>& least, PostPlan& plan,
                       District& district);

}  // namespace districtsim
