#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Constants of a week of visits.
struct VisitWeek {
  Minutes of_leader = 0;
  Minutes of_teacher = 0;
  ContactTerms contact;
};

VisitWeek visit_week(const Parameters& p) {
  VisitWeek week;
  week.of_leader = std::max(1, in_minutes(p.visit.leader_hours));
  week.of_teacher = in_minutes(p.visit.teacher_hours);
  week.contact = contact_terms(p.visit.teacher_hours, p.visit.unspecific_loss, 1.0, p);
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
    visitors[count++] = visitor_of(assistants.key[row], assistants.talent[row], norm_practice, p);
  }
  return count;
}

void visit_one(const Draws& draws, Week week, const VisitWeek& plan, const Visitor& visitor, std::size_t row,
               Teachers& teachers) {
  const DrawBlock luck = draws.block(Purpose::visit_uptake, {teachers.key[row], visitor.key}, week.index);
  float& trust = teachers.trust_principal[row];
  if (open_unit(luck[0]) >= visitor.specific) {
    trust = lowered(trust, plan.contact.trust_loss);
    return;
  }
  const float chance = uptake_probability(trust, teachers.resistance[row], plan.contact.uptake);
  trust = raised(trust, plan.contact.trust_gain);
  if (open_unit(luck[1]) >= static_cast<double>(chance)) return;
  std::array<float, dimension_count> shown{};
  shown.fill(visitor.shown);
  learn_from_contact(teachers, row, shown, 1.0F, plan.contact);
}

/// Visits in one school this week, round the staff; the start of a week's round follows from the week.
void visit_school(const Draws& draws, Week week, const VisitWeek& plan, std::size_t visits, Rows staff,
                  const std::array<Visitor, most_visitors>& visitors, std::size_t visitor_count, Teachers& teachers) {
  std::size_t row = staff.begin + (week.index * visits) % staff.size();
  std::size_t visitor = 0;
  for (std::size_t turn = 0; turn < visits; ++turn) {
    if (teachers.minutes_free[row] >= plan.of_teacher) {
      teachers.minutes_free[row] -= plan.of_teacher;
      visit_one(draws, week, plan, visitors[visitor], row, teachers);
    }
    if (++row == staff.end) row = staff.begin;
    if (++visitor == visitor_count) visitor = 0;
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
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      const auto planned =
          static_cast<std::size_t>(static_cast<double>(schools.instruction_left(school)) * share / plan.of_leader);
      const std::size_t visits = std::min(planned, staff.size());
      if (visits == 0) continue;
      schools.visit_minutes[school] = static_cast<Minutes>(visits) * plan.of_leader;
      const std::size_t count = list_visitors(conditions, norm_practice, principals, assistants, school, visitors);
      visit_school(conditions.draws, week, plan, visits, staff, visitors, count, teachers);
    }
  });
}

}  // namespace districtsim
