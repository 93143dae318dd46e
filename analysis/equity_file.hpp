#pragma once

#include "analysis/comparison.hpp"
#include "sim/record/result_file.hpp"

namespace districtsim {

/// Adds winners and losers, regret and robustness to the group `comparison`, whose dimensions `alternative` and
/// `measure` must be there.
void write_equity(ResultFile& file, const Comparison& comparison);

}  // namespace districtsim
