#include "analysis/stopping_rule.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "analysis/paired.hpp"

namespace districtsim {

namespace {

constexpr double usual_misses = 0.05;
constexpr double most_more = 1e8;  ///< values: more are as good as none

/// Mean and variance of the first 1, 2, ... values (Welford 1962).
std::vector<MeanVariance> running(std::span<const double> values) {
  std::vector<MeanVariance> all;
  all.reserve(values.size());
  double mean = 0.0;
  double squares = 0.0;
  for (const double value : values) {
    const double count = static_cast<double>(all.size()) + 1.0;
    const double from_mean = value - mean;
    mean += from_mean / count;
    squares += from_mean * (value - mean);
    all.push_back({mean, count > 1.0 ? squares / (count - 1.0) : std::numeric_limits<double>::quiet_NaN()});
  }
  return all;
}

/// Values that a half width takes when their variance stays what it is: t and n fit each other after a few rounds.
double values_needed(double variance, double asked, double misses) {
  if (!(asked > 0.0)) return std::numeric_limits<double>::infinity();
  const double z = boost::math::quantile(boost::math::complement(boost::math::normal(), misses / 2.0));
  double needed = std::max(static_cast<double>(fewest_of_the_rule), std::ceil(z * z * variance / (asked * asked)));
  constexpr int rounds = 20;
  for (int round = 0; round < rounds && needed < most_more; ++round) {
    const double wider = half_width(variance, static_cast<std::size_t>(needed), misses) / asked;
    if (wider <= 1.0) break;
    needed = std::max(needed + 1.0, std::ceil(needed * wider * wider));
  }
  return needed;
}

}  // namespace

std::size_t look_ahead(std::size_t count) {
  constexpr std::size_t least = 5;
  constexpr std::size_t hundred = 100;
  return count <= hundred ? least : least * count / hundred;
}

double half_width(double variance, std::size_t count, double misses) {
  const boost::math::students_t distribution(static_cast<double>(count - 1));
  const double t = boost::math::quantile(boost::math::complement(distribution, misses / 2.0));
  return t * std::sqrt(variance / static_cast<double>(count));
}

std::optional<std::size_t> enough_for_mean(std::span<const double> values, double precision) {
  const std::vector<MeanVariance> now = running(values);
  std::optional<std::size_t> first;
  for (std::size_t count = fewest_of_the_rule; count <= now.size(); ++count) {
    const MeanVariance& so_far = now[count - 1];
    if (!(half_width(so_far.variance, count, usual_misses) <= precision * std::fabs(so_far.mean))) {
      first.reset();
      continue;
    }
    if (!first) first = count;
    if (count == *first + look_ahead(*first)) return first;
  }
  return std::nullopt;
}

Settled settled_within(std::span<const double> values, double asked, double misses) {
  Settled result;
  const std::size_t count = values.size();
  result.mean = result.half_width = std::numeric_limits<double>::quiet_NaN();
  if (count == 0) return result;
  const std::vector<MeanVariance> now = running(values);
  result.mean = mean_variance(values).mean;
  if (count < 2) {
    result.more = fewest_of_the_rule - count;
    return result;
  }
  // All equal values are exactly so, which running sums need not keep.
  const bool equal = std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
  result.half_width = equal ? 0.0 : half_width(now.back().variance, count, misses);
  if (equal) {
    result.settled = count >= fewest_of_the_rule;
    result.more = result.settled ? 0 : fewest_of_the_rule - count;
    return result;
  }
  const auto narrow = [&](std::size_t many) { return half_width(now[many - 1].variance, many, misses) <= asked; };
  std::size_t first = count + 1;  // of the last values that were all narrow enough
  while (first > fewest_of_the_rule && narrow(first - 1)) {
    --first;
    if (first + look_ahead(first) > count) continue;
    result.settled = true;
    return result;
  }
  const double needed =
      first <= count ? static_cast<double>(first)
                     : std::max(static_cast<double>(count) + 1.0, values_needed(now.back().variance, asked, misses));
  result.within_reach = needed < most_more;
  if (result.within_reach) {
    const auto enough = static_cast<std::size_t>(needed);
    result.more = std::max<std::size_t>(1, enough + look_ahead(enough) - count);
  }
  return result;
}

}  // namespace districtsim
