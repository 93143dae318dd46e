#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Fewest schools of a grade span that have halves of need, and quarters.
constexpr std::size_t least_for_halves = 2;
constexpr std::size_t least_for_quarters = 8;

/// Rows of a grade span's schools from the lowest share of low-income students to the highest; ties by row.
[[nodiscard]] std::vector<std::size_t> schools_by_need(std::span<const SchoolProfile> schools, SchoolLevel level);

/// Rows of the schools for which all conditions of the selector hold, in order. Need is ranked among all schools of a
/// grade span, equal shares by row: a quarter is a fourth of them and a half a half, rounded down; `lowest` and
/// `highest` are one school of each span. Below 8 schools a quarter is a half, below 2 there is none.
[[nodiscard]] std::vector<std::size_t> matching_schools(const DistrictProfile& district,
                                                        const SchoolSelector& selector);

/// Which condition leaves no school, for messages: "no school of level high". "" if some school is selected.
[[nodiscard]] std::string why_no_school(const DistrictProfile& district, const SchoolSelector& selector);

}  // namespace districtsim
