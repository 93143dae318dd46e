#include "sim/rules/teacher_effect.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace districtsim {
namespace {

TEST(TeacherEffect, WeightsSumToOneAndAverageToEqualOnes) {
  for (const double tilt : {0.0, 0.05, 0.25}) {
    const auto low = dimension_weights(true, tilt);
    const auto other = dimension_weights(false, tilt);
    EXPECT_DOUBLE_EQ(std::accumulate(low.begin(), low.end(), 0.0), 1.0);
    EXPECT_DOUBLE_EQ(std::accumulate(other.begin(), other.end(), 0.0), 1.0);
    for (std::size_t d = 0; d < low.size(); ++d) {
      EXPECT_DOUBLE_EQ(low[d] + other[d], 0.5);
      EXPECT_GE(low[d], 0.0);
    }
  }
}

TEST(TeacherEffect, LowIncomeStudentsGainMoreFromPedagogyAndClimate) {
  const auto low = dimension_weights(true, 0.05);
  EXPECT_GT(low[static_cast<std::size_t>(Dimension::pedagogy)], 0.25);
  EXPECT_GT(low[static_cast<std::size_t>(Dimension::climate)], 0.25);
}

TEST(TeacherEffect, PracticeOfTheNormKeepsTheGradeNorm) {
  TeacherEffectParameters p;
  p.practice_to_achievement = 0.5;
  EXPECT_EQ(teacher_effect(0.44, 0.44, 0.0, p), 0.0);
  EXPECT_DOUBLE_EQ(teacher_effect(0.93, 0.44, 0.0, p), 0.245);  // .49 iSD more, as after a year of coaching
  EXPECT_DOUBLE_EQ(teacher_effect(0.44, 0.44, 0.085, p), 0.085);
}

TEST(TeacherEffect, ExpectationsTiltPracticeTowardStudentsServedLessWell) {
  TeacherEffectParameters p;
  p.differentiation_tilt = 0.1;
  p.expectations = 1.0;
  EXPECT_DOUBLE_EQ(tilt_at(0.0, p), 0.1);
  EXPECT_NEAR(tilt_at(0.3, p), 0.13, 1e-12);
  EXPECT_NEAR(tilt_at(-0.9, p), 0.05, 1e-12) << "clamped to half";
  p.differentiation_tilt = 0.2;
  EXPECT_EQ(tilt_at(0.5, p), 0.25) << "weights stay at 0 or above";
}

}  // namespace
}  // namespace districtsim
