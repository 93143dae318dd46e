#pragma once

#include "sim/core/elementary_float.hpp"

namespace districtsim {

/// Whether an offered interaction is taken up: a draw with
/// logit base + trust T + legitimacy L + ownership (A - a) - resistance R (1 - evidence E, where R > 0) - evaluation V.
/// Bryk & Schneider 2002 for trust; Portin et al. 2009, chapter 3, for legitimacy, evidence first and evaluation.
struct UptakeParameters {
  double base = 0.0;                 ///< [logit]
  double trust = 0.0;                ///< [logit] per unit of trust (0 to 1) in the supporter
  double legitimacy = 0.0;           ///< [logit] per unit of legitimacy times role clarity (0 to 1)
  double ownership = 0.0;            ///< [logit] per unit of ownership of the agenda (0 to 1)
  double reference_ownership = 0.0;  ///< 0 to 1, ownership a at which that term is 0
  double resistance = 0.0;           ///< [logit] per SD of resistance
  double evidence = 0.0;             ///< [1] share of resistance that opening with student evidence disarms
  double evaluation = 0.0;           ///< [logit] per unit of evaluative taint (0 to 1) of the supporter
};

/// What a supporter brings to an offer, beside the trust in them.
struct SupporterStanding {
  double legitimacy = 1.0;  ///< 0 to 1, times role clarity
  double evidence = 0.0;    ///< 0 to 1, how far the offer opens with student evidence
  double taint = 0.0;       ///< 0 to 1, by evaluation in the role
};

/// The terms of one supporter's offers, made once for many of them.
struct UptakeTerms {
  float fixed = 0.0F;
  float trust = 0.0F;
  float ownership = 0.0F;
  float resistance = 0.0F;
  float disarmed = 0.0F;  ///< of that, taken off where resistance is above 0
};

[[nodiscard]] inline UptakeTerms uptake_terms(const SupporterStanding& standing, const UptakeParameters& p) {
  return {static_cast<float>(p.base + p.legitimacy * standing.legitimacy - p.evaluation * standing.taint -
                             p.ownership * p.reference_ownership),
          static_cast<float>(p.trust), static_cast<float>(p.ownership), static_cast<float>(p.resistance),
          static_cast<float>(p.resistance * p.evidence * standing.evidence)};
}

/// State of the one to whom support is offered.
struct OfferedTo {
  float trust = 0.0F;       ///< 0 to 1, in the supporter
  float ownership = 0.0F;   ///< 0 to 1, of the agenda
  float resistance = 0.0F;  ///< [SD]
};

/// Probability of uptake. [1]
[[nodiscard]] inline float uptake_probability(const OfferedTo& person, const UptakeTerms& terms) {
  const float disarmed = person.resistance > 0.0F ? terms.disarmed : 0.0F;
  return logistic_float(terms.fixed + terms.trust * person.trust + terms.ownership * person.ownership -
                        (terms.resistance - disarmed) * person.resistance);
}

}  // namespace districtsim
