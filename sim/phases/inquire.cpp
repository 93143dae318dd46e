#include <algorithm>
#include <array>
#include <cmath>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/conclude_meetings.hpp"
#include "sim/phases/teacher_week.hpp"
#include "sim/phases/team_meetings.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/data_routines.hpp"
#include "sim/rules/skill.hpp"
#include "sim/rules/team_time.hpp"

namespace districtsim {

namespace {

/// What the week's meetings have in common.
struct InquiryWeek {
  TeamMeetings step;
  MeetingTerms terms;
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
  plan.terms.led_strength = static_cast<float>(p.skill.gain_rate);
  plan.terms.unled_strength = static_cast<float>(p.skill.gain_rate * p.inquiry.unled);
  plan.terms.led_best = static_cast<float>(norm_practice + p.inquiry.leader_margin);
  plan.terms.colleague = static_cast<float>(p.inquiry.colleague_margin);
  plan.terms.trust_unled = static_cast<float>(p.trust.start);
  plan.terms.led_expectations = static_cast<float>(p.inquiry.expectations);
  return plan;
}

/// What a school's time for instruction and its routines make of its meetings. [1]
float meeting_quality(const Conditions& conditions, const Schools& schools, std::size_t school) {
  const Parameters& p = conditions.parameters;
  return static_cast<float>(team_time_multiplier(schools.team_share[school], p.team_time) *
                            routines_multiplier(schools.data_routines[school], p.data_routines));
}

/// Teams that a school's teacher leaders can take on, in the hours that are not protected for work with teachers.
std::size_t teams_of_teacher_leaders(const Conditions& conditions, Minutes minutes, Rows rows,
                                     const TeacherLeaders& leaders) {
  const Parameters& p = conditions.parameters;
  const double most = std::floor(minutes_for_teams(conditions) / static_cast<double>(minutes));
  double teams = 0.0;
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    teams += std::min(most, teams_led_by(leaders.role[row], p.inquiry));
  }
  return static_cast<std::size_t>(teams);
}

/// Teams that leaders and teacher leaders lead this week.
struct LedTeams {
  std::size_t by_leaders = 0;
  std::size_t by_teacher_leaders = 0;
};

/// As many as leaders have hours for, and as teacher leaders can take on of the others.
LedTeams led_teams(const Conditions& conditions, Minutes minutes, std::size_t school, std::size_t teams,
                   const TeacherLeaders& leaders, Schools& schools) {
  const Parameters& p = conditions.parameters;
  const auto own = static_cast<Minutes>(static_cast<double>(schools.instruction_left(school)) *
                                        (1.0 - p.visit.share_of_instruction));
  const auto by_leaders = std::min(teams, static_cast<std::size_t>(std::max(0, own / minutes)));
  schools.inquiry_minutes[school] = static_cast<Minutes>(by_leaders) * minutes;
  return {by_leaders, std::min(teams - by_leaders,
                               teams_of_teacher_leaders(conditions, minutes, leaders_of(leaders, school), leaders))};
}

/// Calls the meetings of a school's teams; leaders go round the teams of two or more. Returns how many teacher leaders
/// lead.
std::size_t call_meetings(const Conditions& conditions, const InquiryWeek& plan, const Teams& teams,
                          const TeacherLeaders& leaders, const Teachers& teachers, std::size_t school, Schools& schools,
                          SchoolMeetings& meetings) {
  const std::size_t first_team = schools.team_begin[school];
  const std::size_t count = schools.team_begin[school + 1] - first_team;
  const std::size_t first = schools.teacher_begin[school];
  std::size_t meeting = 0;
  for (std::size_t team = first_team; team < first_team + count; ++team) {
    if (teams.teacher_begin[team + 1] - teams.teacher_begin[team] >= 2) ++meeting;
  }
  const LedTeams by = led_teams(conditions, plan.step.minutes, school, meeting, leaders, schools);
  std::size_t led = by.by_leaders + by.by_teacher_leaders;
  MeetingTerms terms = plan.terms;
  terms.led_strength *= meeting_quality(conditions, schools, school);
  terms.unled_strength *= meeting_quality(conditions, schools, school);
  for (std::size_t turn = 0; turn < count; ++turn) {
    const std::size_t team = first_team + (plan.step.week + turn) % count;
    const Rows members{teams.teacher_begin[team] - first, teams.teacher_begin[team + 1] - first};
    const bool is_led = led > 0 && members.size() >= 2;
    if (is_led) --led;
    call_meeting(terms, &teachers.trust_principal[first], members, is_led, meetings);
  }
  return by.by_teacher_leaders;
}

void hold_meetings(const InquiryWeek& plan, const std::array<float, dimension_count>& emphasis, Rows rows,
                   SchoolMeetings& meetings, Teachers& teachers) {
  TeamMeetings step = plan.step;
  step.rows = rows.size();
  step.key = &teachers.key[rows.begin];
  step.trust = meetings.trust.data();
  step.strength = meetings.strength.data();
  step.resistance = &teachers.resistance[rows.begin];
  step.ownership = &teachers.ownership[rows.begin];
  step.absorption = &teachers.absorption[rows.begin];
  step.minutes_free = &teachers.minutes_free[rows.begin];
  step.outcome = meetings.outcome.data();
  for (std::size_t d = 0; d < 2; ++d) {
    step.best[d] = meetings.best[d].data();
    step.practice[d] = meetings.practice[d].data();
    step.supported[d] = &teachers.supported[inquiry_dimensions[d]][rows.begin];
    step.emphasis[d] = emphasis[inquiry_dimensions[d]];
  }
  step_team_meetings(step);
}

}  // namespace

void inquire(const Conditions& conditions, Week week, double norm_practice, const Teams& teams,
             const TeacherLeaders& leaders, Schools& schools, Teachers& teachers, SupportTally& support,
             Journal& journal) {
  std::fill(schools.inquiry_minutes.begin(), schools.inquiry_minutes.end(), 0);
  std::fill(schools.inquired.begin(), schools.inquired.end(), 0.0);
  if (!conditions.on(Mechanism::team_inquiry)) return;
  // The first weeks of a year look at the state assessment of the last.
  const int since_assessment = week.week % conditions.scenario.calendar.assessment_interval;
  if (since_assessment >= conditions.scenario.support.inquiry_weeks) return;
  const InquiryWeek plan = inquiry_week(conditions, week, norm_practice);
  if (plan.step.minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows rows) {
    SchoolMeetings meetings;
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      if (staff.size() == 0) continue;
      look_at_practice(teachers, staff, meetings);
      const std::size_t led = call_meetings(conditions, plan, teams, leaders, teachers, school, schools, meetings);
      hold_meetings(plan, schools.emphasis[school], staff, meetings, teachers);
      conclude(meetings, plan.step.minutes, school, staff, schools, teachers, support);
      support.enter(school, InteractionKind::team_inquiry, 0, 0,
                    {PersonKind::teacher_leader, static_cast<Minutes>(led) * plan.step.minutes},
                    {PersonKind::teacher, 0});
      if (journal.open()) note_meetings(meetings, plan.step, school, staff, teachers, journal);
    }
  });
}

}  // namespace districtsim
