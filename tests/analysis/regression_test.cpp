#include "analysis/regression.hpp"

#include <gtest/gtest.h>

#include "sim/core/contracts.hpp"

namespace districtsim {
namespace {

TEST(Regression, FindsTheLineOfAnscombesFirstSet) {
  // Anscombe 1973, set I: y = 3.0001 + .5001 x, standard error of the slope .1179, r squared .667.
  const std::vector<double> x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
  const std::vector<double> y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
  const Regression fit = least_squares({x}, y);
  EXPECT_NEAR(fit.coefficients[0], 3.0000909, 1e-6);
  EXPECT_NEAR(fit.coefficients[1], 0.5000909, 1e-6);
  EXPECT_NEAR(fit.standard_errors[1], 0.1179055, 1e-6);
  EXPECT_NEAR(fit.r_squared, 0.6665425, 1e-6);
}

TEST(Regression, TakesTwoPredictorsApart) {
  const std::vector<double> a = {0, 1, 0, 1, 2};
  const std::vector<double> b = {0, 0, 1, 1, 5};
  std::vector<double> y;
  for (std::size_t row = 0; row < a.size(); ++row) y.push_back(4.0 + 2.0 * a[row] - 3.0 * b[row]);
  const Regression fit = least_squares({a, b}, y);
  EXPECT_NEAR(fit.coefficients[0], 4.0, 1e-12);
  EXPECT_NEAR(fit.coefficients[1], 2.0, 1e-12);
  EXPECT_NEAR(fit.coefficients[2], -3.0, 1e-12);
  EXPECT_NEAR(fit.r_squared, 1.0, 1e-12);
}

TEST(Regression, PredictorsThatFollowFromEachOtherAreRefused) {
  EXPECT_THROW((void)least_squares({{1, 2, 3, 4}, {2, 4, 6, 8}}, {1, 2, 2, 5}), ContractViolation);
  EXPECT_THROW((void)least_squares({{1, 2}}, {1, 2}), ContractViolation);
}

TEST(Regression, StandardScoresHaveMeanZeroAndVarianceOne) {
  const std::vector<double> scores = standardised({1.0, 2.0, 3.0});
  EXPECT_NEAR(scores[0], -1.0, 1e-12);
  EXPECT_NEAR(scores[1], 0.0, 1e-12);
  EXPECT_THROW((void)standardised({2.0, 2.0}), ContractViolation);
}

}  // namespace
}  // namespace districtsim
