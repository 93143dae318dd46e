#include "sim/core/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

/// Rows by remainder, greatest first, ties by row.
std::vector<std::size_t> by_remainder(const std::vector<double>& remainders) {
  std::vector<std::size_t> order(remainders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  return order;
}

template <class Count>
std::vector<Count> share_out(std::span<const double> weights, Count total) {
  promise(total >= 0, "what is shared out is not negative");
  promise(!weights.empty() || total == 0, "there are rows to share among");
  double sum = 0.0;
  for (const double weight : weights) {
    promise(std::isfinite(weight) && weight >= 0.0, "weights are finite and not negative");
    sum += weight;
  }
  std::vector<Count> parts(weights.size());
  std::vector<double> remainders(weights.size());
  Count left = total;
  for (std::size_t row = 0; row < weights.size(); ++row) {
    const double weight = sum > 0.0 ? weights[row] : 1.0;
    const double quota = static_cast<double>(total) * weight / (sum > 0.0 ? sum : static_cast<double>(weights.size()));
    parts[row] = static_cast<Count>(quota);
    remainders[row] = quota - std::floor(quota);
    left -= parts[row];
  }
  const std::vector<std::size_t> order = by_remainder(remainders);
  // One unit a row is enough, but for quotas so large that their rounding adds up to a unit or more.
  for (std::size_t next = 0; left > 0; next = (next + 1) % order.size(), --left) ++parts[order[next]];
  for (std::size_t next = 0; left < 0; next = (next + 1) % order.size()) {
    Count& part = parts[order[order.size() - 1 - next]];
    if (part == 0) continue;
    --part;
    ++left;
  }
  return parts;
}

}  // namespace

std::vector<int> apportion(std::span<const double> weights, int total) { return share_out(weights, total); }

std::vector<std::int64_t> apportion(std::span<const double> weights, std::int64_t total) {
  return share_out(weights, total);
}

std::vector<int> apportion_at_least(std::span<const double> weights, int total, int least) {
  promise(least >= 0 && static_cast<std::int64_t>(weights.size()) * least <= total, "there is enough for every row");
  std::vector<bool> held(weights.size(), false);
  std::vector<double> free_weights(weights.begin(), weights.end());
  int left = total;
  for (;;) {
    std::vector<int> parts = apportion(free_weights, left);
    bool all_served = true;
    for (std::size_t row = 0; row < parts.size(); ++row) {
      if (held[row] || parts[row] >= least) continue;
      held[row] = true;
      free_weights[row] = 0.0;
      left -= least;
      all_served = false;
    }
    if (all_served) {
      for (std::size_t row = 0; row < parts.size(); ++row) parts[row] = held[row] ? least : parts[row];
      return parts;
    }
  }
}

}  // namespace districtsim
