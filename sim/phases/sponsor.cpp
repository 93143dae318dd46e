#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/bounded_stock.hpp"
#include "sim/rules/sponsorship.hpp"

namespace districtsim {

namespace {

/// What one word of a principal does to a teacher leader, and how much time it takes.
struct Sponsoring {
  std::uint32_t week = 0;
  Minutes minutes = 0;
  float legitimacy_gain = 0.0F;
  float clarity_gain = 0.0F;
};

Sponsoring sponsoring_of(const SponsorshipParameters& p, double central_sponsorship, Week week) {
  const double strength = sponsoring_multiplier(central_sponsorship, p);
  return {week.index, std::max(1, in_minutes(p.hours)), static_cast<float>(p.legitimacy_gain * strength),
          static_cast<float>(p.clarity_gain * strength)};
}

/// The principal speaks for teacher leaders one by one, while there is time; returns for how many.
std::int32_t speak_for(const Sponsoring& plan, PersonKey principal, Rows own, std::size_t school, Schools& schools,
                       TeacherLeaders& leaders, Journal& journal) {
  std::int32_t done = 0;
  for (std::size_t row = own.begin; row < own.end && schools.instruction_left(school) >= plan.minutes; ++row) {
    schools.committed[school] += plan.minutes;
    leaders.legitimacy[row] = raised(leaders.legitimacy[row], plan.legitimacy_gain);
    leaders.clarity[row] = raised(leaders.clarity[row], plan.clarity_gain);
    journal.note(school, {plan.week, principal, leaders.key[row], static_cast<std::uint16_t>(plan.minutes),
                          InteractionKind::sponsorship, Outcome::taken_up, 0.0F});
    ++done;
  }
  return done;
}

}  // namespace

void sponsor(const Conditions& conditions, Week week, const CentralOffice& central, const Principals& principals,
             Schools& schools, TeacherLeaders& leaders, SupportTally& support, Journal& journal) {
  const SponsorshipParameters& p = conditions.parameters.sponsorship;
  const auto fade = static_cast<float>(p.legitimacy_fade);
  // Without sponsoring what it has built only fades.
  const bool planned = conditions.on(Mechanism::sponsorship) && is_network_week(conditions.scenario.calendar, week);
  const Sponsoring plan = sponsoring_of(p, central.sponsorship, week);
  for_blocks(schools.size(), 32, [&](Rows rows) {
    auto first = std::lower_bound(leaders.school.begin(), leaders.school.end(), rows.begin);
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const auto end = std::upper_bound(first, leaders.school.end(), school);
      const Rows own{static_cast<std::size_t>(first - leaders.school.begin()),
                     static_cast<std::size_t>(end - leaders.school.begin())};
      first = end;
      for (std::size_t row = own.begin; row < own.end; ++row)
        leaders.legitimacy[row] = lowered(leaders.legitimacy[row], fade);
      if (!planned || own.size() == 0) continue;
      const double chance =
          sponsoring_chance(principals.engagement[school], conditions.parameters.principal_role.engagement, p);
      const LuckKey luck{principals.key[school], 0};
      if (!conditions.draws.happens(chance, Purpose::sponsorship_week, luck, week.index)) continue;
      const std::int32_t done = speak_for(plan, principals.key[school], own, school, schools, leaders, journal);
      support.enter(school, InteractionKind::sponsorship, done, 0, {PersonKind::school_leader, done * plan.minutes},
                    {PersonKind::teacher_leader, done * plan.minutes});
    }
  });
}

}  // namespace districtsim
