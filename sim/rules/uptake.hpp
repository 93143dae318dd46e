#pragma once

#include "sim/core/elementary.hpp"

namespace districtsim {

/// Whether an offered interaction is taken up: a draw with logit base + trust T + legitimacy L - resistance R.
struct UptakeParameters {
  double base = 0.0;        ///< [logit]
  double trust = 0.0;       ///< [logit] per unit of trust (0 to 1) in the supporter
  double legitimacy = 0.0;  ///< [logit] per unit of legitimacy times role clarity (0 to 1)
  double resistance = 0.0;  ///< [logit] per SD of resistance
};

/// Probability of uptake. [1]
[[nodiscard]] inline double uptake_probability(double trust, double legitimacy, double resistance,
                                               const UptakeParameters& p) {
  return logistic(p.base + p.trust * trust + p.legitimacy * legitimacy - p.resistance * resistance);
}

}  // namespace districtsim
