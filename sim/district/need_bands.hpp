#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// Need bands of schools by share of low-income students within their grade span, at baseline: quarters 0 (lowest) to 3
/// (highest) with 8 schools or more, halves (0 and 3) with 2 to 7, none (all 0) with one. Ties by row.
[[nodiscard]] std::vector<std::uint8_t> need_bands(std::span<const SchoolProfile> schools);

}  // namespace districtsim
