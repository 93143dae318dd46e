#include "sim/core/parallel.hpp"
#include "sim/phases/support_weeks.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

void release_time(const Conditions& conditions, Week week, const Schools& schools, Teachers& teachers,
                  SupportTally& support) {
  if (!conditions.on(Mechanism::resourcing)) return;
  const bool inquiry = conditions.on(Mechanism::team_inquiry) && is_inquiry_week(conditions.scenario, week);
  const bool development =
      conditions.on(Mechanism::professional_development) && development_days(conditions.scenario, week) > 0;
  const Minutes released = in_minutes(conditions.scenario.support.released_hours);
  if ((!inquiry && !development) || released <= 0) return;
  for_blocks(schools.size(), 64, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) {
      for (std::size_t row = schools.teacher_begin[school]; row < schools.teacher_begin[school + 1]; ++row) {
        teachers.minutes_free[row] += released;
      }
      const auto staff = static_cast<Minutes>(schools.teachers(school));
      support.enter(school, InteractionKind::resourcing, staff, 0, {PersonKind::school_leader, 0},
                    {PersonKind::teacher, staff * released});
    }
  });
}

}  // namespace districtsim
