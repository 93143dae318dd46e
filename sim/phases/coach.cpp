#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/contact_sums.hpp"
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
  week.weekly = protected_minutes(conditions);
  week.contact = contact_terms(p.coaching.contact_hours, p.trust.loss, p);
  return week;
}

/// One coach's week: who they are, what they bring to each contact, and what came of it.
struct CoachWeek {
  std::size_t coach = 0;
  ContactTerms contact;
  UptakeTerms uptake;
  Showing showing;
  ContactSums sums;
};

CoachWeek week_of_coach(const Conditions& conditions, const CoachingWeek& plan, Week week, std::size_t coach,
                        const Schools& schools, const TeacherLeaders& leaders) {
  const Parameters& p = conditions.parameters;
  CoachWeek own;
  own.coach = coach;
  own.contact = plan.contact;
  own.contact.trust_gain *=
      static_cast<float>(relationship_factor(static_cast<double>(leaders.relationship[coach]), p.teacher_leader));
  own.uptake = uptake_terms(standing_of(leaders, coach, conditions.scenario.support.open_with_evidence), p.uptake);
  own.showing = {shown_by(leaders, coach), leaders.quality[coach], schools.emphasis[leaders.school[coach]]};
  own.sums = sums_of(InteractionKind::coaching, leaders.school[coach], week);
  return own;
}

/// Offers one contact with the luck `u`; returns the minutes it costs the coach.
Minutes offer_contact(double u, const CoachingWeek& plan, CoachWeek& own, float fit, PersonKey giver, std::size_t row,
                      Teachers& teachers, Journal& journal) {
  float& trust = teachers.trust_coach[row];
  const float chance = uptake_probability(offered_to(teachers, row, trust), own.uptake);
  if (u >= static_cast<double>(chance)) {
    trust = lowered(trust, own.contact.trust_loss);
    ++own.sums.refused;
    own.sums.note(journal, giver, teachers.key[row], Outcome::refused, 0, 0.0F);
    return plan.refused;
  }
  Showing showing = own.showing;
  showing.quality *= fit;
  const float gain = learn_from_contact(teachers, row, showing, own.contact);
  teachers.minutes_free[row] -= plan.kept;
  trust = raised(trust, own.contact.trust_gain);
  ++own.sums.kept;
  own.sums.received += plan.kept;
  own.sums.note(journal, giver, teachers.key[row], Outcome::taken_up, plan.kept, gain);
  return plan.kept;
}

using CaseloadRows = std::array<TeacherId, PairDraws::most>;

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

/// A week round a caseload; returns the minutes given.
Minutes work_caseload(const Conditions& conditions, const CoachingWeek& plan, CoachWeek& own, PairDraws& luck,
                      TeacherLeaders& leaders, Teachers& teachers, Journal& journal) {
  const std::size_t coach = own.coach;
  const LeaderRole role = leaders.role[coach];
  const std::uint32_t size = leaders.caseload_begin[coach + 1] - leaders.caseload_begin[coach];
  const Minutes budget = minutes_for(time_of(role).coaching, plan.weekly, leaders.office[coach]);
  CaseloadRows rows;
  Minutes left = budget;
  for (std::uint32_t turn = 0; turn < size && left >= plan.kept;) {
    // As many as the hours may be enough for; a refused contact takes less, so there may be another turn.
    const auto likely = static_cast<std::uint32_t>(left / plan.kept) + 1;
    const std::uint32_t count = list_next(leaders, coach, std::min(size - turn, likely), teachers, rows, luck);
    std::uint32_t offered = 0;
    for (; offered < count && left >= plan.kept; ++offered) {
      const TeacherId row = rows[offered];
      if (teachers.minutes_free[row] < plan.kept) {
        own.sums.note(journal, leaders.key[coach], teachers.key[row], Outcome::no_time, 0, 0.0F);
        continue;
      }
      const Teams::Subject subject = subject_of(teachers, row);
      const auto fit = static_cast<float>(subject_fit(role, subject, conditions.parameters.teacher_leader));
      left -=
          offer_contact(open_unit(luck.words[0][offered]), plan, own, fit, leaders.key[coach], row, teachers, journal);
    }
    leaders.next[coach] = (leaders.next[coach] + offered) % size;
    turn += offered;
  }
  return budget - left;
}

/// What a week's contacts do to a coach's legitimacy.
void stand_by_contacts(const CoachingWeek& plan, const CoachWeek& own, const TeacherLeaderParameters& p,
                       TeacherLeaders& leaders) {
  const std::int32_t offers = own.sums.kept + own.sums.refused;
  if (offers == 0) return;
  const double kept_time =
      std::min(1.0, static_cast<double>(own.sums.received) / static_cast<double>(std::max(1, plan.weekly)));
  const double refused = static_cast<double>(own.sums.refused) / offers;
  float& legitimacy = leaders.legitimacy[own.coach];
  legitimacy = static_cast<float>(legitimacy_by_contacts(static_cast<double>(legitimacy), kept_time, refused, p));
}

}  // namespace

void coach(const Conditions& conditions, Week week, TeacherLeaders& leaders, Schools& schools, Teachers& teachers,
           SupportTally& support, Journal& journal) {
  std::fill(schools.coach_minutes.begin(), schools.coach_minutes.end(), 0);
  std::fill(leaders.minutes.begin(), leaders.minutes.end(), 0);
  if (!conditions.on(Mechanism::coaching)) return;
  const CoachingWeek plan = coaching_week(conditions);
  for_blocks(schools.size(), 32, [&](Rows block) {
    PairDraws luck = pair_draws(conditions.draws, Purpose::coaching_uptake, week);
    for (std::size_t school = block.begin; school < block.end; ++school) {
      const Rows coaches = leaders_of(leaders, school);
      ContactSums all = sums_of(InteractionKind::coaching, school, week);
      for (std::size_t row = coaches.begin; row < coaches.end; ++row) {
        CoachWeek own = week_of_coach(conditions, plan, week, row, schools, leaders);
        leaders.minutes[row] = work_caseload(conditions, plan, own, luck, leaders, teachers, journal);
        stand_by_contacts(plan, own, conditions.parameters.teacher_leader, leaders);
        all.kept += own.sums.kept;
        all.refused += own.sums.refused;
        all.given += leaders.minutes[row];
        all.received += own.sums.received;
      }
      schools.coach_minutes[school] = all.given;
      all.enter(support, PersonKind::teacher_leader, PersonKind::teacher);
    }
  });
}

}  // namespace districtsim
