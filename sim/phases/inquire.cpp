#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr int first_dimension = static_cast<int>(Dimension::pedagogy);
constexpr int last_dimension = static_cast<int>(Dimension::evidence);

struct Meeting {
  std::size_t team = 0;
  bool led = false;
  Minutes minutes = 0;
};

/// What a team can learn from: its best colleague in each dimension, and the one who leads it.
std::array<float, dimension_count> best_practice(const Conditions& conditions, double norm_practice, bool led,
                                                 const Teachers& teachers, Rows rows) {
  const InquiryParameters& p = conditions.parameters.inquiry;
  std::array<float, dimension_count> best{};
  for (int d = first_dimension; d <= last_dimension; ++d) {
    float& top = best[static_cast<std::size_t>(d)];
    top = led ? static_cast<float>(norm_practice + p.leader_margin) : -10.0F;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      top = std::max(top, teachers.practice(row, d) + static_cast<float>(p.colleague_margin));
    }
  }
  return best;
}

void meet(const Conditions& conditions, Week week, double norm_practice, const Teams& teams, Meeting meeting,
          Teachers& teachers) {
  const Parameters& p = conditions.parameters;
  const Rows rows{teams.teacher_begin[meeting.team], teams.teacher_begin[meeting.team + 1]};
  if (rows.size() < 2) return;
  const auto best = best_practice(conditions, norm_practice, meeting.led, teachers, rows);
  const auto strength = static_cast<float>(p.skill.gain_rate * (meeting.led ? 1.0 : p.inquiry.unled));
  const auto taken =
      static_cast<float>(absorbed_share(in_hours(meeting.minutes) * p.inquiry.attention, p.skill.hours_scale));
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    if (teachers.minutes_free[row] < meeting.minutes) continue;
    teachers.minutes_free[row] = static_cast<std::int16_t>(teachers.minutes_free[row] - meeting.minutes);
    const double trust = meeting.led ? static_cast<double>(teachers.trust_principal[row]) : p.trust.start;
    const double chance =
        uptake_probability(trust, p.coaching.legitimacy, static_cast<double>(teachers.resistance[row]), p.uptake);
    if (!conditions.draws.happens(chance, Purpose::inquiry_uptake, {teachers.key[row], 0}, week.index)) continue;
    learn_from_contact(teachers, row, best, first_dimension, last_dimension, strength, taken,
                       static_cast<float>(p.skill.half_gap));
  }
}

}  // namespace

void inquire(const Conditions& conditions, Week week, double norm_practice, const Teams& teams, Schools& schools,
             Teachers& teachers) {
  std::fill(schools.inquiry_minutes.begin(), schools.inquiry_minutes.end(), 0);
  if (!conditions.on(Mechanism::team_inquiry)) return;
  const Parameters& p = conditions.parameters;
  const SupportPlan& support = conditions.scenario.support;
  if (week.week % conditions.scenario.calendar.assessment_interval >= support.inquiry_weeks) return;
  const Minutes minutes = in_minutes(support.inquiry_hours);
  if (minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const std::size_t first = schools.team_begin[school];
      const std::size_t count = schools.team_begin[school + 1] - first;
      const auto own = static_cast<Minutes>(
          static_cast<double>(schools.leaders[school].instruction - schools.director_minutes[school]) *
          (1.0 - p.visit.share_of_instruction));
      const auto by_leaders = std::min(count, static_cast<std::size_t>(own / minutes));
      const auto by_coaches = static_cast<std::size_t>(p.inquiry.teams_per_coach * schools.coaches[school]);
      schools.inquiry_minutes[school] = static_cast<Minutes>(by_leaders) * minutes;
      for (std::size_t turn = 0; turn < count; ++turn) {
        const std::size_t team = first + (week.index + turn) % count;  // leaders go round the teams
        meet(conditions, week, norm_practice, teams, {team, turn < by_leaders + by_coaches, minutes}, teachers);
      }
    }
  });
}

}  // namespace districtsim
