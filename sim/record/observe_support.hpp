#pragma once

#include "sim/core/calendar.hpp"
#include "sim/district/district.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

/// Copies the year's ledger of support: contacts and hours by kind and school, hours by person and activity.
void observe_support(const District& district, YearRecord& record);

/// Copies the year's journal of interactions, in the order of schools, and within a school of time.
void observe_interactions(const CalendarPlan& calendar, const Journal& journal, YearRecord& record);

}  // namespace districtsim
