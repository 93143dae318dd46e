#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/data_routines.hpp"

namespace districtsim {

void build_routines(const Conditions& conditions, const CentralOffice& central, Schools& schools) {
  const DataRoutinesParameters& p = conditions.parameters.data_routines;
  if (!conditions.on(Mechanism::data_routines)) {
    std::fill(schools.data_routines.begin(), schools.data_routines.end(), p.start);
    return;
  }
  const double unit = data_unit_multiplier(conditions.scenario.framework.schools_per_data_post,
                                           central.learned_data - conditions.parameters.system_learning.start, p);
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      schools.data_routines[school] = routines_next(schools.data_routines[school], schools.inquired[school], unit, p);
    }
  });
}

}  // namespace districtsim
