#pragma once

#include "analysis/experiment_design.hpp"

namespace districtsim {

/// The rows of a design as its analysis sees them: a column for each factor, named as it, `inert` too. Sobol and morris
/// designs have places from 0 to 1, so that groups and words count as they were sampled; others have the values of the
/// factor's first input, with words as levels.
[[nodiscard]] DesignTable factor_rows(const ExperimentDesign& design, const DesignTable& rows);

}  // namespace districtsim
