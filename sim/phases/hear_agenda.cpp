#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/initiative.hpp"
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

/// Who says what to teach, and how that is taken (Portin et al. 2009, Table 1).
struct Guidance {
  Initiative held = Initiative::shared;
  double fidelity = 1.0;  ///< [1] relative change of the share of the focus that arrives
  double pull = 1.0;      ///< [1] of the pull on ownership
};

Guidance guidance_in(const Conditions& conditions) {
  const InitiativeParameters& p = conditions.parameters.initiative;
  const Initiative held = held_in(conditions, &Initiatives::instructional_guidance);
  if (held == Initiative::district) return {held, 1.0 + p.guidance, 1.0 - p.imposed};
  return held == Initiative::school ? Guidance{held, 1.0, 1.0 + p.chosen} : Guidance{};
}

/// What coherence now makes of support [1]. Teachers hear the focus that their school leads with: the plan's, or its
/// own, which does not fit the plan.
double hear_focus(const Focus& plan, const Focus& focus, double fidelity, const AgendaParameters& p, std::size_t school,
                  Schools& schools) {
  Focus heard{};
  for (std::size_t d = 0; d < dimension_count; ++d) {
    heard[d] = heard_next(static_cast<double>(schools.heard[school][d]), focus[d], fidelity, p.hearing);
    schools.heard[school][d] = static_cast<float>(heard[d]);
  }
  schools.coherence[school] = coherence_of(plan, heard);
  const double multiplier = coherence_multiplier(coherence_of(focus, heard), usual_coherence(focus, p), p);
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
  const Guidance guidance = guidance_in(conditions);
  for_blocks(schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Focus lead =
          guidance.held == Initiative::school ? school_focus(conditions, principals, schools, teachers, school) : focus;
      const double fidelity =
          std::min(1.0, guidance.fidelity * school_fidelity(conditions, principals, schools, school));
      const double carried = hear_focus(focus, lead, fidelity, p, school, schools);
      const double pull = guidance.pull * leaders_pull(leaders_effort(principals, schools, school), carried, p);
      own_agenda(p, pull, {schools.teacher_begin[school], schools.teacher_begin[school + 1]}, teachers);
    }
  });
}

}  // namespace districtsim
