#pragma once

#include "sim/core/random.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// What stays the same during one replicate of one scenario.
struct Conditions {
  const Scenario& scenario;
  Parameters parameters;
  Draws draws;

  [[nodiscard]] bool on(Mechanism mechanism) const { return scenario.mechanisms.on(mechanism); }
};

}  // namespace districtsim
