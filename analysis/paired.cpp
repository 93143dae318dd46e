#include "analysis/paired.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "sim/core/contracts.hpp"
#include "sim/core/random.hpp"

namespace districtsim {

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double outside_precision = 0.05;  ///< share of a 95 % interval's misses
constexpr double outside_plausible = 0.20;  ///< share of districts outside of the plausible range
constexpr std::uint64_t resampling_seed = 0x626F6F7473747261ULL;

struct Pairs {
  std::vector<double> baseline;
  std::vector<double> alternative;
  std::vector<double> difference;
};

Pairs pairs_of(std::span<const double> baseline, std::span<const double> alternative) {
  Pairs pairs;
  for (std::size_t i = 0; i < baseline.size(); ++i) {
    if (std::isnan(baseline[i]) || std::isnan(alternative[i])) continue;
    pairs.baseline.push_back(baseline[i]);
    pairs.alternative.push_back(alternative[i]);
    pairs.difference.push_back(alternative[i] - baseline[i]);
  }
  return pairs;
}

Range t_interval(const MeanVariance& of, std::size_t pairs) {
  const boost::math::students_t distribution(static_cast<double>(pairs - 1));
  const double t = boost::math::quantile(boost::math::complement(distribution, outside_precision / 2.0));
  const double half = t * std::sqrt(of.variance / static_cast<double>(pairs));
  return {of.mean - half, of.mean + half};
}

Range quantiles(std::vector<double> values, double outside) {
  std::sort(values.begin(), values.end());
  return {quantile_of(values, outside / 2.0), quantile_of(values, 1.0 - outside / 2.0)};
}

Range bootstrap_interval(const std::vector<double>& differences, const Resamples& resamples) {
  std::vector<double> means;
  means.reserve(Resamples::count);
  for (std::size_t resample = 0; resample < Resamples::count; ++resample) {
    double sum = 0.0;
    for (const std::uint32_t row : resamples.rows(resample)) sum += differences[row];
    means.push_back(sum / static_cast<double>(differences.size()));
  }
  return quantiles(std::move(means), outside_precision);
}

double share_positive(const std::vector<double>& differences) {
  double above = 0.0;
  for (const double difference : differences) above += difference > 0.0 ? 1.0 : (difference < 0.0 ? 0.0 : 0.5);
  return above / static_cast<double>(differences.size());
}

}  // namespace

Resamples::Resamples(std::size_t pairs) : pairs_(pairs) {
  const Draws draws(resampling_seed, 0);
  rows_.reserve(count * pairs);
  for (std::uint32_t resample = 0; resample < count; ++resample) {
    DrawBlock words{};
    for (std::uint32_t place = 0; place < pairs; ++place) {
      if (place % words.size() == 0) words = draws.block(std::uint32_t{0}, {resample, place}, 0);
      rows_.push_back(static_cast<std::uint32_t>((words[place % words.size()] * std::uint64_t{pairs}) >> 32U));
    }
  }
}

PairedDifference paired_difference(std::span<const double> baseline, std::span<const double> alternative,
                                   Resamples& resamples) {
  promise(baseline.size() == alternative.size(), "paired values come in pairs");
  const Pairs pairs = pairs_of(baseline, alternative);
  PairedDifference result;
  result.pairs = pairs.difference.size();
  const Range nowhere{no_number, no_number};
  if (result.pairs == 0) {
    return {0, no_number, no_number, no_number, nowhere, nowhere, nowhere, no_number, no_number, false};
  }
  const MeanVariance before = mean_variance(pairs.baseline);
  const MeanVariance after = mean_variance(pairs.alternative);
  const MeanVariance change = mean_variance(pairs.difference);
  result.baseline = before.mean;
  result.alternative = after.mean;
  result.difference = change.mean;
  result.probability_positive = share_positive(pairs.difference);
  result.unchanged = std::all_of(pairs.difference.begin(), pairs.difference.end(),
                                 [](double difference) { return difference == 0.0; });
  result.precision = result.bootstrap = result.plausible = nowhere;
  result.variance_reduction = no_number;
  if (result.pairs < 2) return result;
  if (resamples.pairs() != result.pairs) resamples = Resamples(result.pairs);
  result.precision = t_interval(change, result.pairs);
  result.bootstrap = bootstrap_interval(pairs.difference, resamples);
  result.plausible = quantiles(pairs.difference, outside_plausible);
  if (change.variance > 0.0) result.variance_reduction = (before.variance + after.variance) / change.variance;
  return result;
}

double quantile_of(std::span<const double> sorted, double probability) {
  const double place = probability * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

MeanVariance mean_variance(std::span<const double> values) {
  // Differences to the first value keep equal values exact.
  double shift = 0.0;
  for (const double value : values) shift += value - values.front();
  const auto count = static_cast<double>(values.size());
  const double mean = values.front() + shift / count;
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, values.size() > 1 ? squares / (count - 1.0) : no_number};
}

}  // namespace districtsim
