#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/proofs.hpp"

namespace districtsim {

/// How the runs behind a comparison were made, for its readers.
struct RunsMade {
  std::uint64_t seed = 1;
  bool parameters_drawn = true;
  bool equal_cost = false;  ///< every alternative had the baseline's total at the start
  bool details = false;     ///< print every alternative in full, however many there are
};

/// The comparison as people read it, at most 100 columns: for each alternative the main measures of the last year, or
/// three and more side by side; then how to read them, what was checked, and what is known of the district's data.
[[nodiscard]] std::string comparison_table(const Comparison& comparison, const std::vector<Proof>& proofs,
                                           const RunsMade& runs);

/// What one can say of a difference at its precision: "better", "worse", "more", "less" (where neither is better),
/// "unclear" (the 95 % interval of the mean holds 0), "same" (every replicate is exactly equal), or "" for one run.
[[nodiscard]] std::string verdict(const PairedDifference& difference, Better better);

}  // namespace districtsim
