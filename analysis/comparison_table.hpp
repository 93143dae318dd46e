#pragma once

#include <string>
#include <vector>

#include "analysis/comparison_block.hpp"
#include "analysis/proofs.hpp"

namespace districtsim {

/// The comparison as people read it, at most 100 columns: for each alternative the main measures of the last year, or
/// three and more side by side; then how to read them, what was checked, and what is known of the district's data.
[[nodiscard]] std::string comparison_table(const Comparison& comparison, const std::vector<Proof>& proofs,
                                           const RunsMade& runs);

}  // namespace districtsim
