#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/public_time.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

void work_with_public(const Conditions& conditions, Week week, Schools& schools, CentralOffice& central) {
  const PoliticsParameters& p = conditions.parameters.politics;
  const PublicTime time = public_time(conditions, week);
  std::fill(schools.public_minutes.begin(), schools.public_minutes.end(), time.minutes());
  central.conversation = lowered(central.conversation, p.conversation_fade);
  central.conversation = raised(central.conversation, public_gain(p.conversation_gain, time.shepherding, p));
  central.political_capital = raised(central.political_capital, public_gain(p.capital_gain, time.shepherding, p));
  const double gain = public_gain(p.community_gain, time.outreach, p);
  if (gain <= 0.0) return;
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      schools.community[school] = raised(schools.community[school], gain);
    }
  });
}

}  // namespace districtsim
