#pragma once

namespace districtsim {

/// Beliefs of teachers and how they move (Friedkin & Johnsen 1990).
struct BeliefParameters {
  double expectations = 0.0;  ///< [1] 0 to 1, mean of new teachers
  double ownership = 0.0;     ///< [1] 0 to 1, of the agenda, mean of new teachers
  double spread = 0.0;        ///< [1] between new teachers
};

}  // namespace districtsim
