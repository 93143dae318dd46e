#include <algorithm>
#include <vector>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/contact_sums.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

double mean_shown(const TeacherLeaders& leaders, std::size_t row) {
  const auto shown = shown_by(leaders, row);
  double sum = 0.0;
  for (const float own : shown) sum += static_cast<double>(own);
  return sum / dimension_count;
}

/// A meeting of these teacher leaders, neighbours in the table: roles get clearer, and everybody learns from the best.
struct PeerMeeting {
  double hours = 0.0;
  double room = 1.0;  ///< factor of a shared room
  double best = 0.0;  ///< [iSD] what can be learned from
};

/// Returns what one of them gains. [iSD]
float attend(const Conditions& conditions, const PeerMeeting& meeting, std::size_t row, TeacherLeaders& leaders) {
  const Parameters& p = conditions.parameters;
  leaders.clarity[row] =
      raised(leaders.clarity[row], static_cast<float>(clarity_gained(meeting.hours, meeting.room, p.peer_ties)));
  const double share = gap_share(meeting.best - mean_shown(leaders, row), p.skill.half_gap);
  const double taken = static_cast<double>(leaders.absorption[row]) *
                       absorbed_share(meeting.hours * p.peer_ties.attention, p.skill.hours_scale);
  const auto gained = static_cast<float>(p.skill.gain_rate * taken * share);
  leaders.supported[row] += gained;
  leaders.absorption[row] -= static_cast<float>(taken) * absorption_used(static_cast<float>(share));
  return gained;
}

void meet_all(const Conditions& conditions, Week week, PeerMeeting meeting, Rows rows, TeacherLeaders& leaders,
              Journal& journal) {
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    meeting.best = std::max(meeting.best, mean_shown(leaders, row));
  }
  meeting.best += conditions.parameters.peer_ties.margin;
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    const float gained = attend(conditions, meeting, row, leaders);
    const auto minutes = static_cast<std::uint16_t>(in_minutes(meeting.hours));
    journal.note(leaders.school[row],
                 {week.index, 0, leaders.key[row], minutes, InteractionKind::peer_ties, Outcome::taken_up, gained});
  }
}

/// Each of a school's teacher leaders spends the hours with their like; nobody in particular gives them.
void enter_peers(std::size_t school, Rows rows, double hours, SupportTally& support) {
  const auto people = static_cast<std::int32_t>(rows.size());
  support.enter(school, InteractionKind::peer_ties, people, 0, {PersonKind::teacher_leader, 0},
                {PersonKind::teacher_leader, people * in_minutes(hours)});
}

/// Those of one school meet, and with the cross-school teacher leader who is there this week.
void meet_in_schools(const Conditions& conditions, Week week, const Schools& schools, const CrossSchoolLeaders& across,
                     TeacherLeaders& leaders, SupportTally& support, Journal& journal) {
  const PeerTieParameters& p = conditions.parameters.peer_ties;
  const bool due = week.week % std::max(1, static_cast<int>(p.interval + 0.5)) == 0;
  const bool visits = conditions.on(Mechanism::demonstration_visits) && across.size() > 0;
  const double room = conditions.scenario.support.teacher_leaders_share_room ? p.same_room : 1.0;
  if (!due && !visits) return;
  for_blocks(schools.size(), 64, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) {
      const Rows own = leaders_of(leaders, school);
      const bool visited = visits && visiting_leader(across, school, week) < across.size();
      if (own.size() == 0 || (!visited && (!due || own.size() < 2))) continue;
      PeerMeeting meeting;
      meeting.hours = p.meeting_hours;
      meeting.room = own.size() >= 2 ? room : 1.0;
      if (visited) {
        for (const float shown : across.expertise[visiting_leader(across, school, week)])
          meeting.best += static_cast<double>(shown) / dimension_count;
      }
      meet_all(conditions, week, meeting, own, leaders, journal);
      enter_peers(school, own, meeting.hours, support);
    }
  });
}

/// Networks of neighbouring schools, as those of principals.
void meet_across_schools(const Conditions& conditions, Week week, const Schools& schools, TeacherLeaders& leaders,
                         SupportTally& support, Journal& journal) {
  const std::size_t count = schools.size();
  const auto networks = std::max<std::size_t>(
      1, static_cast<std::size_t>(static_cast<double>(count) / conditions.parameters.network.schools + 0.5));
  PeerMeeting meeting;
  meeting.hours = conditions.scenario.support.teacher_leader_network_hours;
  for_blocks(networks, 1, [&](Rows block) {
    for (std::size_t network = block.begin; network < block.end; ++network) {
      const Rows own{network * count / networks, (network + 1) * count / networks};
      const Rows people{leaders_of(leaders, own.begin).begin, leaders_of(leaders, own.end - 1).end};
      if (people.size() < 2) continue;
      meet_all(conditions, week, meeting, people, leaders, journal);
      for (std::size_t school = own.begin; school < own.end; ++school) {
        const Rows here = leaders_of(leaders, school);
        if (here.size() > 0) enter_peers(school, here, meeting.hours, support);
      }
    }
  });
}

/// Meetings take place in the hours that are not protected for work with teachers.
bool fits(const Conditions& conditions, double hours) {
  const double open = 1.0 - conditions.scenario.support.coach_time_with_teachers;
  return hours > 0.0 && hours <= conditions.parameters.coaching.work_week * open;
}

}  // namespace

void meet_peers(const Conditions& conditions, Week week, const Schools& schools, const CrossSchoolLeaders& across,
                TeacherLeaders& leaders, SupportTally& support, Journal& journal) {
  if (!conditions.on(Mechanism::peer_ties)) return;
  if (fits(conditions, conditions.parameters.peer_ties.meeting_hours)) {
    meet_in_schools(conditions, week, schools, across, leaders, support, journal);
  }
  if (is_network_week(conditions.scenario.calendar, week) &&
      fits(conditions, conditions.scenario.support.teacher_leader_network_hours)) {
    meet_across_schools(conditions, week, schools, leaders, support, journal);
  }
}

}  // namespace districtsim
