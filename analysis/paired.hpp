#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace districtsim {

/// An interval, or NaN at both ends where there is none.
struct Range {
  double low = 0.0;
  double high = 0.0;
};

/// What paired runs say of one measure: always alternative minus baseline, replicate by replicate.
/// Pairs in which either value is NaN do not count. What cannot be said is NaN.
struct PairedDifference {
  std::size_t pairs = 0;
  double baseline = 0.0;     ///< mean
  double alternative = 0.0;  ///< mean
  double difference = 0.0;   ///< mean
  Range precision;           ///< of the mean: 95 % t interval; narrows with more runs; needs 2 pairs
  Range bootstrap;           ///< of the mean: 95 % percentile bootstrap; a check of `precision`
  Range plausible;           ///< 10 % to 90 % of the single differences; more runs do not narrow it
  double probability_positive =
      0.0;                          ///< share of differences above 0; exact ties count half, so 0.5 if nothing changed
  double variance_reduction = 0.0;  ///< variance of unpaired over that of paired differences; needs 2 unequal ones
  bool unchanged = false;           ///< every difference is exactly 0
};

/// Rows drawn with replacement for the bootstrap: the same for every measure with as many pairs.
class Resamples {
 public:
  static constexpr std::size_t count = 2000;
  explicit Resamples(std::size_t pairs);
  [[nodiscard]] std::size_t pairs() const { return pairs_; }
  [[nodiscard]] std::span<const std::uint32_t> rows(std::size_t resample) const {
    return {&rows_[resample * pairs_], pairs_};
  }

 private:
  std::size_t pairs_;
  std::vector<std::uint32_t> rows_;
};

/// Values of the same replicates, in the same order. `resamples` is remade where its number of pairs does not fit.
[[nodiscard]] PairedDifference paired_difference(std::span<const double> baseline, std::span<const double> alternative,
                                                 Resamples& resamples);

/// Sample quantile by linear interpolation, type 7 of Hyndman & Fan 1996; `sorted` ascending and not empty.
[[nodiscard]] double quantile_of(std::span<const double> sorted, double probability);

/// Sample mean and variance (divisor n - 1; NaN for one value). Equal values give exactly their value and 0.
struct MeanVariance {
  double mean = 0.0;
  double variance = 0.0;
};
[[nodiscard]] MeanVariance mean_variance(std::span<const double> values);

}  // namespace districtsim
