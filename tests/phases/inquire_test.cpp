#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario inquiring(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.parameters.uptake.base = uptake_base;
  scenario.support.inquiry_hours = 1.0;
  scenario.support.inquiry_weeks = 2;
  return scenario;
}

void inquire_week(SmallWorld& world, int week) {
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  inquire(world.conditions, week_at(world.scenario.calendar, 1, week), d.norm_practice, d.teams, d.teacher_leaders,
          d.schools, d.teachers, d.support, d.journal);
}

TEST(Inquire, TeamsMeetInTheWeeksAfterAnAssessment) {
  for (int week = 0; week < 36; ++week) {
    SmallWorld world(inquiring(80.0));
    const auto before = world.district.teachers.minutes_free;
    inquire_week(world, week);
    EXPECT_EQ(world.district.teachers.minutes_free != before, week % 6 < 2) << week;
  }
}

TEST(Inquire, MovesUseOfEvidenceAndPedagogyOnly) {
  SmallWorld world(inquiring(80.0));
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported[0], before.supported[0]);
  EXPECT_EQ(world.district.teachers.supported[3], before.supported[3]);
  EXPECT_NE(world.district.teachers.supported[1], before.supported[1]);
  EXPECT_NE(world.district.teachers.supported[2], before.supported[2]);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_GE(world.district.teachers.supported[2][row], before.supported[2][row]);
  }
}

TEST(Inquire, EveryMemberOfATeamGivesTheMeetingsTime) {
  SmallWorld world(inquiring(-80.0));
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  const Teams& teams = world.district.teams;
  for (std::size_t team = 0; team < teams.size(); ++team) {
    const auto first = teams.teacher_begin[team];
    const auto end = teams.teacher_begin[team + 1];
    for (auto row = first; row < end; ++row) {
      EXPECT_EQ(before.minutes_free[row] - world.district.teachers.minutes_free[row], end - first > 1 ? 60 : 0);
    }
  }
  EXPECT_EQ(world.district.teachers.supported, before.supported) << "nobody takes it up";
}

TEST(Inquire, ALedTeamLearnsMore) {
  SmallWorld led(inquiring(80.0));
  SmallWorld alone(inquiring(80.0));
  alone.district.schools.coaches.assign(6, 0);
  alone.conditions.parameters.visit.share_of_instruction = 1.0;  // leaders have no hour for it
  led.conditions.parameters.inquiry.teams_per_coach = 20.0;
  led.district.schools.coaches.assign(6, 1);
  inquire_week(led, 0);
  inquire_week(alone, 0);
  double with_leader = 0.0;
  double without = 0.0;
  for (std::size_t row = 0; row < led.district.teachers.size(); ++row) {
    with_leader += static_cast<double>(led.district.teachers.supported[2][row]);
    without += static_cast<double>(alone.district.teachers.supported[2][row]);
  }
  EXPECT_GT(with_leader, without);
  EXPECT_EQ(alone.district.schools.inquiry_minutes, std::vector<Minutes>(6, 0));
}

TEST(Inquire, LeadersGiveNoMoreThanVisitsAndDirectorsLeave) {
  SmallWorld world(inquiring(0.0));
  world.district.schools.director_minutes.assign(6, 120);
  inquire_week(world, 0);
  for (std::size_t school = 0; school < 6; ++school) {
    const double left = (world.district.schools.leaders[school].instruction - 120) *
                        (1.0 - world.conditions.parameters.visit.share_of_instruction);
    EXPECT_LE(world.district.schools.inquiry_minutes[school], left);
  }
}

TEST(Inquire, SwitchedOffNoTeamMeets) {
  Scenario scenario = inquiring(80.0);
  scenario.mechanisms.turn(Mechanism::team_inquiry, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
}

}  // namespace
}  // namespace districtsim
