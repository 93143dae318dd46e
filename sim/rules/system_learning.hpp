#pragma once

namespace districtsim {

/// What central units learn from evidence of schools (Knapp et al. 2010, practice 5).
struct SystemLearningParameters {
  double start = 0.0;  ///< [1] 0 to 1
};

}  // namespace districtsim
