#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/data_routines.hpp"

namespace districtsim {

namespace {

bool has_data_specialist(const TeacherLeaders& leaders, std::size_t school) {
  const Rows own = leaders_of(leaders, school);
  for (std::size_t row = own.begin; row < own.end; ++row) {
    if (leaders.role[row] == LeaderRole::data_specialist) return true;
  }
  return false;
}

/// How fast routines grow in a school; `central`: what the central data unit makes of it.
double routine_growth(const Conditions& conditions, Initiative held, double central, const TeacherLeaders& leaders,
                      const Schools& schools, std::size_t school) {
  const InitiativeParameters& p = conditions.parameters.initiative;
  if (held == Initiative::district) return mandated_routines(central, p);
  if (held == Initiative::shared) return central;
  return own_routines(central, schools.cohesion[school] - conditions.parameters.leadership_team.cohesion_start,
                      has_data_specialist(leaders, school), p);
}

}  // namespace

void build_routines(const Conditions& conditions, const CentralOffice& central, const TeacherLeaders& leaders,
                    Schools& schools) {
  const DataRoutinesParameters& p = conditions.parameters.data_routines;
  if (!conditions.on(Mechanism::data_routines)) {
    std::fill(schools.data_routines.begin(), schools.data_routines.end(), p.start);
    return;
  }
  const double unit = data_unit_multiplier(conditions.scenario.framework.schools_per_data_post,
                                           central.learned_data - conditions.parameters.system_learning.start, p);
  const Initiative held = held_in(conditions, &Initiatives::data_practice);
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const double growth = routine_growth(conditions, held, unit, leaders, schools, school);
      schools.data_routines[school] = routines_next(schools.data_routines[school], schools.inquired[school], growth, p);
    }
  });
}

}  // namespace districtsim
