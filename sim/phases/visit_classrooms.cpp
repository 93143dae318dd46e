#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/pair_draws.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Constants of a week of visits.
struct VisitWeek {
  Minutes of_leader = 0;
  Minutes of_teacher = 0;
  ContactTerms contact;
  UptakeTerms uptake;
};

VisitWeek visit_week(const Parameters& p) {
  VisitWeek week;
  week.of_leader = std::max(1, in_minutes(p.visit.leader_hours));
  week.of_teacher = in_minutes(p.visit.teacher_hours);
  week.contact = contact_terms(p.visit.teacher_hours, p.visit.unspecific_loss, p);
  week.uptake = uptake_terms({}, p.uptake);
  return week;
}

/// Who visits: what their feedback is like and what they can show in a classroom.
struct Visitor {
  PersonKey key = 0;
  double specific = 0.0;  ///< probability
  float shown = 0.0F;     ///< [iSD]
};

Visitor visitor_of(PersonKey key, double skill, double norm_practice, const VisitParameters& p) {
  return {key, specific_feedback(skill, p),
          static_cast<float>(norm_practice + p.leader_expertise + p.expertise_per_skill * skill)};
}

constexpr std::size_t most_visitors = 64;

/// A school's leaders, the principal first; returns how many.
std::size_t list_visitors(const Conditions& conditions, double norm_practice, const Principals& principals,
                          const AssistantPrincipals& assistants, std::size_t school,
                          std::array<Visitor, most_visitors>& visitors) {
  const VisitParameters& p = conditions.parameters.visit;
  std::size_t count = 0;
  visitors[count++] = visitor_of(principals.key[school], principals.skill(school), norm_practice, p);
  const auto first = std::lower_bound(assistants.school.begin(), assistants.school.end(), school);
  for (auto row = static_cast<std::size_t>(first - assistants.school.begin());
       row < assistants.size() && assistants.school[row] == school && count < most_visitors; ++row) {
    visitors[count++] = visitor_of(assistants.key[row], assistants.skill(row), norm_practice, p);
  }
  return count;
}

/// Two uniform draws of a visit: whether the feedback is specific, and whether it is taken up.
struct VisitLuck {
  double specific = 0.0;
  double uptake = 0.0;
};

void visit_one(const VisitLuck& luck, const VisitWeek& plan, const Visitor& visitor, std::size_t row,
               Teachers& teachers) {
  float& trust = teachers.trust_principal[row];
  if (luck.specific >= visitor.specific) {
    trust = lowered(trust, plan.contact.trust_loss);
    return;
  }
  const float chance = uptake_probability(offered_to(teachers, row, trust), plan.uptake);
  trust = raised(trust, plan.contact.trust_gain);
  if (luck.uptake >= static_cast<double>(chance)) return;
  Showing showing;
  showing.expertise.fill(visitor.shown);
  learn_from_contact(teachers, row, showing, plan.contact);
}

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

/// Visits in one school this week, from the turn on; as many at a time as draws are made for at once.
void visit_school(const VisitWeek& plan, std::size_t visits, VisitTurn turn,
                  const std::array<Visitor, most_visitors>& visitors, PairDraws& luck, Teachers& teachers) {
  for (std::size_t done = 0; done < visits; done += PairDraws::most) {
    const std::size_t count = std::min(visits - done, PairDraws::most);
    luck.clear();
    VisitTurn ahead = turn;
    for (std::size_t i = 0; i < count; ++i, ahead.next()) {
      luck.add(teachers.key[ahead.row], visitors[ahead.visitor].key);
    }
    draw_pairs(luck);
    for (std::size_t i = 0; i < count; ++i, turn.next()) {
      if (teachers.minutes_free[turn.row] < plan.of_teacher) continue;
      teachers.minutes_free[turn.row] -= plan.of_teacher;
      visit_one({open_unit(luck.words[0][i]), open_unit(luck.words[1][i])}, plan, visitors[turn.visitor], turn.row,
                teachers);
    }
  }
}

}  // namespace

void visit_classrooms(const Conditions& conditions, Week week, double norm_practice, const Principals& principals,
                      const AssistantPrincipals& assistants, Schools& schools, Teachers& teachers) {
  std::fill(schools.visit_minutes.begin(), schools.visit_minutes.end(), 0);
  if (!conditions.on(Mechanism::informal_visits)) return;
  const double share = conditions.parameters.visit.share_of_instruction;
  const VisitWeek plan = visit_week(conditions.parameters);
  for_blocks(schools.size(), 32, [&](Rows rows) {
    std::array<Visitor, most_visitors> visitors;
    PairDraws luck = pair_draws(conditions.draws, Purpose::visit_uptake, week);
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      const auto planned =
          static_cast<std::size_t>(static_cast<double>(schools.instruction_left(school)) * share / plan.of_leader);
      const std::size_t visits = std::min(planned, staff.size());
      if (visits == 0) continue;
      schools.visit_minutes[school] = static_cast<Minutes>(visits) * plan.of_leader;
      const std::size_t count = list_visitors(conditions, norm_practice, principals, assistants, school, visitors);
      // The start of a week's round follows from the week.
      const std::size_t start = staff.begin + (week.index * visits) % staff.size();
      visit_school(plan, visits, {staff, count, start, 0}, visitors, luck, teachers);
    }
  });
}

}  // namespace districtsim
