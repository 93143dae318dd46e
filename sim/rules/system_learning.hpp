#pragma once

#include <algorithm>

namespace districtsim {

/// What central units learn from evidence that directors bring from schools (Knapp et al. 2010, practice 5; Honig et
/// al. 2010, evidence throughout).
struct SystemLearningParameters {
  double start = 0.0;           ///< [1] 0 to 1
  double hours = 0.0;           ///< [h] of a director at each report
  double gain = 0.0;            ///< [1 per report] share of the distance to 1 that usual evidence closes
  double loss = 0.0;            ///< [1 per report] of what was learned
  double usual_evidence = 0.0;  ///< [1] evidence of the reference district
  double service = 0.0;         ///< [1] change of a unit's service per unit learned
};

/// What a unit knows after a report. `evidence` and `reports`, the share of directors who report, lie in 0 to 1;
/// `sponsorship` counts 1 at .5. [1]
[[nodiscard]] inline double learned_after(double learned, double evidence, double reports, double sponsorship,
                                          const SystemLearningParameters& p) {
  const double heard = std::clamp(evidence / p.usual_evidence, 0.0, 2.0) * reports * (0.5 + sponsorship);
  const double gained = std::min(0.5, p.gain * heard);
  return learned + gained * (1.0 - learned) - p.loss * learned;
}

/// Service of a unit against the start's, .5 to 1.5. [1]
[[nodiscard]] inline double service_factor(double learned, const SystemLearningParameters& p) {
  return std::clamp(1.0 + p.service * (learned - p.start), 0.5, 1.5);
}

}  // namespace districtsim
