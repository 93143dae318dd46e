#pragma once

#include "sim/district/district_fields.hpp"
#include "sim/record/snapshot.hpp"

namespace districtsim {

DISTRICTSIM_FIELDS(AgentColumns, week, person, school, post, holder, experience, practice, strain, trust_in_coach,
                   trust_in_principal, coached)
DISTRICTSIM_FIELDS(InteractionColumns, week, school, kind, giver, receiver, minutes, outcome, effect)
DISTRICTSIM_FIELDS(YearRecord, year, weeks, schools, weekly, district, yearly, groups, district_year, need, support,
                   central_support, hours, central_hours, funds, ledger_dollars, ledger_posts, agents, interactions)
DISTRICTSIM_FIELDS(Recorder::YearSoFar, record, fixed_practice)
DISTRICTSIM_FIELDS(CalendarPoint, year, week)
DISTRICTSIM_FIELDS(Snapshot, next, district, recorded)

}  // namespace districtsim
