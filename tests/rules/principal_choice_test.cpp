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

}  // namespace
}  // namespace districtsim
