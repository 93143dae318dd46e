#include <gtest/gtest.h>

#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_leaders() {
  Scenario scenario = small_scenario(6, 240);
  scenario.framework.teachers_per_coach = 20.0;
  scenario.parameters.teacher_leader.office_pull = 0.2;
  return scenario;
}

/// Every school has leaders of 100 hours and a backlog of 20.
void busy(Schools& schools) {
  for (LeaderWeek& week : schools.leaders) week.total = 6000;
  std::fill(schools.backlog.begin(), schools.backlog.end(), 1200);
}

void misuse_week(SmallWorld& world) {
  District& d = world.district;
  misuse_roles(world.conditions, d.schools, d.teacher_leaders, d.support);
}

TEST(MisuseRoles, BacklogTakesItsShareOfProtectedTime) {
  SmallWorld world(with_leaders());
  busy(world.district.schools);
  misuse_week(world);
  const Minutes weekly = protected_minutes(world.conditions);
  const auto expected = static_cast<Minutes>(0.2 * 0.2 * weekly);
  Minutes sum = 0;
  for (const Minutes lost : world.district.teacher_leaders.office) {
    EXPECT_NEAR(lost, expected, 1);
    sum += lost;
  }
  Minutes entered = 0;
  for (const PlaceTally& place : world.district.support.places) {
    entered += place.hours[static_cast<std::size_t>(PersonKind::teacher_leader)]
                          [interaction_count + static_cast<std::size_t>(OtherActivity::office_work)];
  }
  EXPECT_EQ(entered, sum);
}

TEST(MisuseRoles, EvaluationTakesItsShareToo) {
  Scenario scenario = with_leaders();
  scenario.support.teacher_leaders_evaluate = 0.3;
  SmallWorld world(scenario);
  std::fill(world.district.schools.backlog.begin(), world.district.schools.backlog.end(), 0);
  misuse_week(world);
  const Minutes weekly = protected_minutes(world.conditions);
  for (const Minutes lost : world.district.teacher_leaders.office) EXPECT_EQ(lost, static_cast<Minutes>(0.3 * weekly));
}

TEST(MisuseRoles, ThoseOfHighStandingLoseLess) {
  SmallWorld world(with_leaders());
  busy(world.district.schools);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.legitimacy[0] = leaders.clarity[0] = 1.0F;
  leaders.legitimacy[1] = leaders.clarity[1] = 0.2F;
  misuse_week(world);
  EXPECT_LT(leaders.office[0], leaders.office[2]);
  EXPECT_GT(leaders.office[1], leaders.office[2]);
}

TEST(MisuseRoles, SwitchedOffNothingIsLostAndNothingIsLeftOfLastWeek) {
  Scenario scenario = with_leaders();
  scenario.mechanisms.turn(Mechanism::role_misuse, false);
  scenario.support.teacher_leaders_evaluate = 0.3;
  SmallWorld world(scenario);
  busy(world.district.schools);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  std::fill(leaders.office.begin(), leaders.office.end(), 7);
  misuse_week(world);
  for (const Minutes lost : leaders.office) EXPECT_EQ(lost, 0);
}

}  // namespace
}  // namespace districtsim
