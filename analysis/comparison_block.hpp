#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/comparison.hpp"
#include "analysis/headline_text.hpp"

namespace districtsim {

/// How the runs behind a comparison were made, for its readers.
struct RunsMade {
  std::uint64_t seed = 1;
  bool parameters_drawn = true;
  bool equal_cost = false;            ///< every alternative had the baseline's total at the start
  bool details = false;               ///< print every alternative in full, however many there are
  std::optional<Rounds> rounds = {};  ///< of a comparison until settled
  std::string branch = {};            ///< "year 4, week 12": from where alternatives have rules of their own
};

/// One alternative in full: its measures in sections, politics, need, winners and losers, and what it costs.
[[nodiscard]] std::string comparison_block(const AlternativeResult& alternative, const Comparison& comparison,
                                           const RunsMade& runs);

/// Says that an alternative changed nothing, and why.
[[nodiscard]] std::string no_effect_text(const AlternativeResult& alternative, std::size_t replicates);

/// What one can say of a difference at its precision: "better", "worse", "more", "less" (where neither is better),
/// "unclear" (the 95 % interval of the mean holds 0), "same" (every replicate is exactly equal), or "" for one run.
[[nodiscard]] std::string verdict(const PairedDifference& difference, Better better);

}  // namespace districtsim
