#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/bounded_stock.hpp"
#include "sim/rules/leadership_team.hpp"
#include "sim/rules/skill.hpp"
#include "sim/rules/visit.hpp"

namespace districtsim {

namespace {

/// Rows of a table whose people belong to a school; the table keeps the order of schools.
Rows team_rows(const std::vector<SchoolId>& schools, std::size_t school) {
  const auto own = std::equal_range(schools.begin(), schools.end(), school);
  return {static_cast<std::size_t>(own.first - schools.begin()),
          static_cast<std::size_t>(own.second - schools.begin())};
}

/// Who comes to a school's meeting: the principal, as many assistant principals as have the time, all teacher leaders.
struct TeamMeeting {
  std::size_t school = 0;
  Rows assistants;
  Rows teacher_leaders;
  Minutes minutes = 0;  ///< of each
};

/// Constants of a week of team meetings.
struct TeamWeek {
  std::uint32_t index = 0;
  double norm_practice = 0.0;
  double learned_share = 0.0;  ///< of absorption, by a meeting
};

/// Mean skill that the meeting shows: the principal's and what teacher leaders can show in a classroom. [SD]
double shown_in_team(const Parameters& p, double norm_practice, const TeamMeeting& meeting,
                     const TeacherLeaders& leaders, const Principals& principals) {
  double sum = principals.skill(meeting.school);
  for (std::size_t row = meeting.teacher_leaders.begin; row < meeting.teacher_leaders.end; ++row) {
    double shown = 0.0;
    for (const float expertise : leaders.expertise[row]) shown += static_cast<double>(expertise) / dimension_count;
    sum += skill_that_shows(shown - norm_practice, p.visit);
  }
  return sum / (1.0 + static_cast<double>(meeting.teacher_leaders.size()));
}

/// One leader learns from the others; returns the gain in skill. [SD]
double learn_in_team(const Parameters& p, double learned_share, double gap, double& supported, double& absorption) {
  const double phi = gap_share(gap, p.skill.half_gap);
  const double taken = absorption * learned_share;
  const double gain = p.assistance.gain_rate * taken * phi;
  supported += gain;
  absorption -= taken * static_cast<double>(absorption_used(static_cast<float>(phi)));
  return gain;
}

void note_member(const TeamWeek& week, const TeamMeeting& meeting, PersonKey principal, PersonKey member, double gain,
                 Journal& journal) {
  journal.note(meeting.school, {week.index, principal, member, static_cast<std::uint16_t>(meeting.minutes),
                                InteractionKind::leadership_team, Outcome::taken_up, static_cast<float>(gain)});
}

/// Members come to know each other's strengths: roles get clearer, and each leader learns a little.
void share_expertise(const Conditions& conditions, const TeamWeek& week, const TeamMeeting& meeting,
                     Principals& principals, AssistantPrincipals& assistants, TeacherLeaders& leaders,
                     Journal& journal) {
  const Parameters& p = conditions.parameters;
  const std::size_t school = meeting.school;
  const PersonKey chair = principals.key[school];
  const double shown = shown_in_team(p, week.norm_practice, meeting, leaders, principals);
  for (std::size_t row = meeting.assistants.begin; row < meeting.assistants.end; ++row) {
    const double gain = learn_in_team(p, week.learned_share, shown - assistants.skill(row), assistants.supported[row],
                                      assistants.absorption[row]);
    note_member(week, meeting, chair, assistants.key[row], gain, journal);
  }
  learn_in_team(p, week.learned_share, shown - principals.skill(school), principals.supported[school],
                principals.absorption[school]);
  const auto gain = static_cast<float>(p.leadership_team.clarity_gain);
  for (std::size_t row = meeting.teacher_leaders.begin; row < meeting.teacher_leaders.end; ++row) {
    leaders.clarity[row] = raised(leaders.clarity[row], gain);
    note_member(week, meeting, chair, leaders.key[row], 0.0, journal);
  }
}

/// Those who can come; nobody (no minutes) if a team does not come about.
TeamMeeting call_team(Minutes minutes, std::size_t school, const Schools& schools, Rows assistants, Rows leaders) {
  const auto have_time = static_cast<std::size_t>(std::max(0, schools.instruction_left(school) / minutes));
  TeamMeeting meeting{school, assistants, leaders, 0};
  meeting.assistants.end = assistants.begin + std::min(assistants.size(), have_time == 0 ? 0 : have_time - 1);
  const bool alone = meeting.assistants.size() + leaders.size() == 0;
  meeting.minutes = have_time == 0 || alone ? 0 : minutes;
  return meeting;
}

void enter_meeting(const TeamMeeting& meeting, Schools& schools, SupportTally& support) {
  const auto assistants = static_cast<std::int32_t>(meeting.assistants.size());
  const auto teacher_leaders = static_cast<std::int32_t>(meeting.teacher_leaders.size());
  const Minutes of_leaders = (1 + assistants) * meeting.minutes;
  schools.committed[meeting.school] += of_leaders;
  support.enter(meeting.school, InteractionKind::leadership_team, assistants + teacher_leaders, 0,
                {PersonKind::school_leader, of_leaders},
                {PersonKind::teacher_leader, teacher_leaders * meeting.minutes});
}

}  // namespace

void lead_team(const Conditions& conditions, Week week, double norm_practice, Principals& principals,
               AssistantPrincipals& assistants, TeacherLeaders& leaders, Schools& schools, SupportTally& support,
               Journal& journal) {
  const Parameters& all = conditions.parameters;
  const LeadershipTeamParameters& p = all.leadership_team;
  const int interval = conditions.scenario.support.leadership_team_interval;
  // Without meetings what a team has built only fades.
  const bool planned = conditions.on(Mechanism::leadership_team) && (week.week + 1) % interval == 0;
  const Minutes minutes = std::max(1, in_minutes(p.meeting_hours));
  const TeamWeek plan{week.index, norm_practice, absorbed_share(p.meeting_hours * p.attention, all.skill.hours_scale)};
  for_blocks(schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows own = leaders_of(leaders, school);
      const Rows deputies = team_rows(assistants.school, school);
      for (std::size_t row = own.begin; row < own.end; ++row) {
        leaders.clarity[row] = lowered(leaders.clarity[row], static_cast<float>(p.clarity_fade));
      }
      if (own.size() + deputies.size() == 0) continue;  // nobody to be a team with
      schools.cohesion[school] = lowered(schools.cohesion[school], p.cohesion_fade);
      const double held = share_held(principals.engagement[school], all.principal_role.engagement, p);
      if (!planned || !is_held(week.index / static_cast<std::uint32_t>(interval), held)) continue;
      const TeamMeeting meeting = call_team(minutes, school, schools, deputies, own);
      if (meeting.minutes == 0) continue;
      enter_meeting(meeting, schools, support);
      share_expertise(conditions, plan, meeting, principals, assistants, leaders, journal);
      const double strength = team_multiplier(schools.discretion[school], principals.team_leading[school],
                                              all.principal_role.engagement, p);
      schools.cohesion[school] = raised(schools.cohesion[school], p.cohesion_gain * strength);
    }
  });
}

}  // namespace districtsim
