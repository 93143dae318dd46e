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
};

Matters matters_of(const Conditions& conditions, const Schools& schools, std::size_t school) {
  const Parameters& p = conditions.parameters;
  const Minutes relieved = in_minutes(p.time_account.administrative_manager) * schools.managers[school];
  Matters matters;
  matters.chasing = static_cast<Minutes>(static_cast<double>(schools.central_queue[school]) * p.operations.chasing);
  matters.own = std::max(0, schools.backlog[school] - relieved);
  return matters;
}

}  // namespace

void budget_time(const Conditions& conditions, const Principals& principals, Schools& schools) {
  const TimeAccountParameters& p = conditions.parameters.time_account;
  const OperationsParameters& operations = conditions.parameters.operations;
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Matters matters = matters_of(conditions, schools, school);
      const Minutes total = in_minutes(p.principal_week) + in_minutes(p.assistant_week) * schools.assistants[school];
      const double kept =
          std::clamp(p.protected_instruction + p.protection_skill * principals.organisation[school], 0.0, 1.0);
      const LeaderWeek week = divide_week(total, matters.chasing + matters.own, p.other_duties, kept);
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
