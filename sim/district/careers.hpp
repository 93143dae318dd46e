#pragma once

#include <vector>

#include "sim/rules/departure.hpp"
#include "sim/rules/hiring.hpp"

namespace districtsim {

constexpr int longest_career = 45;  ///< years of teaching after which everybody has retired

/// Cumulative distribution of experience (0 to longest_career years) of a staff in balance: what hires bring and
/// departures take, at average strain and need. Size longest_career + 1; last value 1.
[[nodiscard]] std::vector<double> experience_in_balance(const DepartureParameters& departure,
                                                        const HiringParameters& hiring);

/// Years at which a cumulative distribution passes u.
[[nodiscard]] int years_at(const std::vector<double>& cumulative, double u);

/// Years of experience of a hire, from one uniform draw.
[[nodiscard]] int years_of_hire(double u, const HiringParameters& hiring);

}  // namespace districtsim
