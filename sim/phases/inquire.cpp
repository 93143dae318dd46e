#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr int first_dimension = static_cast<int>(Dimension::pedagogy);
constexpr int last_dimension = static_cast<int>(Dimension::evidence);

/// Constants of a week's meetings: led by somebody, or not.
struct MeetingKind {
  bool led = false;
  Minutes minutes = 0;
  float strength = 0.0F;
  float taken_share = 0.0F;
  float half_gap = 0.0F;
  float trust_unled = 0.0F;  ///< in colleagues, where nobody leads
  UptakeTerms uptake;
};

MeetingKind meeting_kind(const Conditions& conditions, bool led) {
  const Parameters& p = conditions.parameters;
  MeetingKind kind;
  kind.led = led;
  kind.minutes = in_minutes(conditions.scenario.support.inquiry_hours);
  kind.strength = static_cast<float>(p.skill.gain_rate * (led ? 1.0 : p.inquiry.unled));
  kind.taken_share = static_cast<float>(
      absorbed_share(conditions.scenario.support.inquiry_hours * p.inquiry.attention, p.skill.hours_scale));
  kind.half_gap = static_cast<float>(p.skill.half_gap);
  kind.trust_unled = static_cast<float>(p.trust.start);
  kind.uptake = uptake_terms(p.coaching.legitimacy, p.uptake);
  return kind;
}

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

void meet(const Conditions& conditions, Week week, double norm_practice, const MeetingKind& kind, Rows rows,
          Teachers& teachers) {
  if (rows.size() < 2) return;
  const auto best = best_practice(conditions, norm_practice, kind.led, teachers, rows);
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    if (teachers.minutes_free[row] < kind.minutes) continue;
    teachers.minutes_free[row] = static_cast<std::int16_t>(teachers.minutes_free[row] - kind.minutes);
    const float trust = kind.led ? teachers.trust_principal[row] : kind.trust_unled;
    const float chance = uptake_probability(trust, teachers.resistance[row], kind.uptake);
    const LuckKey luck{teachers.key[row], 0};
    if (!conditions.draws.happens(static_cast<double>(chance), Purpose::inquiry_uptake, luck, week.index)) continue;
    learn_from_contact(teachers, row, best, first_dimension, last_dimension, kind.strength, kind.taken_share,
                       kind.half_gap);
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
  const MeetingKind led = meeting_kind(conditions, true);
  const MeetingKind unled = meeting_kind(conditions, false);
  if (led.minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const std::size_t first = schools.team_begin[school];
      const std::size_t count = schools.team_begin[school + 1] - first;
      const auto own = static_cast<Minutes>(
          static_cast<double>(schools.leaders[school].instruction - schools.director_minutes[school]) *
          (1.0 - p.visit.share_of_instruction));
      const auto by_leaders = std::min(count, static_cast<std::size_t>(own / led.minutes));
      const auto by_coaches = static_cast<std::size_t>(p.inquiry.teams_per_coach * schools.coaches[school]);
      schools.inquiry_minutes[school] = static_cast<Minutes>(by_leaders) * led.minutes;
      for (std::size_t turn = 0; turn < count; ++turn) {
        const std::size_t team = first + (week.index + turn) % count;  // leaders go round the teams
        meet(conditions, week, norm_practice, turn < by_leaders + by_coaches ? led : unled,
             {teams.teacher_begin[team], teams.teacher_begin[team + 1]}, teachers);
      }
    }
  });
}

}  // namespace districtsim
