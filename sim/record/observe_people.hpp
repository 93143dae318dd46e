#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

constexpr float novice_years = 3.0F;  ///< of teaching; who has less is a novice in every output

/// Copies what each school's people, teams and routines are like at the end of the year, before anybody leaves, and
/// asks them in a survey. NaN where nobody is there to look at.
void observe_people(const Conditions& conditions, const District& district, YearRecord& record);

}  // namespace districtsim
