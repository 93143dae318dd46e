#include "analysis/rank_regression.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/regression.hpp"
#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

bool varies(std::span<const double> values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

std::vector<double> residuals(const std::vector<std::vector<double>>& predictors, const std::vector<double>& outcome) {
  const Regression fit = least_squares(predictors, outcome);
  std::vector<double> left = outcome;
  for (std::size_t row = 0; row < left.size(); ++row) {
    left[row] -= fit.coefficients[0];
    for (std::size_t j = 0; j < predictors.size(); ++j) left[row] -= fit.coefficients[j + 1] * predictors[j][row];
  }
  return left;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto count = static_cast<double>(a.size());
  const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / count;
  const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / count;
  double both = 0.0;
  double square_a = 0.0;
  double square_b = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean_a) * (b[i] - mean_b);
    square_a += (a[i] - mean_a) * (a[i] - mean_a);
    square_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return square_a > 0.0 && square_b > 0.0 ? both / std::sqrt(square_a * square_b) : 0.0;
}

}  // namespace

std::vector<double> ranks_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double shared = (static_cast<double>(first + end) + 1.0) / 2.0;
    for (std::size_t i = first; i < end; ++i) ranks[order[i]] = shared;
    first = end;
  }
  return ranks;
}

SampleAssociations sample_associations(const DesignTable& design, std::span<const double> results) {
  promise(results.size() == design.rows(), "one result for each row of the design");
  SampleAssociations found{std::vector<double>(design.columns(), 0.0), std::vector<double>(design.columns(), 0.0), 0.0};
  std::vector<std::size_t> columns;
  std::vector<std::vector<double>> scores;
  std::vector<std::vector<double>> ranks;
  for (std::size_t column = 0; column < design.columns(); ++column) {
    const std::vector<double> values = design.column(column);
    if (!varies(values)) continue;
    columns.push_back(column);
    scores.push_back(standardised(values));
    ranks.push_back(ranks_of(values));
  }
  if (columns.empty() || !varies(results)) return found;
  const Regression fit = least_squares(scores, standardised({results.begin(), results.end()}));
  found.r_squared = fit.r_squared;
  const std::vector<double> result_ranks = ranks_of(results);
  for (std::size_t j = 0; j < columns.size(); ++j) {
    found.src[columns[j]] = fit.coefficients[j + 1];
    std::vector<std::vector<double>> others = ranks;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(j));
    found.prcc[columns[j]] = correlation(residuals(others, ranks[j]), residuals(others, result_ranks));
  }
  return found;
}

}  // namespace districtsim
