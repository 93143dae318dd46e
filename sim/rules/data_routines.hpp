#pragma once

namespace districtsim {

/// A school's routines of using evidence (Portin et al. 2009, vignettes 3 and 4).
struct DataRoutinesParameters {
  double start = 0.0;  ///< [1] 0 to 1
};

}  // namespace districtsim
