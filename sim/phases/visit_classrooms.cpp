#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/pair_draws.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/visitors.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

using Emphasis = std::array<float, dimension_count>;

/// Constants of a week of visits.
struct VisitWeek {
  std::uint32_t index = 0;
  Minutes of_leader = 0;
  Minutes of_teacher = 0;
  ContactTerms contact;
  UptakeTerms uptake;
};

VisitWeek visit_week(const Parameters& p, Week now) {
  VisitWeek week;
  week.index = now.index;
  week.of_leader = std::max(1, in_minutes(p.visit.leader_hours));
  week.of_teacher = in_minutes(p.visit.teacher_hours);
  week.contact = contact_terms(p.visit.teacher_hours, p.visit.unspecific_loss, p);
  week.uptake = uptake_terms({}, p.uptake);
  return week;
}

/// Two uniform draws of a visit: whether the feedback is specific, and whether it is taken up.
struct VisitLuck {
  double specific = 0.0;
  double uptake = 0.0;
};

/// How one visit ended, and the gain in mean practice. [iSD]
struct VisitResult {
  Outcome outcome{};
  float gain = 0.0F;
};

VisitResult visit_one(const VisitLuck& luck, const VisitWeek& plan, const Visitor& visitor, const Emphasis& emphasis,
                      std::size_t row, Teachers& teachers) {
  float& trust = teachers.trust_principal[row];
  if (luck.specific >= visitor.specific) {
    trust = lowered(trust, plan.contact.trust_loss);
    return {Outcome::nothing_to_act, 0.0F};
  }
  const float chance = uptake_probability(offered_to(teachers, row, trust), plan.uptake);
  trust = raised(trust, plan.contact.trust_gain);
  if (luck.uptake >= static_cast<double>(chance)) return {Outcome::refused, 0.0F};
  Showing showing;
  showing.expertise.fill(visitor.shown);
  showing.emphasis = emphasis;
  return {Outcome::taken_up, learn_from_contact(teachers, row, showing, plan.contact)};
}

/// A week's visits in one school.
struct VisitSums {
  std::int32_t kept = 0;  ///< took place, whether or not there was anything to act upon
  std::int32_t refused = 0;
  Minutes of_teachers = 0;
};

/// Round the rows of a school's staff, and round its visitors.
struct VisitTurn {
  Rows staff;
  std::size_t visitors = 0;
  std::size_t row = 0;
  std::size_t visitor = 0;

  void next() {
    if (++row == staff.end) row = staff.begin;
    if (++visitor == visitors) visitor = 0;
  }
};

/// Who takes part in a school's visits, and what the school puts weight on.
struct VisitedSchool {
  std::size_t school = 0;
  std::size_t visits = 0;
  Emphasis emphasis{};
  const std::array<Visitor, most_visitors>& visitors;
};

/// Visits in one school this week, from the turn on; as many at a time as draws are made for at once.
VisitSums visit_school(const VisitWeek& plan, const VisitedSchool& place, VisitTurn turn, PairDraws& luck,
                       Teachers& teachers, Journal& journal) {
  VisitSums sums;
  for (std::size_t done = 0; done < place.visits; done += PairDraws::most) {
    const std::size_t count = std::min(place.visits - done, PairDraws::most);
    luck.clear();
    VisitTurn ahead = turn;
    for (std::size_t i = 0; i < count; ++i, ahead.next()) {
      luck.add(teachers.key[ahead.row], place.visitors[ahead.visitor].key);
    }
    draw_pairs(luck);
    for (std::size_t i = 0; i < count; ++i, turn.next()) {
      const Visitor& visitor = place.visitors[turn.visitor];
      Interaction note{plan.index,       visitor.key, teachers.key[turn.row], 0, InteractionKind::informal_visits,
                       Outcome::no_time, 0.0F};
      if (teachers.minutes_free[turn.row] >= plan.of_teacher) {
        teachers.minutes_free[turn.row] -= plan.of_teacher;
        const VisitResult result = visit_one({open_unit(luck.words[0][i]), open_unit(luck.words[1][i])}, plan, visitor,
                                             place.emphasis, turn.row, teachers);
        note.minutes = static_cast<std::uint16_t>(plan.of_teacher);
        note.outcome = result.outcome;
        note.effect = result.gain;
        (result.outcome == Outcome::refused ? sums.refused : sums.kept) += 1;
        sums.of_teachers += plan.of_teacher;
      }
      journal.note(place.school, note);
    }
  }
  return sums;
}

/// Visits that a share of the leaders' instructional minutes allows, of what inquiry leaves.
std::size_t planned_visits(const VisitWeek& plan, const Schools& schools, std::size_t school, double share) {
  const auto wanted = static_cast<Minutes>(static_cast<double>(schools.instruction_left(school)) * share);
  const Minutes left = schools.instruction_left(school) - schools.inquiry_minutes[school];
  return static_cast<std::size_t>(std::max(0, std::min(wanted, left)) / plan.of_leader);
}

}  // namespace

void visit_classrooms(const Conditions& conditions, Week week, double norm_practice, const Principals& principals,
                      const AssistantPrincipals& assistants, Schools& schools, Teachers& teachers,
                      SupportTally& support, Journal& journal) {
  std::fill(schools.visit_minutes.begin(), schools.visit_minutes.end(), 0);
  if (!conditions.on(Mechanism::informal_visits)) return;
  const Parameters& p = conditions.parameters;
  const VisitWeek plan = visit_week(p, week);
  for_blocks(schools.size(), 32, [&](Rows rows) {
    std::array<Visitor, most_visitors> visitors;
    PairDraws luck = pair_draws(conditions.draws, Purpose::visit_uptake, week);
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      const double share =
          p.visit.share_of_instruction *
          visiting_multiplier(principals.engagement[school], principals.team_leading[school], p.principal_role);
      const std::size_t visits = std::min(planned_visits(plan, schools, school, share), staff.size());
      if (visits == 0) continue;
      schools.visit_minutes[school] = static_cast<Minutes>(visits) * plan.of_leader;
      const std::size_t count =
          list_visitors(conditions, norm_practice, principals, assistants, schools, school, visitors);
      // The start of a week's round follows from the week.
      const std::size_t start = staff.begin + (week.index * visits) % staff.size();
      const VisitSums sums = visit_school(plan, {school, visits, schools.emphasis[school], visitors},
                                          {staff, count, start, 0}, luck, teachers, journal);
      support.enter(school, InteractionKind::informal_visits, sums.kept, sums.refused,
                    {PersonKind::school_leader, schools.visit_minutes[school]},
                    {PersonKind::teacher, sums.of_teachers});
    }
  });
}

}  // namespace districtsim
