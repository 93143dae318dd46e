#pragma once

#include <algorithm>

#include "sim/rules/principal_role.hpp"

namespace districtsim {

/// Principals sponsor and legitimise their teacher leaders (Knapp et al. 2010, support 5; Portin et al. 2009, chapter
/// 3).
struct SponsorshipParameters {
  double chance = 0.0;           ///< [1] that an average principal does so between two network meetings
  double engagement = 0.0;       ///< [1] more for each unit of engagement
  double hours = 0.0;            ///< [h] of leaders for each teacher leader
  double legitimacy_gain = 0.0;  ///< [1] share of the distance to 1 that it closes
  double legitimacy_fade = 0.0;  ///< [1/week] share of legitimacy that a week takes
  double clarity_gain = 0.0;     ///< [1] as legitimacy_gain, of role clarity
  double from_top = 0.0;         ///< [1] stronger for each unit of the central office's sponsorship above 1/2
};

/// Chance that a principal sponsors the school's teacher leaders. [1]
[[nodiscard]] inline double sponsoring_chance(double engagement, double mean_engagement,
                                              const SponsorshipParameters& p) {
  return std::clamp(p.chance + p.engagement * (engagement - mean_engagement), 0.0, 1.0);
}

/// How much a principal's word counts against the reference district, by what the top stands for. [1]
[[nodiscard]] inline double sponsoring_multiplier(double central_sponsorship, const SponsorshipParameters& p) {
  return within_multiplier_bounds(1.0 + p.from_top * (central_sponsorship - 0.5));
}

}  // namespace districtsim
