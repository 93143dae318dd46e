#include "sim/rules/test_pressure.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

constexpr TestPressureParameters strong_pressure{0.63, 0.1, 0.6, 0.3};

TEST(TestPressureRule, ScoresInflateWithPressureWhereInternalAccountabilityIsWeak) {
  EXPECT_EQ(score_inflation(0.0, 0.4, strong_pressure), 0.0);
  EXPECT_NEAR(score_inflation(0.5, 0.4, strong_pressure), 0.03, 1e-12);
  EXPECT_EQ(score_inflation(1.0, 1.0, strong_pressure), 0.0);
}

TEST(TestPressureRule, BreadthFallsWithPressureAndLowPerformanceAndComesBackWithout) {
  // .8 + .3 x .2 - .6 x .5 x .5 x .8 = .74
  EXPECT_NEAR(breadth_next(0.8, 0.5, 0.5, strong_pressure), 0.74, 1e-12);
  EXPECT_LT(breadth_next(0.8, 1.0, 0.5, strong_pressure), breadth_next(0.8, 0.5, 0.5, strong_pressure));
  double breadth = 0.3;
  for (int year = 0; year < 60; ++year) breadth = breadth_next(breadth, 0.0, 0.9, strong_pressure);
  EXPECT_NEAR(breadth, 1.0, 1e-6);
}

}  // namespace
}  // namespace districtsim
