#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/team_time.hpp"

namespace districtsim {

void weigh_team_time(const Conditions& conditions, Schools& schools) {
  const TeamTimeParameters& p = conditions.parameters.team_time;
  const double start = conditions.parameters.efficacy.start;
  if (!conditions.on(Mechanism::team_time)) {
    std::fill(schools.team_share.begin(), schools.team_share.end(), p.reference);
    return;
  }
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const auto total = static_cast<double>(std::max(1, schools.leaders[school].total));
      const TeamBurden burden{schools.efficacy[school] - start, static_cast<double>(schools.backlog[school]) / total,
                              schools.climate[school]};
      schools.team_share[school] = team_instruction(burden, p);
    }
  });
}

}  // namespace districtsim
