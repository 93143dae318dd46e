#include <algorithm>
#include <vector>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Schools of a network whose principals have the time to come.
std::vector<std::size_t> present(const Schools& schools, Rows network, Minutes meeting) {
  std::vector<std::size_t> here;
  for (std::size_t school = network.begin; school < network.end; ++school) {
    if (schools.instruction_left(school) >= meeting) here.push_back(school);
  }
  return here;
}

/// Mean skill of the most skilled of those present. [SD]
double exemplary_skill(const Principals& principals, std::vector<std::size_t> here, double share) {
  const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(here.size()) + 0.5));
  std::sort(here.begin(), here.end(), [&](std::size_t a, std::size_t b) {
    const double of_a = principals.skill(a);
    const double of_b = principals.skill(b);
    return of_a != of_b ? of_a > of_b : a < b;
  });
  double sum = 0.0;
  for (std::size_t place = 0; place < count; ++place) sum += principals.skill(here[place]);
  return sum / static_cast<double>(count);
}

void meet(const Conditions& conditions, Rows network, Principals& principals, Schools& schools) {
  const Parameters& p = conditions.parameters;
  const Minutes meeting = in_minutes(p.network.meeting_hours);
  const std::vector<std::size_t> here = present(schools, network, meeting);
  if (here.size() < 2) return;
  const double shown = exemplary_skill(principals, here, p.network.exemplars);
  const double share = absorbed_share(p.network.meeting_hours * p.network.attention, p.skill.hours_scale);
  for (const std::size_t school : here) {
    schools.network_minutes[school] = meeting;
    schools.committed[school] += meeting;
    const double gap = shown - principals.skill(school);
    if (gap <= 0.0) continue;  // those whom the others look at
    const double taken = principals.absorption[school] * share;
    principals.supported[school] += p.assistance.gain_rate * taken * gap_share(gap, p.skill.half_gap);
    principals.absorption[school] -=
        taken * static_cast<double>(absorption_used(static_cast<float>(gap_share(gap, p.skill.half_gap))));
  }
}

}  // namespace

void meet_networks(const Conditions& conditions, Week week, Principals& principals, Schools& schools) {
  std::fill(schools.network_minutes.begin(), schools.network_minutes.end(), 0);
  if (!conditions.on(Mechanism::principal_networks)) return;
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const std::size_t count = schools.size();
  const auto networks = std::max<std::size_t>(
      1, static_cast<std::size_t>(static_cast<double>(count) / conditions.parameters.network.schools + 0.5));
  for_blocks(networks, 1, [&](Rows rows) {
    for (std::size_t network = rows.begin; network < rows.end; ++network) {
      meet(conditions, {network * count / networks, (network + 1) * count / networks}, principals, schools);
    }
  });
}

}  // namespace districtsim
