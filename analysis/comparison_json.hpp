#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/proofs.hpp"

namespace districtsim {

/// Every measure of every alternative in the last year, one object each; what cannot be said is null.
[[nodiscard]] nlohmann::json headlines_as_json(const Comparison& comparison);

/// What the board took back in each alternative: in how many runs, first when, how much, and who pushed back most.
[[nodiscard]] nlohmann::json roll_backs_as_json(const Comparison& comparison);

/// `{null: {passed, ...}, placebo: ..., locality: ...}`.
[[nodiscard]] nlohmann::json proofs_as_json(const std::vector<Proof>& proofs);

}  // namespace districtsim
