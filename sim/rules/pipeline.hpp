#pragma once

#include <algorithm>

namespace districtsim {

/// Leaders who are grown within the district (Knapp et al. 2010; Portin et al. 2009, chapter 2).
struct PipelineParameters {
  double able = 0.0;        ///< [SD] how a teacher leader has to look to be able to lead a school
  double signal = 0.0;      ///< [1] correlation of what is seen with skill
  double selected = 0.0;    ///< [1] correlation of a teacher leader's coaching with skill as a leader
  double learned = 0.0;     ///< [SD of principals' skill per iSD] of expertise gained, that a leader starts with
  double trust_kept = 0.0;  ///< [1] of the staff's trust that a successor from the school keeps
  double known = 0.0;       ///< [1] of trust in directors that a successor from the district keeps
};

/// Chance that an open principal's post goes to an assistant principal, by the share at the default. 0 to 1.
[[nodiscard]] inline double grown_chance(double share_at_default, double grow_your_own) {
  return std::clamp(2.0 * share_at_default * grow_your_own, 0.0, 1.0);
}

/// What is kept of a stock by a successor who is known: start + kept (x - start).
[[nodiscard]] inline double kept_of(double stock, double start, double kept) { return start + kept * (stock - start); }

}  // namespace districtsim
