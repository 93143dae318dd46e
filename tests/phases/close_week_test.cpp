#include <gtest/gtest.h>

#include <numeric>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(CloseWeek, LeadersHoursThatWentToNoInteractionAreEnteredToTheMinute) {
  SmallWorld world(small_scenario(3, 120));
  Schools& schools = world.district.schools;
  LeaderWeek week;
  week.total = 3000;
  week.other = 1500;
  week.operations = 900;
  week.instruction = 600;
  schools.leaders.assign(3, week);
  schools.committed.assign(3, 100);
  schools.visit_minutes.assign(3, 60);
  schools.inquiry_minutes.assign(3, 120);
  close_week(schools, world.district.support);
  close_week(schools, world.district.support);
  const auto& hours = world.district.support.places[1].hours[static_cast<std::size_t>(PersonKind::school_leader)];
  const auto of = [&](OtherActivity activity) { return hours[interaction_count + static_cast<std::size_t>(activity)]; };
  EXPECT_EQ(of(OtherActivity::operations), 2 * 900);
  EXPECT_EQ(of(OtherActivity::other_duties), 2 * 1500);
  EXPECT_EQ(of(OtherActivity::instruction_alone), 2 * 320);
}

}  // namespace
}  // namespace districtsim
