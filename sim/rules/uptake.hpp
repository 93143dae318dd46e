#pragma once

#include "sim/core/elementary_float.hpp"

namespace districtsim {

/// Whether an offered interaction is taken up: a draw with logit base + trust T + legitimacy L - resistance R.
struct UptakeParameters {
  double base = 0.0;        ///< [logit]
  double trust = 0.0;       ///< [logit] per unit of trust (0 to 1) in the supporter
  double legitimacy = 0.0;  ///< [logit] per unit of legitimacy times role clarity (0 to 1)
  double resistance = 0.0;  ///< [logit] per SD of resistance
};

/// The terms of one kind of interaction, made once for many offers.
struct UptakeTerms {
  float fixed = 0.0F;
  float trust = 0.0F;
  float resistance = 0.0F;
};

[[nodiscard]] inline UptakeTerms uptake_terms(double legitimacy, const UptakeParameters& p) {
  return {static_cast<float>(p.base + p.legitimacy * legitimacy), static_cast<float>(p.trust),
          static_cast<float>(p.resistance)};
}

/// Probability of uptake. [1]
[[nodiscard]] inline float uptake_probability(float trust, float resistance, const UptakeTerms& terms) {
  return logistic_float(terms.fixed + terms.trust * trust - terms.resistance * resistance);
}

}  // namespace districtsim
