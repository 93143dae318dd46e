#include <gtest/gtest.h>

#include "sim/district/new_teacher.hpp"
#include "sim/district/seating.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(LearnByDoing, AYearInAnAverageClimateIsOneStepOfTheCurve) {
  SmallWorld world(small_scenario(3, 120));
  world.district.schools.climate.assign(3, 0.0);
  Teachers& teachers = world.district.teachers;
  const Teachers before = teachers;
  learn_by_doing(world.conditions, world.district);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    EXPECT_EQ(teachers.experience[row], before.experience[row] + 1.0F);
    EXPECT_NEAR(
        static_cast<double>(teachers.learned[row]),
        static_cast<double>(learned_practice(static_cast<int>(teachers.experience[row]), world.conditions.parameters)),
        1e-5);
  }
}

TEST(LearnByDoing, TheYearsSumsStartAgainAndVacantPostsLearnNothing) {
  SmallWorld world(small_scenario(3, 120));
  Teachers& teachers = world.district.teachers;
  teachers.supported_sum[1][5] = 3.0F;
  vacate(teachers, 7);
  const float learned = teachers.learned[7];
  learn_by_doing(world.conditions, world.district);
  EXPECT_EQ(teachers.supported_sum[1][5], 0.0F);
  EXPECT_EQ(teachers.learned[7], learned);
}

TEST(LearnByDoing, SwitchedOffExperienceGrowsButPracticeDoesNot) {
  Scenario scenario = small_scenario(3, 120);
  scenario.mechanisms.turn(Mechanism::learning_by_doing, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  learn_by_doing(world.conditions, world.district);
  EXPECT_EQ(world.district.teachers.learned, before.learned);
  EXPECT_EQ(world.district.teachers.experience[0], before.experience[0] + 1.0F);
}

}  // namespace
}  // namespace districtsim
