#include <algorithm>
#include <array>
#include <span>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr std::size_t most_schools = 512;  ///< of a network: more than one and a half times the largest plan's

/// Schools of a network whose principals come to its meeting.
struct Attendance {
  std::array<std::size_t, most_schools> schools{};
  std::size_t count = 0;
};

void list_present(const Schools& schools, std::span<const std::uint32_t> network, Minutes meeting, Attendance& here) {
  for (const std::uint32_t school : network) {
    if (here.count == most_schools) return;
    if (schools.instruction_left(school) >= meeting) here.schools[here.count++] = school;
  }
}

/// Mean skill of the most skilled of those present. [SD]
double exemplary_skill(const Principals& principals, Attendance here, double share) {
  const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(here.count) + 0.5));
  auto* const first = here.schools.data();
  std::sort(first, first + here.count, [&](std::size_t a, std::size_t b) {
    const double of_a = principals.skill(a);
    const double of_b = principals.skill(b);
    return of_a != of_b ? of_a > of_b : a < b;
  });
  double sum = 0.0;
  for (std::size_t place = 0; place < count; ++place) sum += principals.skill(here.schools[place]);
  return sum / static_cast<double>(count);
}

void meet(const Conditions& conditions, Week week, std::span<const std::uint32_t> network, District& district) {
  const Parameters& p = conditions.parameters;
  Principals& principals = district.principals;
  const Minutes meeting = in_minutes(p.network.meeting_hours);
  Attendance here;
  list_present(district.schools, network, meeting, here);
  if (here.count < 2) return;
  const double shown = exemplary_skill(principals, here, p.network.exemplars);
  const double share = absorbed_share(p.network.meeting_hours * p.network.attention, p.skill.hours_scale);
  for (std::size_t place = 0; place < here.count; ++place) {
    const std::size_t school = here.schools[place];
    district.schools.network_minutes[school] = meeting;
    district.schools.committed[school] += meeting;
    // Those whom the others look at learn nothing here.
    const double gap = shown - principals.skill(school);
    const double gained = learn_skill(gap, share, p.assistance.gain_rate, p.skill.half_gap,
                                      principals.supported[school], principals.absorption[school]);
    district.support.enter(school, InteractionKind::principal_networks, 1, 0, {PersonKind::school_leader, 0},
                           {PersonKind::school_leader, meeting});
    district.journal.note(school, {week.index, 0, principals.key[school], static_cast<std::uint16_t>(meeting),
                                   InteractionKind::principal_networks, Outcome::taken_up, static_cast<float>(gained)});
  }
}

}  // namespace

void meet_networks(const Conditions& conditions, Week week, District& district) {
  Schools& schools = district.schools;
  std::fill(schools.network_minutes.begin(), schools.network_minutes.end(), 0);
  if (!conditions.on(Mechanism::principal_networks)) return;
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const Directors& directors = district.directors;
  if (directors.bought) {  // a provider's schools are a network
    for_blocks(directors.size(), 1, [&](Rows rows) {
      for (std::size_t network = rows.begin; network < rows.end; ++network) {
        meet(conditions, week, directors.schools(network), district);
      }
    });
    return;
  }
  const std::size_t count = schools.size();
  const std::span<const std::uint32_t> neighbours = directors.caseload;  // all schools in their order
  const auto networks = std::max<std::size_t>(
      1, static_cast<std::size_t>(static_cast<double>(count) / conditions.parameters.network.schools + 0.5));
  for_blocks(networks, 1, [&](Rows rows) {
    for (std::size_t network = rows.begin; network < rows.end; ++network) {
      const std::size_t first = network * count / networks;
      meet(conditions, week, neighbours.subspan(first, (network + 1) * count / networks - first), district);
    }
  });
}

}  // namespace districtsim
