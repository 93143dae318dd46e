#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// A director learns from cabinet and peers how to assist. Returns the gain. [SD]
double learn_to_assist(const Conditions& conditions, double hours, std::size_t director, Directors& directors) {
  const Parameters& p = conditions.parameters;
  const double shown = p.assistance.expertise + p.director_support.margin;
  const double share = absorbed_share(hours * p.director_support.attention, p.skill.hours_scale);
  return learn_skill(shown - directors.shown(director), share, p.assistance.gain_rate, p.skill.half_gap,
                     directors.supported[director], directors.absorption[director]);
}

}  // namespace

void support_directors(const Conditions& conditions, Week week, District& district) {
  if (!conditions.on(Mechanism::director_support)) return;
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const double hours = conditions.scenario.support.director_support_hours;
  const Minutes minutes = in_minutes(hours);
  const Minutes work_week = in_minutes(conditions.parameters.assistance.work_week);
  Directors& directors = district.directors;
  for (std::size_t director = 0; director < directors.size(); ++director) {
    if (directors.schools(director).empty()) continue;
    const bool met = minutes > 0 && directors.minutes[director] + minutes <= work_week;
    double& backing = directors.backing[director];
    backing =
        backing_after(backing, met ? hours : 0.0, district.central.sponsorship, conditions.parameters.director_support);
    if (!met) continue;
    const double gained = learn_to_assist(conditions, hours, director, directors);
    directors.minutes[director] += minutes;
    district.support.enter(district.support.central_office(), InteractionKind::director_support, 1, 0,
                           {PersonKind::cabinet, minutes}, {PersonKind::director, minutes});
    district.journal.note(directors.schools(director).front(),
                          {week.index, 0, directors.key[director], static_cast<std::uint16_t>(minutes),
                           InteractionKind::director_support, Outcome::taken_up, static_cast<float>(gained)});
  }
}

}  // namespace districtsim
