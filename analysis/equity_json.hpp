#pragma once

#include <nlohmann/json.hpp>

#include "analysis/comparison.hpp"

namespace districtsim {

/// Of each alternative: counts of winners and losers by outcome, every school, every fixed group.
[[nodiscard]] nlohmann::json winners_as_json(const Comparison& comparison);

/// Regret by outcome, scenario and group.
[[nodiscard]] nlohmann::json regrets_as_json(const Comparison& comparison);

/// Share of replicates in which each alternative beats the baseline, and everything else, by measure.
[[nodiscard]] nlohmann::json robustness_as_json(const Comparison& comparison);

}  // namespace districtsim
