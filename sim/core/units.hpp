#pragma once

#include <cstdint>
#include <numeric>
#include <span>

namespace districtsim {

/// Money. Always whole cents: sums are exact and conservation can be checked with ==.
using Cents = std::int64_t;

constexpr Cents cents_per_dollar = 100;

[[nodiscard]] constexpr double in_dollars(Cents amount) {
  return static_cast<double>(amount) / static_cast<double>(cents_per_dollar);
}

/// Nearest cent to an amount of dollars; exact for amounts below 2^53 cents.
[[nodiscard]] constexpr Cents from_dollars(double dollars) {
  const double cents = dollars * static_cast<double>(cents_per_dollar);
  return static_cast<Cents>(cents < 0.0 ? cents - 0.5 : cents + 0.5);
}

[[nodiscard]] inline Cents total_of(std::span<const Cents> amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), Cents{0});
}

}  // namespace districtsim
