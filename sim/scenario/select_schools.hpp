#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Rows of the schools for which all conditions of the selector hold, in order. Need is ranked among all schools of a
/// grade span, equal shares by row: a quarter is a fourth of them and a half a half, rounded down; `lowest` and
/// `highest` are one school of each span. Below 8 schools a quarter is a half, below 2 there is none.
[[nodiscard]] std::vector<std::size_t> matching_schools(const DistrictProfile& district,
                                                        const SchoolSelector& selector);

/// Which condition leaves no school, for messages: "no school of level high". "" if some school is selected.
[[nodiscard]] std::string why_no_school(const DistrictProfile& district, const SchoolSelector& selector);

}  // namespace districtsim
