#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/agenda.hpp"

namespace districtsim {

namespace {

/// Nothing of an agenda: all dimensions alike.
void hear_nothing(Schools& schools) {
  for (auto& heard : schools.heard) heard.fill(static_cast<float>(even_weight));
  for (auto& emphasis : schools.emphasis) emphasis.fill(1.0F);
  std::fill(schools.coherence.begin(), schools.coherence.end(), 1.0);
}

double school_fidelity(const Conditions& conditions, const Principals& principals, const Schools& schools,
                       std::size_t school) {
  const Parameters& p = conditions.parameters;
  return heard_fidelity({schools.cohesion[school] - p.leadership_team.cohesion_start,
                         static_cast<double>(conditions.scenario.agenda.pathways - usual_pathways),
                         principals.engagement[school] - p.principal_role.engagement},
                        p.agenda);
}

/// What coherence now makes of support. [1]
double hear_focus(const Focus& focus, double fidelity, const AgendaParameters& p, std::size_t school,
                  Schools& schools) {
  Focus heard{};
  for (std::size_t d = 0; d < dimension_count; ++d) {
    heard[d] = heard_next(static_cast<double>(schools.heard[school][d]), focus[d], fidelity, p.hearing);
    schools.heard[school][d] = static_cast<float>(heard[d]);
  }
  schools.coherence[school] = coherence_of(focus, heard);
  const double multiplier = coherence_multiplier(schools.coherence[school], usual_coherence(focus, p), p);
  for (std::size_t d = 0; d < dimension_count; ++d) {
    schools.emphasis[school][d] = static_cast<float>(emphasis_of(heard[d], multiplier, p));
  }
  return multiplier;
}

/// Leaders' hours on instruction for each teacher: of principal and assistant principals, by the principal's skill, and
/// of teacher leaders in the week before. [h/week]
double leaders_effort(const Principals& principals, const Schools& schools, std::size_t school) {
  const double skill = std::max(0.0, 1.0 + principals.skill(school));
  const double minutes = static_cast<double>(schools.leaders[school].instruction) * skill +
                         static_cast<double>(schools.coach_minutes[school]);
  return in_hours(minutes) / std::max(1U, schools.teachers(school));
}

/// Ownership is a stock of its own in every teacher: the anchor moves, and with it what is believed.
void own_agenda(const AgendaParameters& p, double pull, Rows staff, Teachers& teachers) {
  for (std::size_t row = staff.begin; row < staff.end; ++row) {
    const auto anchor = static_cast<double>(teachers.ownership_anchor[row]);
    const auto change = static_cast<float>(ownership_next(anchor, pull, p.ownership_rate) - anchor);
    teachers.ownership_anchor[row] += change;
    teachers.ownership[row] += change;
    teachers.ownership_shared[row] += change;  // no experience beside it
  }
}

}  // namespace

void hear_agenda(const Conditions& conditions, Week week, const Principals& principals, Schools& schools,
                 Teachers& teachers) {
  if (!conditions.on(Mechanism::agenda)) {
    hear_nothing(schools);
    return;
  }
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const Agenda& plan = conditions.scenario.agenda;
  const AgendaParameters& p = conditions.parameters.agenda;
  const Focus focus = focus_of_year(plan.focus, plan.changes_yearly, week.year);
  for_blocks(schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const double carried =
          hear_focus(focus, school_fidelity(conditions, principals, schools, school), p, school, schools);
      const double pull = leaders_pull(leaders_effort(principals, schools, school), carried, p);
      own_agenda(p, pull, {schools.teacher_begin[school], schools.teacher_begin[school + 1]}, teachers);
    }
  });
}

}  // namespace districtsim
