#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace districtsim {

/// Shares out `total` whole units (>= 0) in proportion to `weights` (finite, >= 0) by largest remainder (Hamilton's
/// method); ties go to the lower row. The parts sum to `total` exactly. Weights that are all 0 count as equal; without
/// rows `total` must be 0.
[[nodiscard]] std::vector<int> apportion(std::span<const double> weights, int total);
/// The same for cents.
[[nodiscard]] std::vector<std::int64_t> apportion(std::span<const double> weights, std::int64_t total);

/// As apportion, but no row gets less than `least` (>= 0; `total` must cover it): rows whose share is below it get
/// `least`, the others share the rest in proportion.
[[nodiscard]] std::vector<int> apportion_at_least(std::span<const double> weights, int total, int least);

}  // namespace districtsim
