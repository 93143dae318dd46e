#pragma once

#include <algorithm>

namespace districtsim {

/// The share of team time that goes to instruction: the demoralisation trap (Knapp et al. 2010, introduction).
struct TeamTimeParameters {
  double reference = 0.0;      ///< [1] of team time, in the reference district
  double efficacy = 0.0;       ///< [1] per unit of the staff's sense of efficacy above its start
  double backlog = 0.0;        ///< [1 per leader-week] taken off for backlog above the usual
  double usual_backlog = 0.0;  ///< [leader-weeks] in the reference district
  double disorder = 0.0;       ///< [1 per SD] taken off for a climate below the mean
};

/// What weighs on a school's teams.
struct TeamBurden {
  double efficacy = 0.0;  ///< above its start
  double backlog = 0.0;   ///< [leader-weeks]
  double climate = 0.0;   ///< [SD]
};

/// Share of team time that goes to instruction. [1] .1 to 1
[[nodiscard]] inline double team_instruction(const TeamBurden& burden, const TeamTimeParameters& p) {
  const double share = p.reference + p.efficacy * burden.efficacy - p.backlog * (burden.backlog - p.usual_backlog) -
                       p.disorder * std::max(0.0, -burden.climate);
  return std::clamp(share, 0.1, 1.0);
}

/// What that makes of a team's meeting: 1 in the reference district. [1] .5 to 1.5
[[nodiscard]] inline double team_time_multiplier(double share, const TeamTimeParameters& p) {
  return std::clamp(share / p.reference, 0.5, 1.5);
}

}  // namespace districtsim
