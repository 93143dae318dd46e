#pragma once

#include <vector>

namespace districtsim {

/// An ordinary least-squares fit: the intercept first, then one coefficient for each predictor.
struct Regression {
  std::vector<double> coefficients;
  std::vector<double> standard_errors;  ///< of the coefficients, from the residual variance
  double r_squared = 0.0;               ///< share of the outcome's variance, 0 to 1
};

/// Fits `outcome` by columns of predictors, each as long as the outcome, with an intercept (Householder QR with column
/// pivoting). Needs more rows than coefficients and predictors that do not follow from each other; else a
/// ContractViolation.
[[nodiscard]] Regression least_squares(const std::vector<std::vector<double>>& predictors,
                                       const std::vector<double>& outcome);

/// The values with mean 0 and standard deviation 1 (ddof 1), so that coefficients are associations in SD. All equal: a
/// ContractViolation.
[[nodiscard]] std::vector<double> standardised(const std::vector<double>& values);

}  // namespace districtsim
