#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Matters that a school's leaders face: what chasing the central office costs, and the backlog without the part that
/// administrative managers take over.
struct Matters {
  Minutes chasing = 0;
  Minutes own = 0;
  Minutes urgent = 0;  ///< of the own
};

Matters matters_of(const Conditions& conditions, const Schools& schools, std::size_t school) {
  const Parameters& p = conditions.parameters;
  const Minutes relieved = in_minutes(p.time_account.administrative_manager) * schools.managers[school];
  Matters matters;
  matters.chasing = static_cast<Minutes>(static_cast<double>(schools.central_queue[school]) * p.operations.chasing);
  matters.own = std::max(0, schools.backlog[school] - relieved);
  matters.urgent = std::min(schools.urgent[school], matters.own);
  return matters;
}

/// Share of the time left that a school's principal keeps for instruction, by skill in organising and by how they see
/// their role.
double protected_share(const Parameters& p, const Principals& principals, std::size_t school) {
  const double engaged = principals.engagement[school] - p.principal_role.engagement;
  return std::clamp(p.time_account.protected_instruction +
                        p.time_account.protection_skill * principals.organisation[school] +
                        p.principal_role.protection * engaged,
                    0.0, 1.0);
}

}  // namespace

void budget_time(const Conditions& conditions, const Principals& principals, Schools& schools) {
  const TimeAccountParameters& p = conditions.parameters.time_account;
  const OperationsParameters& operations = conditions.parameters.operations;
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Matters matters = matters_of(conditions, schools, school);
      const Minutes total = in_minutes(p.principal_week) + in_minutes(p.assistant_week) * schools.assistants[school] +
                            schools.lent[school];
      const Minutes in_public = std::min(schools.public_minutes[school], total / 2);
      LeaderWeek week = divide_week(total - in_public, {matters.chasing + matters.own, matters.urgent}, p.other_duties,
                                    protected_share(conditions.parameters, principals, school));
      week.total += in_public;
      week.other += in_public;
      week.public_work = in_public;
      schools.leaders[school] = week;
      schools.committed[school] = 0;
      const Minutes resolved = std::max(0, week.operations - matters.chasing);
      const Minutes waiting = matters.own - std::min(matters.own, resolved);
      schools.backlog[school] = waiting - static_cast<Minutes>(static_cast<double>(waiting) * operations.lapse);
      schools.climate[school] =
          schools.climate_trait[school] - operations.disorder * schools.backlog[school] / static_cast<double>(total);
    }
  });
}

}  // namespace districtsim
