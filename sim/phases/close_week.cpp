#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

void close_week(const Schools& schools, SupportTally& support) {
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const LeaderWeek& week = schools.leaders[school];
      const Minutes alone =
          schools.instruction_left(school) - schools.visit_minutes[school] - schools.inquiry_minutes[school];
      support.enter(school, PersonKind::school_leader, OtherActivity::operations, week.operations);
      support.enter(school, PersonKind::school_leader, OtherActivity::other_duties, week.other - week.public_work);
      support.enter(school, PersonKind::school_leader, OtherActivity::public_work, week.public_work);
      support.enter(school, PersonKind::school_leader, OtherActivity::instruction_alone, alone);
    }
  });
}

}  // namespace districtsim
