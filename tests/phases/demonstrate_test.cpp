#include <gtest/gtest.h>

#include "sim/district/build_ledger.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario demonstrating(double uptake_base) {
  Scenario scenario = small_scenario(6, 360);
  scenario.framework.teachers_per_coach = 40.0;
  scenario.framework.teacher_leader_roles = {LeaderRole::demonstration_teacher};
  scenario.parameters.uptake.base = uptake_base;
  scenario.parameters.demonstration.visit_hours = 1.0;
  scenario.parameters.demonstration.group = 4.0;
  scenario.parameters.demonstration.expectations_gain = 0.1;
  return scenario;
}

void demonstrate_week(SmallWorld& world, int week) {
  District& d = world.district;
  demonstrate(world.conditions, week_at(world.scenario.calendar, 0, week), d.teacher_leaders, d.cross_school_leaders,
              d.schools, d.teachers, d.support, d.journal);
}

TEST(Demonstrate, VisitorsSpendTheHoursAndTheirExpectationsRise) {
  SmallWorld world(demonstrating(80.0));
  const Teachers before = world.district.teachers;
  demonstrate_week(world, 0);
  const Teachers& teachers = world.district.teachers;
  int visitors = 0;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    const int spent = before.minutes_free[row] - teachers.minutes_free[row];
    if (spent == 0) {
      EXPECT_EQ(teachers.expectations[row], before.expectations[row]);
      continue;
    }
    EXPECT_EQ(spent % 60, 0);
    if (spent == 60) {
      EXPECT_NEAR(teachers.expectations[row], before.expectations[row] + 0.1F * (1.0F - before.expectations[row]),
                  1e-6);
    }
    EXPECT_GE(teachers.supported[1][row], before.supported[1][row]);
    visitors += spent / 60;
  }
  int kept = 0;
  Minutes given = 0;
  Minutes received = 0;
  for (const PlaceTally& place : world.district.support.places) {
    kept += place.of(InteractionKind::demonstration_visits).kept;
    given += place.of(InteractionKind::demonstration_visits).given;
    received += place.of(InteractionKind::demonstration_visits).received;
  }
  EXPECT_EQ(kept, visitors);
  EXPECT_EQ(received, 60 * visitors);
  EXPECT_EQ(given * 4, received) << "four to a visit";
}

TEST(Demonstrate, HoursAreTheRolesShareOfProtectedTime) {
  SmallWorld world(demonstrating(80.0));
  demonstrate_week(world, 0);
  const Minutes share = minutes_for(0.7, protected_minutes(world.conditions), 0);
  for (const Minutes minutes : world.district.teacher_leaders.minutes) {
    EXPECT_EQ(minutes, share / 60 * 60);
  }
}

TEST(Demonstrate, SeveralOfASchoolShareItsStaff) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 150, 0.5, 60)});
  scenario.district.schools[0].coaches = 2;
  scenario.framework.teacher_leader_roles = {LeaderRole::demonstration_teacher};
  scenario.parameters.uptake.base = 80.0;
  scenario.parameters.demonstration.visit_hours = 1.0;
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  demonstrate_week(world, 3);
  int visitors = 0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    const int spent = before.minutes_free[row] - world.district.teachers.minutes_free[row];
    EXPECT_LE(spent, 60) << "nobody is invited twice while others are not";
    visitors += spent / 60;
  }
  EXPECT_EQ(visitors, 2 * 7 * 4) << "7 visits of 4 each in .7 of 10.64 hours";
}

TEST(Demonstrate, ThoseWhoRefuseKeepTheirTime) {
  SmallWorld world(demonstrating(-80.0));
  const Teachers before = world.district.teachers;
  demonstrate_week(world, 0);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
  EXPECT_EQ(world.district.teachers.expectations, before.expectations);
}

TEST(Demonstrate, ReadingCoachesShowNoLessons) {
  Scenario scenario = demonstrating(80.0);
  scenario.framework.teacher_leader_roles = {LeaderRole::reading_coach};
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  demonstrate_week(world, 0);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
}

TEST(Demonstrate, ACrossSchoolLeaderServesTheSchoolOfTheWeekAndIsPaidCentrally) {
  Scenario scenario = demonstrating(80.0);
  scenario.framework.teacher_leader_roles = {LeaderRole::reading_coach};
  const SmallWorld without(scenario);
  scenario.framework.schools_per_cross_school_leader = 6.0;
  SmallWorld world(scenario);
  EXPECT_EQ(central_cost(world.district) - central_cost(without.district), world.district.prices.coach);
  const Teachers before = world.district.teachers;
  demonstrate_week(world, 2);
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool visited = before.minutes_free[row] != world.district.teachers.minutes_free[row];
    EXPECT_TRUE(!visited || before.school[row] == 2U) << row;
  }
  const auto hours = world.conditions.parameters.demonstration.cross_school_hours;
  EXPECT_EQ(world.district.cross_school_leaders.minutes[0], in_minutes(hours));
}

TEST(Demonstrate, SwitchedOffNobodyShowsLessons) {
  Scenario scenario = demonstrating(80.0);
  scenario.framework.schools_per_cross_school_leader = 6.0;
  scenario.mechanisms.turn(Mechanism::demonstration_visits, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  demonstrate_week(world, 0);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
  EXPECT_EQ(world.district.cross_school_leaders.minutes[0], 0);
}

}  // namespace
}  // namespace districtsim
