#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

void enter_support(SmallWorld& world, std::size_t school) {
  SupportTally& support = world.district.support;
  const auto minutes = static_cast<Minutes>(world.district.schools.teachers(school)) * 60 * 4;
  support.enter(school, InteractionKind::coaching, 10, 0, {PersonKind::teacher_leader, minutes},
                {PersonKind::teacher, minutes});
  support.enter(school, InteractionKind::team_inquiry, 10, 0, {PersonKind::school_leader, 60},
                {PersonKind::teacher, minutes});
}

TEST(WeaveWeb, ASchoolWithSupportHasAWebAndOneWithoutHasNone) {
  SmallWorld world(small_scenario(3, 120));
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  enter_support(world, 1);
  weave_web(world.conditions, week_at(world.scenario.calendar, 0, 3), d);
  EXPECT_EQ(d.schools.web[0], 0.0);
  EXPECT_GT(d.schools.web[1], 0.2);
  EXPECT_LT(d.schools.web[1], 1.0);
}

TEST(WeaveWeb, ScatteredFocusAndBacklogTearIt) {
  SmallWorld world(small_scenario(3, 120));
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 3; ++school) enter_support(world, school);
  weave_web(world.conditions, week_at(world.scenario.calendar, 0, 3), d);
  const std::vector<double> before = d.schools.web;
  d.schools.coherence[0] = 0.7;
  d.schools.backlog[1] += d.schools.leaders[1].total / 2;
  weave_web(world.conditions, week_at(world.scenario.calendar, 0, 3), d);
  EXPECT_NEAR(d.schools.web[0], 0.7 * before[0], 1e-12);
  EXPECT_LT(d.schools.web[1], before[1]);
  EXPECT_EQ(d.schools.web[2], before[2]);
}

}  // namespace
}  // namespace districtsim
