#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/headline_text.hpp"
#include "analysis/proofs.hpp"

namespace districtsim {

/// Every measure of every alternative in the last year, one object each; what cannot be said is null.
[[nodiscard]] nlohmann::json headlines_as_json(const Comparison& comparison);

/// What the board took back in each alternative: in how many runs, first when, how much, and who pushed back most.
[[nodiscard]] nlohmann::json roll_backs_as_json(const Comparison& comparison);

/// Of each alternative: whether it changed nothing and why, and how many times more unpaired runs it would take.
[[nodiscard]] nlohmann::json alternatives_as_json(const Comparison& comparison);

/// What ended a comparison until settled, and what is not settled; null for a fixed number of replicates.
[[nodiscard]] nlohmann::json rounds_as_json(const Comparison& comparison, const std::optional<Rounds>& rounds);

/// `{null: {passed, ...}, placebo: ..., locality: ...}`.
[[nodiscard]] nlohmann::json proofs_as_json(const std::vector<Proof>& proofs);

}  // namespace districtsim
