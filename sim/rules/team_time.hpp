#pragma once

namespace districtsim {

/// The share of team time that goes to instruction: the demoralisation trap (Knapp et al. 2010, introduction).
struct TeamTimeParameters {
  double reference = 0.0;  ///< [1] of team time, in the reference district
};

}  // namespace districtsim
