#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Constants of a week of coaching.
struct CoachingWeek {
  Minutes kept = 0;
  Minutes refused = 0;
  Minutes weekly = 0;
  ContactTerms contact;
};

CoachingWeek coaching_week(const Conditions& conditions) {
  const Parameters& p = conditions.parameters;
  CoachingWeek week;
  week.kept = std::max(1, in_minutes(p.coaching.contact_hours));
  week.refused = in_minutes(p.coaching.refused_hours);
  week.weekly = in_minutes(p.coaching.work_week * conditions.scenario.support.coach_time_with_teachers);
  week.contact = contact_terms(p.coaching.contact_hours, p.trust.loss, p.coaching.legitimacy, p);
  return week;
}

/// Offers one contact; returns the minutes it costs the coach.
Minutes offer_contact(const Draws& draws, Week week, const CoachingWeek& plan, const TeacherLeaders& leaders,
                      std::size_t coach, std::size_t row, Teachers& teachers) {
  const LuckKey pair{teachers.key[row], leaders.key[coach]};
  float& trust = teachers.trust_coach[row];
  const float chance = uptake_probability(trust, teachers.resistance[row], plan.contact.uptake);
  if (!draws.happens(static_cast<double>(chance), Purpose::coaching_uptake, pair, week.index)) {
    trust = lowered(trust, plan.contact.trust_loss);
    return plan.refused;
  }
  learn_from_contact(teachers, row, leaders.expertise[coach], leaders.quality[coach], plan.contact);
  teachers.minutes_free[row] -= plan.kept;
  trust = raised(trust, plan.contact.trust_gain);
  return plan.kept;
}

void work_caseload(const Draws& draws, Week week, const CoachingWeek& plan, std::size_t coach, TeacherLeaders& leaders,
                   Teachers& teachers) {
  const std::uint32_t first = leaders.caseload_begin[coach];
  const std::uint32_t size = leaders.caseload_begin[coach + 1] - first;
  Minutes left = plan.weekly;
  for (std::uint32_t turn = 0; turn < size && left >= plan.kept; ++turn) {
    const std::size_t row = leaders.caseload[first + leaders.next[coach]];
    leaders.next[coach] = (leaders.next[coach] + 1) % size;
    if (teachers.minutes_free[row] < plan.kept) continue;
    left -= offer_contact(draws, week, plan, leaders, coach, row, teachers);
  }
  leaders.minutes[coach] = plan.weekly - left;
}

}  // namespace

void coach(const Conditions& conditions, Week week, TeacherLeaders& leaders, Schools& schools, Teachers& teachers) {
  std::fill(schools.coach_minutes.begin(), schools.coach_minutes.end(), 0);
  if (!conditions.on(Mechanism::coaching)) return;
  const CoachingWeek plan = coaching_week(conditions);
  for_blocks(leaders.size(), 64, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      work_caseload(conditions.draws, week, plan, row, leaders, teachers);
    }
  });
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    schools.coach_minutes[leaders.school[row]] += leaders.minutes[row];
  }
}

}  // namespace districtsim
