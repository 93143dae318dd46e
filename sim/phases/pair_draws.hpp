#pragma once

#include "sim/core/calendar.hpp"
#include "sim/core/random.hpp"
#include "sim/phases/teacher_week.hpp"

namespace districtsim {

/// Pairs, none yet, whose draws in this week are for one purpose.
template <class Purpose>
[[nodiscard]] PairDraws pair_draws(const Draws& draws, Purpose purpose, Week week) {
  PairDraws pairs;
  pairs.stream[0] = draws.stream()[0];
  pairs.stream[1] = draws.stream()[1];
  pairs.week = week.index;
  pairs.purpose = static_cast<std::uint32_t>(purpose);
  return pairs;
}

}  // namespace districtsim
