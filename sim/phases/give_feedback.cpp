#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Whether principals get feedback this week: so many times a year, evenly.
bool is_feedback_week(const Scenario& scenario, Week week) {
  const int times = scenario.support.leadership_feedback;
  for (int turn = 1; turn <= times; ++turn) {
    if (week.week == turn * scenario.calendar.weeks_per_year / (times + 1)) return true;
  }
  return false;
}

/// The gain of skill. [SD] Without assistance lately there is none, and trust suffers.
double hear_feedback(const Conditions& conditions, std::size_t school, Principals& principals) {
  const Parameters& p = conditions.parameters;
  const LeadershipFeedbackParameters& feedback = p.leadership_feedback;
  const double assisted = principals.assisted[school];
  if (assisted < feedback.attached) {
    double& trust = principals.trust_director[school];
    trust = lowered(trust, feedback.loss);
    return 0.0;
  }
  const double share = absorbed_share(feedback.hours, p.skill.hours_scale) * assisted;
  return learn_skill(feedback.gap, share, p.assistance.gain_rate, p.skill.half_gap, principals.supported[school],
                     principals.absorption[school]);
}

void give_to_caseload(const Conditions& conditions, Week week, std::size_t director, District& district) {
  const Parameters& p = conditions.parameters;
  const Minutes minutes = in_minutes(p.leadership_feedback.hours);
  const Minutes work_week = in_minutes(p.assistance.work_week);
  Directors& directors = district.directors;
  for (const std::uint32_t school : directors.schools(director)) {
    if (directors.minutes[director] + minutes > work_week) return;
    if (district.schools.instruction_left(school) < minutes) continue;
    const double gained = hear_feedback(conditions, school, district.principals);
    directors.minutes[director] += minutes;
    district.schools.committed[school] += minutes;
    district.support.enter(school, InteractionKind::leadership_feedback, 1, 0, {PersonKind::director, minutes},
                           {PersonKind::school_leader, minutes});
    district.journal.note(school,
                          {week.index, directors.key[director], district.principals.key[school],
                           static_cast<std::uint16_t>(minutes), InteractionKind::leadership_feedback,
                           gained > 0.0 ? Outcome::taken_up : Outcome::nothing_to_act, static_cast<float>(gained)});
  }
}

}  // namespace

void give_feedback(const Conditions& conditions, Week week, District& district) {
  if (!conditions.on(Mechanism::leadership_feedback)) return;
  if (!is_feedback_week(conditions.scenario, week)) return;
  for_blocks(district.directors.size(), 8, [&](Rows rows) {
    for (std::size_t director = rows.begin; director < rows.end; ++director) {
      give_to_caseload(conditions, week, director, district);
    }
  });
}

}  // namespace districtsim
