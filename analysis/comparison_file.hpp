#pragma once

#include "analysis/comparison.hpp"
#include "sim/record/result_file.hpp"

namespace districtsim {

/// Adds the child group `comparison` to a file of runs (root dimension `year`): each number of PairedDifference as a
/// variable over year, alternative and measure.
void write_comparison(ResultFile& file, const Comparison& comparison);

}  // namespace districtsim
