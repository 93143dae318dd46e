#pragma once

#include <cstddef>
#include <string>

#include "analysis/comparison.hpp"

namespace districtsim {

constexpr std::size_t fewest_of_a_matrix = 3;  ///< alternatives from which a comparison is printed as a matrix

/// Many alternatives side by side, at most 100 columns: a key with what each costs, one row a measure and one column an
/// alternative with the difference from the baseline and its precision, quarters of need, and where each differs in
/// structure.
[[nodiscard]] std::string comparison_matrix(const Comparison& comparison);

}  // namespace districtsim
