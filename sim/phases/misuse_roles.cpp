#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Backlog of a school against its leaders' week. [1]
double relative_backlog(const Schools& schools, std::size_t school) {
  const Minutes total = schools.leaders[school].total;
  return total > 0 ? static_cast<double>(schools.backlog[school]) / static_cast<double>(total) : 0.0;
}

}  // namespace

void misuse_roles(const Conditions& conditions, const Schools& schools, TeacherLeaders& leaders,
                  SupportTally& support) {
  std::fill(leaders.office.begin(), leaders.office.end(), 0);
  if (!conditions.on(Mechanism::role_misuse)) return;
  const TeacherLeaderParameters& p = conditions.parameters.teacher_leader;
  const Minutes weekly = protected_minutes(conditions);
  const double evaluating = conditions.scenario.support.teacher_leaders_evaluate;
  for_blocks(schools.size(), 64, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) {
      const double backlog = relative_backlog(schools, school);
      const Rows own = leaders_of(leaders, school);
      Minutes lost = 0;
      for (std::size_t row = own.begin; row < own.end; ++row) {
        const double pulled = office_share(backlog, static_cast<double>(leaders.legitimacy[row]),
                                           static_cast<double>(leaders.clarity[row]), p);
        const double share = std::min(1.0, evaluating + pulled);
        leaders.office[row] = static_cast<Minutes>(share * static_cast<double>(weekly));
        lost += leaders.office[row];
      }
      if (lost > 0) support.enter(school, PersonKind::teacher_leader, OtherActivity::office_work, lost);
    }
  });
}

}  // namespace districtsim
