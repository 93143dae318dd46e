#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

void bring_demand(const Conditions& conditions, Week week, Schools& schools) {
  if (!conditions.on(Mechanism::operations_demand)) return;
  const OperationsParameters& p = conditions.parameters.operations;
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const double luck = conditions.draws.uniform(Purpose::operations_week, {schools.key[school], 0}, week.index);
      const double expected = expected_demand(schools.students[school], schools.need[school], p);
      const Minutes arrived = in_minutes(expected * (1.0 + p.spread * (2.0 * luck - 1.0)));
      const auto central = static_cast<Minutes>(static_cast<double>(arrived) * p.central_share);
      schools.arrived[school] = arrived;
      schools.central_queue[school] += central;
      schools.backlog[school] += arrived - central;
    }
  });
}

}  // namespace districtsim
