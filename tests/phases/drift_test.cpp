#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/district/purpose.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

void drift_week(SmallWorld& world, int week = 0) {
  District& d = world.district;
  drift_teachers(world.conditions, week_at(world.scenario.calendar, 0, week), d.principals, d.schools, d.teachers);
}

/// The week's shock as Draws gives it: four centred words, scaled to variance 1.
float shock_of(const Draws& draws, PersonKey key, std::uint32_t week) {
  const DrawBlock words = draws.block(Purpose::teacher_week, {key, 0}, week);
  const auto centred = [](std::uint32_t word) {
    return static_cast<float>(static_cast<std::int32_t>(word ^ 0x80000000U)) * (1.0F / 4294967296.0F);
  };
  return ((centred(words[0]) + centred(words[1])) + (centred(words[2]) + centred(words[3]))) * 1.7320508F;
}

TEST(Drift, ShocksOfTheStepAreThoseOfDraws) {
  SmallWorld world(small_scenario(6, 200));
  world.conditions.parameters.strain.weekly_rate = 0.0;
  world.conditions.parameters.strain.weekly_shock = 1.0;
  Teachers& teachers = world.district.teachers;
  for (const int week : {0, 1, 35}) {
    std::fill(teachers.strain.begin(), teachers.strain.end(), 0.0F);
    drift_week(world, week);
    for (std::size_t row = 0; row < teachers.size(); ++row) {
      ASSERT_EQ(teachers.strain[row],
                shock_of(world.conditions.draws, teachers.key[row], week_at(world.scenario.calendar, 0, week).index));
    }
  }
}

TEST(Drift, ShocksHaveMeanZeroAndVarianceOne) {
  const Draws draws(1, 0);
  double sum = 0.0;
  double square = 0.0;
  constexpr int count = 40000;
  for (std::uint32_t key = 0; key < count; ++key) {
    const auto shock = static_cast<double>(shock_of(draws, key, 3));
    sum += shock;
    square += shock * shock;
  }
  EXPECT_NEAR(sum / count, 0.0, 4.0 / std::sqrt(count));
  EXPECT_NEAR(square / count, 1.0, 6.0 / std::sqrt(count));
}

TEST(Drift, AMentorRelievesStrain) {
  SmallWorld world(small_scenario(3, 100));
  world.conditions.parameters.strain.weekly_shock = 0.0;
  SmallWorld alone(world.scenario);
  alone.conditions.parameters.strain.weekly_shock = 0.0;
  world.district.teachers.mentor[5] = 6;
  alone.district.teachers.mentor[5] = no_mentor;
  drift_week(world);
  drift_week(alone);
  const StrainParameters& p = world.conditions.parameters.strain;
  EXPECT_NEAR(alone.district.teachers.strain[5] - world.district.teachers.strain[5], p.weekly_rate * p.mentored, 1e-6);
  EXPECT_EQ(alone.district.teachers.strain[6], world.district.teachers.strain[6]);
}

TEST(Drift, AYearForgetsWhatTheParameterSays) {
  SmallWorld world(small_scenario(3, 100));
  world.conditions.parameters.skill.forgetting = 0.2;
  const Teachers before = world.district.teachers;
  for (int week = 0; week < 36; ++week) drift_week(world, week);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_NEAR(world.district.teachers.supported[1][row], 0.8F * before.supported[1][row], 1e-5);
    EXPECT_EQ(world.district.teachers.learned[row], before.learned[row]) << "learning by doing is never forgotten";
    EXPECT_EQ(world.district.teachers.stable[1][row], before.stable[1][row]);
  }
}

TEST(Drift, SupportedPracticeIsSummedOverTheYear) {
  SmallWorld world(small_scenario(3, 100));
  world.conditions.parameters.skill.forgetting = 0.0;
  const Teachers before = world.district.teachers;
  for (int week = 0; week < 36; ++week) drift_week(world, week);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_NEAR(world.district.teachers.supported_sum[2][row], 36.0F * before.supported[2][row], 1e-3);
  }
}

TEST(Drift, StrainMovesTowardTheTargetOfPersonSchoolAndCoach) {
  SmallWorld world(small_scenario(3, 100));
  Parameters& p = world.conditions.parameters;
  p.strain.weekly_rate = 1.0;
  p.strain.weekly_shock = 0.0;
  world.district.teachers.coach[4] = TeacherLeaderId(0);
  drift_week(world);
  const District& d = world.district;
  for (std::size_t row = 0; row < d.teachers.size(); ++row) {
    const SchoolId school = d.teachers.school[row];
    const double target = p.strain.need * d.schools.need[school] - p.strain.climate * d.schools.climate[school] -
                          p.strain.principal * d.principals.skill(school) +
                          static_cast<double>(d.teachers.strain_trait[row]) - (row == 4 ? p.strain.coached : 0.0);
    EXPECT_NEAR(static_cast<double>(d.teachers.strain[row]), target, 1e-5);
  }
}

TEST(Drift, AbsorptionRecoversAndTheWeeksMinutesComeBack) {
  SmallWorld world(small_scenario(3, 100));
  Teachers& teachers = world.district.teachers;
  const auto minutes = teachers.minutes_free[0];
  teachers.minutes_free[0] = 3;
  teachers.absorption[0] = 0.0F;
  drift_week(world);
  EXPECT_EQ(teachers.minutes_free[0], minutes);
  EXPECT_NEAR(teachers.absorption[0], 1.0 / world.conditions.parameters.skill.recovery_weeks, 1e-6);
  for (int week = 1; week < 400; ++week) drift_week(world, week);
  EXPECT_NEAR(teachers.absorption[0], 1.0F, 1e-4F);
  EXPECT_LE(teachers.absorption[0], 1.0F);
}

TEST(Drift, SwitchedOffNothingIsForgottenAndNobodyIsStrained) {
  Scenario scenario = small_scenario(3, 100);
  scenario.mechanisms.turn(Mechanism::forgetting, false);
  scenario.mechanisms.turn(Mechanism::strain, false);
  SmallWorld world(scenario);
  world.district.principals.supported.assign(3, 0.7);
  const Teachers before = world.district.teachers;
  drift_week(world);
  drift_principals(world.conditions, world.district.principals);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  EXPECT_EQ(world.district.teachers.strain, before.strain);
  EXPECT_EQ(world.district.principals.supported, std::vector<double>(3, 0.7));
}

TEST(Drift, PrincipalsForgetAndRecoverToo) {
  SmallWorld world(small_scenario(3, 100));
  Principals& principals = world.district.principals;
  principals.supported.assign(3, 1.0);
  principals.absorption.assign(3, 0.0);
  for (int week = 0; week < 36; ++week) drift_principals(world.conditions, principals);
  EXPECT_NEAR(principals.supported[1], 1.0 - world.conditions.parameters.skill.forgetting, 1e-12);
  EXPECT_GT(principals.absorption[1], 0.8);
}

TEST(Drift, AssistantPrincipalsForgetAndRecoverAsPrincipalsDo) {
  SmallWorld world(small_scenario(6, 600));
  AssistantPrincipals& assistants = world.district.assistant_principals;
  ASSERT_GT(assistants.size(), 0U);
  assistants.supported.assign(assistants.size(), 1.0);
  assistants.absorption.assign(assistants.size(), 0.0);
  for (int week = 0; week < 36; ++week) drift_assistants(world.conditions, assistants);
  EXPECT_NEAR(assistants.supported[0], 1.0 - world.conditions.parameters.skill.forgetting, 1e-12);
  EXPECT_GT(assistants.absorption[0], 0.8);
}

}  // namespace
}  // namespace districtsim
