#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

/// The year's money by place, line and fund, the posts it pays, what teachers earn, and Title I comparability. Before
/// people leave.
void observe_ledger(const Conditions& conditions, const District& district, YearRecord& record);

}  // namespace districtsim
