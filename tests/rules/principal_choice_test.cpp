#include "sim/rules/principal_choice.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(PrincipalChoice, ATeacherMoreMakesClassesSmaller) {
  // .22 SD for 7 students (Krueger 1999): 15 students a teacher, 30 teachers, half a student fewer.
  EXPECT_NEAR(return_of_teacher(15.0, 30.0, 0.22 / 7.0), 0.0157, 0.0001);
  EXPECT_GT(return_of_teacher(20.0, 30.0, 0.03), return_of_teacher(15.0, 30.0, 0.03));
}

TEST(PrincipalChoice, ACoachIsWorthTheTeachersWhoHaveNone) {
  EXPECT_DOUBLE_EQ(return_of_coach(0.0, 12.0, 30.0, 0.5, 0.5), 0.5 * 0.5 * 12.0 / 30.0);
  EXPECT_DOUBLE_EQ(return_of_coach(2.0, 12.0, 30.0, 0.5, 0.5), 0.5 * 0.5 * 6.0 / 30.0);
  EXPECT_EQ(return_of_coach(3.0, 12.0, 30.0, 0.5, 0.5), 0.0);
}

TEST(PrincipalChoice, ASchoolWithoutTeachersDividesByOne) {
  EXPECT_DOUBLE_EQ(return_of_teacher(15.0, 0.0, 0.03), 0.45);
  EXPECT_EQ(return_of_coach(0.0, 12.0, 0.0, 0.5, 0.5), 0.0);
}

TEST(PrincipalChoice, SkillAndTenureLengthenTheViewAndPressureShortensIt) {
  PrincipalChoiceParameters p;
  p.horizon = 3.0;
  p.horizon_skill = 1.0;
  p.horizon_tenure = 0.1;
  p.horizon_pressure = 3.0;
  EXPECT_DOUBLE_EQ(looks_ahead(0.0, 0.0, 0.5, p), 3.0);
  EXPECT_DOUBLE_EQ(looks_ahead(1.0, 5.0, 1.0, p), 3.0);
  EXPECT_DOUBLE_EQ(looks_ahead(1.0, 5.0, 0.0, p), 6.0);
  EXPECT_DOUBLE_EQ(looks_ahead(-9.0, 0.0, 1.0, p), 1.0);
}

TEST(PrincipalChoice, WhoLooksOneYearAheadSeesTheFirstYearAlone) {
  PrincipalChoiceParameters p;
  p.discount = 0.1;
  const ExpectedGain coach{0.04, 0.5, 0.2};
  EXPECT_DOUBLE_EQ(mean_gain(coach, 1.0, p), 0.02);
  // Two years: (.5 + .9 (.75 + .2)) / 1.9 of .04.
  EXPECT_NEAR(mean_gain(coach, 2.0, p), 0.04 * (0.5 + 0.9 * 0.95) / 1.9, 1e-12);
  const ExpectedGain lasting{0.04, 1.0, 0.3};
  EXPECT_GT(mean_gain(lasting, 6.0, p), mean_gain(lasting, 2.0, p));
}

}  // namespace
}  // namespace districtsim
