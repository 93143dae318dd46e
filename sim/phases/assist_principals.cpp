#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// One contact offered; true if it takes place. Then the principal learns toward the director's expertise.
bool assist(const Conditions& conditions, Week week, const Directors& directors, std::size_t director,
            std::size_t school, Principals& principals) {
  const Parameters& p = conditions.parameters;
  const LuckKey pair{principals.key[school], directors.key[director]};
  double& trust = principals.trust_director[school];
  const float chance = uptake_probability(
      {static_cast<float>(trust), static_cast<float>(p.uptake.reference_ownership), 0.0F}, uptake_terms({}, p.uptake));
  if (!conditions.draws.happens(static_cast<double>(chance), Purpose::assistance_uptake, pair, week.index)) {
    trust = lowered(trust, p.trust.loss);
    return false;
  }
  const double gap = directors.expertise[director] - principals.skill(school);
  const double taken = principals.absorption[school] * absorbed_share(p.assistance.contact_hours, p.skill.hours_scale);
  principals.supported[school] += p.assistance.gain_rate * taken * gap_share(gap, p.skill.half_gap);
  principals.absorption[school] -=
      taken * static_cast<double>(absorption_used(static_cast<float>(gap_share(gap, p.skill.half_gap))));
  trust = raised(trust, p.trust.gain);
  return true;
}

}  // namespace

void assist_principals(const Conditions& conditions, Week week, const Directors& directors, Principals& principals,
                       Schools& schools) {
  std::fill(schools.director_minutes.begin(), schools.director_minutes.end(), 0);
  if (!conditions.on(Mechanism::director_assistance)) return;
  const AssistanceParameters& p = conditions.parameters.assistance;
  const Minutes contact = in_minutes(p.contact_hours);
  const Minutes weekly = in_minutes(p.work_week * conditions.scenario.support.director_time_with_principals);
  for_blocks(directors.size(), 8, [&](Rows rows) {
    for (std::size_t director = rows.begin; director < rows.end; ++director) {
      const std::size_t first = directors.caseload_begin[director];
      const std::size_t caseload = directors.caseload_begin[director + 1] - first;
      const auto contacts = std::min(caseload, static_cast<std::size_t>(weekly / std::max(contact, 1)));
      for (std::size_t turn = 0; turn < contacts; ++turn) {
        // The turn follows from the week, so that a director's round needs no state of its own.
        const std::size_t school = first + (week.index * contacts + turn) % caseload;
        if (schools.leaders[school].instruction < contact) continue;
        if (assist(conditions, week, directors, director, school, principals)) {
          schools.director_minutes[school] = contact;
          schools.committed[school] += contact;
        }
      }
    }
  });
}

}  // namespace districtsim
