#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario coached(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.framework.teachers_per_coach = 15.0;
  scenario.parameters.uptake.base = uptake_base;
  scenario.parameters.coaching.contact_hours = 0.5;
  scenario.parameters.coaching.refused_hours = 0.25;
  return scenario;
}

void coach_week(SmallWorld& world, int week) {
  coach(world.conditions, week_at(world.scenario.calendar, 0, week), world.district.teacher_leaders,
        world.district.schools, world.district.teachers);
}

TEST(Coach, NobodyGivesMoreThanTheirProtectedHoursAndHoursAreCountedBySchool) {
  SmallWorld world(coached(0.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  const double most = world.conditions.parameters.coaching.work_week * world.scenario.support.coach_time_with_teachers;
  for (int week = 0; week < 20; ++week) {
    coach_week(world, week);
    std::vector<Minutes> by_school(6, 0);
    const TeacherLeaders& leaders = world.district.teacher_leaders;
    for (std::size_t row = 0; row < leaders.size(); ++row) {
      EXPECT_LE(leaders.minutes[row], in_minutes(most));
      EXPECT_GE(leaders.minutes[row], 0);
      by_school[leaders.school[row]] += leaders.minutes[row];
    }
    EXPECT_EQ(world.district.schools.coach_minutes, by_school);
  }
}

TEST(Coach, NobodyIsCoachedTwiceInAWeek) {
  SmallWorld world(coached(50.0));
  world.scenario.support.coach_time_with_teachers = 1.0;
  world.scenario.support.coach_caseload = 4.0;
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (int week = 0; week < 5; ++week) {
    const auto before = world.district.teachers.minutes_free;
    coach_week(world, week);
    for (std::size_t row = 0; row < before.size(); ++row) {
      const int taken = before[row] - world.district.teachers.minutes_free[row];
      EXPECT_TRUE(taken == 0 || taken == 30) << taken;
      EXPECT_EQ(taken > 0 && world.district.teachers.coach[row] == no_coach, false) << "only those on a caseload";
    }
    world.district.teachers.minutes_free = before;
  }
}

TEST(Coach, ARefusedContactCostsLessAndTeachesNothing) {
  SmallWorld refused(coached(-80.0));
  SmallWorld kept(coached(80.0));
  for (SmallWorld* world : {&refused, &kept}) {
    world->scenario.support.coach_time_with_teachers = 1.0;
    plan_caseloads(world->conditions, world->year(0), world->district);
  }
  const Teachers before = refused.district.teachers;
  coach_week(refused, 0);
  coach_week(kept, 0);
  const TeacherLeaders& leaders = kept.district.teacher_leaders;
  for (std::size_t coach = 0; coach < leaders.size(); ++coach) {
    const auto caseload = static_cast<Minutes>(leaders.caseload_begin[coach + 1] - leaders.caseload_begin[coach]);
    EXPECT_EQ(kept.district.teacher_leaders.minutes[coach], 30 * caseload);
    EXPECT_EQ(refused.district.teacher_leaders.minutes[coach], 15 * caseload);
  }
  EXPECT_EQ(refused.district.teachers.supported, before.supported);
  EXPECT_EQ(refused.district.teachers.minutes_free, before.minutes_free);
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool on_caseload = before.coach[row] != no_coach;
    EXPECT_EQ(refused.district.teachers.trust_coach[row] < before.trust_coach[row], on_caseload);
    EXPECT_EQ(kept.district.teachers.trust_coach[row] > before.trust_coach[row], on_caseload);
    EXPECT_EQ(kept.district.teachers.absorption[row] < before.absorption[row], on_caseload);
  }
}

TEST(Coach, PracticeMovesTowardTheCoachNeverAway) {
  SmallWorld world(coached(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (auto& expertise : world.district.teacher_leaders.expertise) expertise.fill(-5.0F);
  const Teachers before = world.district.teachers;
  coach_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported) << "nothing to learn from one who knows less";
  for (auto& expertise : world.district.teacher_leaders.expertise) expertise.fill(3.0F);
  coach_week(world, 1);
  int learned = 0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool better = world.district.teachers.supported[0][row] > before.supported[0][row];
    learned += better ? 1 : 0;
    for (std::size_t d = 1; d < dimension_count; ++d) {
      EXPECT_EQ(world.district.teachers.supported[d][row] > before.supported[d][row], better);
    }
  }
  EXPECT_GT(learned, 0);
}

TEST(Coach, ATeacherWithoutTimeIsNotCoached) {
  SmallWorld world(coached(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (auto& minutes : world.district.teachers.minutes_free) minutes = 29;
  coach_week(world, 0);
  for (const Minutes minutes : world.district.teacher_leaders.minutes) EXPECT_EQ(minutes, 0);
}

TEST(Coach, WholeCaseloadsHaveTheirTurns) {
  SmallWorld world(coached(80.0));
  world.scenario.support.coach_time_with_teachers = 2.0 / 38.0;  // four contacts a week
  plan_caseloads(world.conditions, world.year(0), world.district);
  Teachers& teachers = world.district.teachers;
  for (int week = 0; week < 3; ++week) coach_week(world, week);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.coach[row] == no_coach) continue;
    EXPECT_LT(teachers.absorption[row], 1.0F) << "12 on a caseload, 4 a week, 3 weeks";
  }
}

TEST(Coach, SwitchedOffNobodyIsCoached) {
  Scenario scenario = coached(80.0);
  scenario.mechanisms.turn(Mechanism::coaching, false);
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  const Teachers before = world.district.teachers;
  coach_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
  EXPECT_EQ(world.district.schools.coach_minutes, std::vector<Minutes>(6, 0));
  for (const std::uint32_t coach : world.district.teachers.coach) EXPECT_EQ(coach, no_coach);
}

}  // namespace
}  // namespace districtsim
