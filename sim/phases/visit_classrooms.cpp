#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Who visits: key, instructional skill and what they can show in a classroom.
struct Visitor {
  PersonKey key = 0;
  double skill = 0.0;
};

Visitor visitor_of(const Principals& principals, const AssistantPrincipals& assistants, std::size_t school,
                   std::size_t first_assistant, std::size_t assistant_count, std::size_t turn) {
  const std::size_t place = turn % (assistant_count + 1);
  if (place == 0) return {principals.key[school], principals.skill(school)};
  const std::size_t row = first_assistant + place - 1;
  return {assistants.key[row], assistants.talent[row]};
}

void visit_one(const Conditions& conditions, Week week, double norm_practice, const Visitor& visitor, std::size_t row,
               float taken_share, Teachers& teachers) {
  const Parameters& p = conditions.parameters;
  const double trust = static_cast<double>(teachers.trust_principal[row]);
  const DrawBlock luck = conditions.draws.block(Purpose::visit_uptake, {teachers.key[row], visitor.key}, week.index);
  if (open_unit(luck[0]) >= specific_feedback(visitor.skill, p.visit)) {
    teachers.trust_principal[row] = static_cast<float>(lowered(trust, p.visit.unspecific_loss));
    return;
  }
  teachers.trust_principal[row] = static_cast<float>(raised(trust, p.trust.gain));
  const double chance = uptake_probability(trust, 1.0, static_cast<double>(teachers.resistance[row]), p.uptake);
  if (open_unit(luck[1]) >= chance) return;
  std::array<float, dimension_count> shown{};
  shown.fill(
      static_cast<float>(norm_practice + p.visit.leader_expertise + p.visit.expertise_per_skill * visitor.skill));
  learn_from_contact(teachers, row, shown, 0, dimension_count - 1, static_cast<float>(p.skill.gain_rate), taken_share,
                     static_cast<float>(p.skill.half_gap));
}

}  // namespace

void visit_classrooms(const Conditions& conditions, Week week, double norm_practice, const Principals& principals,
                      const AssistantPrincipals& assistants, Schools& schools, Teachers& teachers) {
  std::fill(schools.visit_minutes.begin(), schools.visit_minutes.end(), 0);
  if (!conditions.on(Mechanism::informal_visits)) return;
  const VisitParameters& p = conditions.parameters.visit;
  const Minutes of_leader = std::max(1, in_minutes(p.leader_hours));
  const Minutes of_teacher = in_minutes(p.teacher_hours);
  const auto taken_share = static_cast<float>(absorbed_share(p.teacher_hours, conditions.parameters.skill.hours_scale));
  for_blocks(schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const std::size_t first = schools.teacher_begin[school];
      const std::size_t staff = schools.teachers(school);
      if (staff == 0) continue;
      const auto first_assistant = static_cast<std::size_t>(
          std::lower_bound(assistants.school.begin(), assistants.school.end(), school) - assistants.school.begin());
      const auto planned = static_cast<std::size_t>(
          static_cast<double>(schools.leaders[school].instruction - schools.director_minutes[school]) *
          p.share_of_instruction / of_leader);
      const std::size_t visits = std::min(planned, staff);
      // Leaders go round the staff; the start of a week's round follows from the week.
      for (std::size_t turn = 0; turn < visits; ++turn) {
        const std::size_t row = first + (week.index * visits + turn) % staff;
        schools.visit_minutes[school] += of_leader;
        if (teachers.minutes_free[row] < of_teacher) continue;
        teachers.minutes_free[row] = static_cast<std::int16_t>(teachers.minutes_free[row] - of_teacher);
        const Visitor visitor = visitor_of(principals, assistants, school, first_assistant,
                                           static_cast<std::size_t>(schools.assistants[school]), turn);
        visit_one(conditions, week, norm_practice, visitor, row, taken_share, teachers);
      }
    }
  });
}

}  // namespace districtsim
