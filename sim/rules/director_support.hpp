#pragma once

#include <algorithm>

namespace districtsim {

/// Assistance for the directors themselves, by cabinet and peers (Honig et al. 2010, second dimension; Knapp et al.
/// 2010). Without it other calls take their time.
struct DirectorSupportParameters {
  double backing_start = 0.0;  ///< [1] 0 to 1
  double backing_gain = 0.0;   ///< [1 per meeting] share of the distance to 1, with usual support
  double backing_loss = 0.0;   ///< [1 per meeting] that other calls take
  double usual_hours = 0.0;    ///< [h] of support every four weeks in the reference district
  double protection = 0.0;     ///< [1] change of time with principals per unit of backing
  double margin = 0.0;         ///< [SD] of what cabinet and peers show above the average director
  double attention = 0.0;      ///< [1] share of a meeting that works on one director's own assistance
};

/// Backing after a meeting of `hours`; `sponsorship` 0 to 1 counts 1 at .5. [1]
[[nodiscard]] inline double backing_after(double backing, double hours, double sponsorship,
                                          const DirectorSupportParameters& p) {
  const double gain = std::min(0.5, p.backing_gain * std::min(2.0, hours / p.usual_hours) * (0.5 + sponsorship));
  return backing + gain * (1.0 - backing) - p.backing_loss * backing;
}

/// Time with principals against what is planned, .5 to 1.5. [1]
[[nodiscard]] inline double protected_factor(double backing, const DirectorSupportParameters& p) {
  return std::clamp(1.0 + p.protection * (backing - p.backing_start), 0.5, 1.5);
}

}  // namespace districtsim
