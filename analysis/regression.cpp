#include "analysis/regression.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

Eigen::MatrixXd design_matrix(const std::vector<std::vector<double>>& predictors, Eigen::Index rows) {
  Eigen::MatrixXd design(rows, static_cast<Eigen::Index>(predictors.size()) + 1);
  design.col(0).setOnes();
  for (std::size_t column = 0; column < predictors.size(); ++column) {
    promise(static_cast<Eigen::Index>(predictors[column].size()) == rows, "predictors are as long as the outcome");
    design.col(static_cast<Eigen::Index>(column) + 1) =
        Eigen::Map<const Eigen::VectorXd>(predictors[column].data(), rows);
  }
  return design;
}

std::vector<double> in_order(const Eigen::VectorXd& values) { return {values.data(), values.data() + values.size()}; }

}  // namespace

Regression least_squares(const std::vector<std::vector<double>>& predictors, const std::vector<double>& outcome) {
  const auto rows = static_cast<Eigen::Index>(outcome.size());
  const Eigen::MatrixXd design = design_matrix(predictors, rows);
  promise(rows > design.cols(), "more rows than coefficients");
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> factors(design);
  promise(factors.rank() == design.cols(), "predictors do not follow from each other");
  const Eigen::VectorXd y = Eigen::Map<const Eigen::VectorXd>(outcome.data(), rows);
  const Eigen::VectorXd fitted = factors.solve(y);
  const double residual = (y - design * fitted).squaredNorm();
  const double total = (y.array() - y.mean()).matrix().squaredNorm();
  const double variance = residual / static_cast<double>(rows - design.cols());
  const Eigen::MatrixXd spread = (design.transpose() * design).inverse() * variance;
  return {in_order(fitted), in_order(spread.diagonal().cwiseSqrt()), total > 0.0 ? 1.0 - residual / total : 0.0};
}

std::vector<double> standardised(const std::vector<double>& values) {
  const auto count = static_cast<Eigen::Index>(values.size());
  promise(count > 1, "a standard deviation needs two values");
  const Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(values.data(), count);
  const Eigen::VectorXd centred = x.array() - x.mean();
  const double sd = std::sqrt(centred.squaredNorm() / static_cast<double>(count - 1));
  promise(sd > 0.0, "values that are all equal have no standard scores");
  return in_order(centred / sd);
}

}  // namespace districtsim
