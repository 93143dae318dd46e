#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace districtsim {

/// Values that must stay precise after a mean first is, so that an interval that is narrow by accident stops nothing:
/// 5 up to 100 values, 5 in 100 beyond (kLimit of Hoad, Robinson & Davies 2010, Journal of the Operational Research
/// Society 61:1632-1644).
[[nodiscard]] std::size_t look_ahead(std::size_t count);

constexpr std::size_t fewest_of_the_rule = 3;  ///< values before the rule looks for the first time

/// Half of the two-sided t interval of a mean that misses with probability `misses`, from a sample variance (divisor
/// count - 1) of at least 2 values.
[[nodiscard]] double half_width(double variance, std::size_t count, double misses);

/// The rule of Hoad, Robinson & Davies for one mean: the first number n >= 3 of values from which on the half width of
/// the 95 % t interval is at most `precision` times the size of the mean, for n and the look_ahead(n) values after it.
/// Nothing where the values end before.
[[nodiscard]] std::optional<std::size_t> enough_for_mean(std::span<const double> values, double precision);

/// How far the mean of some values is known against a half width asked for.
struct Settled {
  bool settled = false;      ///< as wide as asked or narrower now, and for look_ahead values in a row
  double mean = 0.0;         ///< NaN without values
  double half_width = 0.0;   ///< of the interval now; NaN below two values
  std::size_t more = 0;      ///< about how many more values it takes; 0 where settled
  bool within_reach = true;  ///< false: no number of values would do, or it is beyond counting; `more` is 0
};

/// The same rule for an absolute half width: a pure function of the values, however they came. `misses` is the
/// probability that the interval misses the mean. Values that are all equal are settled from 3 on.
[[nodiscard]] Settled settled_within(std::span<const double> values, double asked, double misses);

}  // namespace districtsim
