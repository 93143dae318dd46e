#pragma once

#include <span>
#include <vector>

#include "analysis/design_table.hpp"

namespace districtsim {

/// How strongly a measure goes with each input over any sample of inputs.
struct SampleAssociations {
  std::vector<double> src;   ///< standardised regression coefficients
  std::vector<double> prcc;  ///< partial rank correlation coefficients
  double r_squared = 0.0;    ///< of the linear fit; far below 1, neither coefficient says much
};

/// Average ranks from 1, equal values sharing theirs.
[[nodiscard]] std::vector<double> ranks_of(std::span<const double> values);

/// Associations of every input with the results; inputs that do not vary, and results that do not, give 0. Needs more
/// rows than inputs and one more, and inputs that do not follow from each other; else a ContractViolation.
[[nodiscard]] SampleAssociations sample_associations(const DesignTable& design, std::span<const double> results);

}  // namespace districtsim
