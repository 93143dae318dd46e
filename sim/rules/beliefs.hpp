#pragma once

#include <algorithm>

namespace districtsim {

/// Beliefs of teachers and how they move: x' = L W x + (1 - L) x0 (Friedkin & Johnsen 1990). The anchor x0 moves with
/// what was experienced; colleagues do not move it.
struct BeliefParameters {
  double expectations = 0.0;       ///< [1] 0 to 1, mean of new teachers
  double ownership = 0.0;          ///< [1] 0 to 1, of the agenda, mean of new teachers
  double spread = 0.0;             ///< [1] between new teachers
  double susceptibility = 0.0;     ///< [1] L, 0 to below 1: weight of colleagues against the own anchor
  double expertise_tie = 0.0;      ///< [1/iSD] how much more a colleague of better practice is listened to
  double lasting = 0.0;            ///< [1] eta: share of an experienced change that the anchor takes on
  double expectations_fade = 0.0;  ///< [1/step] share of expectations lost in four weeks without support
};

/// Weight of a tie to a colleague: 1 at the norm's practice. [1] .5 to 1.5
[[nodiscard]] inline float tie_weight(float practice, float norm, float expertise_tie) {
  return std::clamp(1.0F + expertise_tie * (practice - norm), 0.5F, 1.5F);
}

/// x0 + eta (experienced - x0), where what was experienced is what support has made of x since it was last shared.
[[nodiscard]] inline float moved_anchor(float anchor, float now, float shared, float lasting) {
  return anchor + lasting * (now - shared);
}

/// L (colleagues' mean) + (1 - L) x0.
[[nodiscard]] inline float influenced(float anchor, float colleagues, float susceptibility) {
  return susceptibility * colleagues + (1.0F - susceptibility) * anchor;
}

}  // namespace districtsim
