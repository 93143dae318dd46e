#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace districtsim {

/// What an alternative costs against the baseline in the last year, as a sentence; empty where that is not known.
[[nodiscard]] std::string cost_sentence(const AlternativeResult& alternative);

}  // namespace districtsim
