#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_week.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/skill.hpp"

namespace districtsim {

namespace {

constexpr std::size_t pedagogy = static_cast<std::size_t>(Dimension::pedagogy);
constexpr std::size_t evidence = static_cast<std::size_t>(Dimension::evidence);
constexpr std::size_t most_rows = 1024;  ///< at least the teachers of the largest school

/// What the week's meetings have in common, led by somebody or not.
struct InquiryWeek {
  TeamMeetings step;
  float led_strength = 0.0F;
  float unled_strength = 0.0F;
  float led_best = 0.0F;   ///< [iSD] practice of the one who leads
  float colleague = 0.0F;  ///< [iSD] added to the best colleague's
  float trust_unled = 0.0F;
};

InquiryWeek inquiry_week(const Conditions& conditions, Week week, double norm_practice) {
  const Parameters& p = conditions.parameters;
  const double hours = conditions.scenario.support.inquiry_hours;
  // A meeting on assessments opens with student evidence by its nature.
  const UptakeTerms uptake = uptake_terms({p.inquiry.legitimacy, 1.0, 0.0}, p.uptake);
  InquiryWeek plan;
  plan.step.stream[0] = conditions.draws.stream()[0];
  plan.step.stream[1] = conditions.draws.stream()[1];
  plan.step.week = week.index;
  plan.step.purpose = static_cast<std::uint32_t>(Purpose::inquiry_uptake);
  plan.step.uptake_fixed = uptake.fixed;
  plan.step.uptake_trust = uptake.trust;
  plan.step.uptake_ownership = uptake.ownership;
  plan.step.uptake_resistance = uptake.resistance;
  plan.step.uptake_disarmed = uptake.disarmed;
  plan.step.taken_share = static_cast<float>(absorbed_share(hours * p.inquiry.attention, p.skill.hours_scale));
  plan.step.half_gap = static_cast<float>(p.skill.half_gap);
  plan.step.minutes = in_minutes(hours);
  plan.led_strength = static_cast<float>(p.skill.gain_rate);
  plan.unled_strength = static_cast<float>(p.skill.gain_rate * p.inquiry.unled);
  plan.led_best = static_cast<float>(norm_practice + p.inquiry.leader_margin);
  plan.colleague = static_cast<float>(p.inquiry.colleague_margin);
  plan.trust_unled = static_cast<float>(p.trust.start);
  return plan;
}

/// What each teacher of one school can learn from this week, by place within the school.
struct SchoolMeetings {
  std::array<float, most_rows> trust;
  std::array<float, most_rows> strength;
  std::array<std::array<float, most_rows>, 2> best;
};

float best_colleague(const Teachers& teachers, std::size_t dimension, Rows rows) {
  float best = -10.0F;
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    best = std::max(best, teachers.stable[dimension][row] + teachers.learned[row] + teachers.supported[dimension][row]);
  }
  return best;
}

/// Calls one team's meeting: everybody can learn from the best colleague, and from the one who leads.
void call_meeting(const InquiryWeek& plan, const Teachers& teachers, Rows rows, bool led, std::size_t first,
                  SchoolMeetings& meetings) {
  const bool meets = rows.size() >= 2;
  const float strength = !meets ? 0.0F : (led ? plan.led_strength : plan.unled_strength);
  const std::array<std::size_t, 2> dimensions = {pedagogy, evidence};
  for (std::size_t d = 0; d < 2; ++d) {
    const float colleague = best_colleague(teachers, dimensions[d], rows) + plan.colleague;
    const float best = led ? std::max(plan.led_best, colleague) : colleague;
    std::fill(&meetings.best[d][rows.begin - first], &meetings.best[d][rows.end - first], best);
  }
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    meetings.trust[row - first] = led ? teachers.trust_principal[row] : plan.trust_unled;
    meetings.strength[row - first] = strength;
  }
}

void hold_meetings(const InquiryWeek& plan, const SchoolMeetings& meetings, Rows rows, Teachers& teachers) {
  TeamMeetings step = plan.step;
  step.rows = rows.size();
  step.key = &teachers.key[rows.begin];
  step.trust = meetings.trust.data();
  step.strength = meetings.strength.data();
  step.resistance = &teachers.resistance[rows.begin];
  step.ownership = &teachers.ownership[rows.begin];
  step.learned = &teachers.learned[rows.begin];
  step.absorption = &teachers.absorption[rows.begin];
  step.minutes_free = &teachers.minutes_free[rows.begin];
  const std::array<std::size_t, 2> dimensions = {pedagogy, evidence};
  for (std::size_t d = 0; d < 2; ++d) {
    step.best[d] = meetings.best[d].data();
    step.stable[d] = &teachers.stable[dimensions[d]][rows.begin];
    step.supported[d] = &teachers.supported[dimensions[d]][rows.begin];
  }
  step_team_meetings(step);
}

/// Teams that somebody leads this week: as many as leaders have hours for, and as teacher leaders can take on.
std::size_t led_teams(const Conditions& conditions, const InquiryWeek& plan, std::size_t school, std::size_t teams,
                      const TeacherLeaders& leaders, Schools& schools) {
  const Parameters& p = conditions.parameters;
  const auto own = static_cast<Minutes>(static_cast<double>(schools.instruction_left(school)) *
                                        (1.0 - p.visit.share_of_instruction));
  const auto by_leaders = std::min(teams, static_cast<std::size_t>(own / plan.step.minutes));
  schools.inquiry_minutes[school] = static_cast<Minutes>(by_leaders) * plan.step.minutes;
  const auto own_coaches = std::equal_range(leaders.school.begin(), leaders.school.end(), school);
  const auto coaches = static_cast<double>(own_coaches.second - own_coaches.first);
  return by_leaders + static_cast<std::size_t>(p.inquiry.teams_per_coach * coaches);
}

}  // namespace

void inquire(const Conditions& conditions, Week week, double norm_practice, const Teams& teams,
             const TeacherLeaders& leaders, Schools& schools, Teachers& teachers) {
  std::fill(schools.inquiry_minutes.begin(), schools.inquiry_minutes.end(), 0);
  if (!conditions.on(Mechanism::team_inquiry)) return;
  // The first weeks of a year look at the state assessment of the last.
  const int since_assessment = week.week % conditions.scenario.calendar.assessment_interval;
  if (since_assessment >= conditions.scenario.support.inquiry_weeks) return;
  const InquiryWeek plan = inquiry_week(conditions, week, norm_practice);
  if (plan.step.minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows rows) {
    SchoolMeetings meetings;
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const std::size_t first_team = schools.team_begin[school];
      const std::size_t count = schools.team_begin[school + 1] - first_team;
      const std::size_t led = led_teams(conditions, plan, school, count, leaders, schools);
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      for (std::size_t turn = 0; turn < count; ++turn) {
        const std::size_t team = first_team + (week.index + turn) % count;  // leaders go round the teams
        call_meeting(plan, teachers, {teams.teacher_begin[team], teams.teacher_begin[team + 1]}, turn < led,
                     staff.begin, meetings);
      }
      hold_meetings(plan, meetings, staff, teachers);
    }
  });
}

}  // namespace districtsim
