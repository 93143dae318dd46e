#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace districtsim {

/// What of an alternative differs by need of the schools in the last year: one line a measure, four columns, each
/// "baseline -> alternative". Empty where the district has no quarters.
[[nodiscard]] std::string need_section(const AlternativeResult& alternative);

/// The same for many alternatives: for each measure a line for the baseline and one for each alternative, named by
/// `letters`.
[[nodiscard]] std::string need_tables(const Comparison& comparison, const std::vector<std::string>& letters);

}  // namespace districtsim
