#pragma once

#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// What the board took back goes back: posts as far as the receiving school still has them, money and hours always.
/// A part of reallocate.
void return_moves(PostPlan& plan, District& district);

}  // namespace districtsim
