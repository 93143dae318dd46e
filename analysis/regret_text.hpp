#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace districtsim {

/// Regret in achievement: one line a scenario, one column a group.
[[nodiscard]] std::string regret_section(const Comparison& comparison);

/// Share of replicates in which each alternative beats the baseline, and everything else; one line an alternative.
[[nodiscard]] std::string robustness_section(const Comparison& comparison, bool parameters_drawn);

}  // namespace districtsim
