#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// Prices of posts, and the first year's money: what the posts cost, dollars by enrolment, the rest of revenue by line.
void build_ledger(const Conditions& conditions, District& district);

/// Prices of posts of all kinds, with pay raised by a share since the start.
[[nodiscard]] PostPrices post_prices(const PriceParameters& p, double raise = 0.0);

/// Cost of a school's posts for a year.
[[nodiscard]] Cents staff_cost(const District& district, std::size_t school);

/// Cost of the central office's posts for a year.
[[nodiscard]] Cents central_cost(const District& district);

}  // namespace districtsim
