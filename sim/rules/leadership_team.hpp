#pragma once

namespace districtsim {

/// The instructional leadership team of a school (Portin et al. 2009, chapter 2).
struct LeadershipTeamParameters {
  double cohesion_start = 0.0;  ///< [1] 0 to 1, at the start
};

}  // namespace districtsim
