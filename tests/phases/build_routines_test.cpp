#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(BuildRoutines, GrowWhereTeamsMetAndFadeWhereTheyDidNot) {
  SmallWorld world(small_scenario(2, 80));
  District& d = world.district;
  d.schools.inquired = {1.0, 0.0};
  build_routines(world.conditions, d.central, d.teacher_leaders, d.schools);
  const DataRoutinesParameters& p = world.conditions.parameters.data_routines;
  EXPECT_NEAR(d.schools.data_routines[0], p.start + p.gain * (1.0 - p.start) - p.fade * p.start, 1e-12);
  EXPECT_NEAR(d.schools.data_routines[1], p.start - p.fade * p.start, 1e-12);
}

TEST(BuildRoutines, AStrongerDataUnitBuildsThemFaster) {
  Scenario scenario = small_scenario(2, 80);
  SmallWorld usual(scenario);
  scenario.framework.schools_per_data_post = 8.0;
  SmallWorld staffed(scenario);
  SmallWorld learned(small_scenario(2, 80));
  learned.district.central.learned_data += 0.4;
  for (SmallWorld* world : {&usual, &staffed, &learned}) {
    world->district.schools.inquired = {1.0, 1.0};
    build_routines(world->conditions, world->district.central, world->district.teacher_leaders,
                   world->district.schools);
  }
  EXPECT_GT(staffed.district.schools.data_routines[0], usual.district.schools.data_routines[0]);
  EXPECT_GT(learned.district.schools.data_routines[0], usual.district.schools.data_routines[0]);
}

TEST(BuildRoutines, SwitchedOffTheyAreTheStart) {
  Scenario scenario = small_scenario(2, 80);
  scenario.mechanisms.turn(Mechanism::data_routines, false);
  SmallWorld world(scenario);
  world.district.schools.data_routines = {0.9, 0.1};
  build_routines(world.conditions, world.district.central, world.district.teacher_leaders, world.district.schools);
  EXPECT_EQ(world.district.schools.data_routines,
            std::vector<double>(2, world.conditions.parameters.data_routines.start));
}

}  // namespace
}  // namespace districtsim
