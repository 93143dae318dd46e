#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/pair_draws.hpp"
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
  week.refused = std::min(week.kept, in_minutes(p.coaching.refused_hours));
  week.weekly = in_minutes(p.coaching.work_week * conditions.scenario.support.coach_time_with_teachers);
  week.contact = contact_terms(p.coaching.contact_hours, p.trust.loss, p);
  return week;
}

/// Offers one contact with the luck `u`; returns the minutes it costs the coach.
Minutes offer_contact(double u, const CoachingWeek& plan, const UptakeTerms& uptake, const Showing& showing,
                      std::size_t row, Teachers& teachers) {
  float& trust = teachers.trust_coach[row];
  const float chance = uptake_probability(offered_to(teachers, row, trust), uptake);
  if (u >= static_cast<double>(chance)) {
    trust = lowered(trust, plan.contact.trust_loss);
    return plan.refused;
  }
  learn_from_contact(teachers, row, showing, plan.contact);
  teachers.minutes_free[row] -= plan.kept;
  trust = raised(trust, plan.contact.trust_gain);
  return plan.kept;
}

using CaseloadRows = std::array<std::uint32_t, PairDraws::most>;

/// Rows and luck of the next teachers on a caseload, up to `turns`; returns how many.
std::uint32_t list_next(const TeacherLeaders& leaders, std::size_t coach, std::uint32_t turns, const Teachers& teachers,
                        CaseloadRows& rows, PairDraws& luck) {
  const std::uint32_t first = leaders.caseload_begin[coach];
  const std::uint32_t size = leaders.caseload_begin[coach + 1] - first;
  const std::uint32_t count = std::min<std::uint32_t>(turns, PairDraws::most);
  std::uint32_t place = leaders.next[coach];
  luck.clear();
  for (std::uint32_t turn = 0; turn < count; ++turn) {
    rows[turn] = leaders.caseload[first + place];
    luck.add(teachers.key[rows[turn]], leaders.key[coach]);
    if (++place == size) place = 0;
  }
  draw_pairs(luck);
  return count;
}

void work_caseload(const Conditions& conditions, const CoachingWeek& plan, std::size_t coach, PairDraws& luck,
                   const Schools& schools, TeacherLeaders& leaders, Teachers& teachers) {
  const double standing = static_cast<double>(leaders.legitimacy[coach] * leaders.clarity[coach]);
  const UptakeTerms uptake = uptake_terms(
      {standing, conditions.scenario.support.open_with_evidence, static_cast<double>(leaders.taint[coach])},
      conditions.parameters.uptake);
  const Showing showing{leaders.expertise[coach], leaders.quality[coach], schools.emphasis[leaders.school[coach]]};
  const std::uint32_t size = leaders.caseload_begin[coach + 1] - leaders.caseload_begin[coach];
  CaseloadRows rows;
  Minutes left = plan.weekly;
  for (std::uint32_t turn = 0; turn < size && left >= plan.kept;) {
    const std::uint32_t count = list_next(leaders, coach, size - turn, teachers, rows, luck);
    std::uint32_t offered = 0;
    for (; offered < count && left >= plan.kept; ++offered) {
      if (teachers.minutes_free[rows[offered]] < plan.kept) continue;
      left -= offer_contact(open_unit(luck.words[0][offered]), plan, uptake, showing, rows[offered], teachers);
    }
    leaders.next[coach] = (leaders.next[coach] + offered) % size;
    turn += offered;
  }
  leaders.minutes[coach] = plan.weekly - left;
}

}  // namespace

void coach(const Conditions& conditions, Week week, TeacherLeaders& leaders, Schools& schools, Teachers& teachers) {
  std::fill(schools.coach_minutes.begin(), schools.coach_minutes.end(), 0);
  if (!conditions.on(Mechanism::coaching)) return;
  const CoachingWeek plan = coaching_week(conditions);
  for_blocks(leaders.size(), 64, [&](Rows rows) {
    PairDraws luck = pair_draws(conditions.draws, Purpose::coaching_uptake, week);
    for (std::size_t row = rows.begin; row < rows.end; ++row)
      work_caseload(conditions, plan, row, luck, schools, leaders, teachers);
  });
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    schools.coach_minutes[leaders.school[row]] += leaders.minutes[row];
  }
}

}  // namespace districtsim
