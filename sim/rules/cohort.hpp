#pragma once

namespace districtsim {

/// Student learning in cells, relative to the grade norm.
struct CohortParameters {
  double persistence = 0.0;       ///< [1] of a teacher's effect left a year later (Jacob, Lefgren & Sims 2010)
  double class_size = 0.0;        ///< [SD per student fewer] (Krueger 1999: .22 for 7)
  double class_noise = 0.0;       ///< [SD] of a class in a year
  double low_income_level = 0.0;  ///< [SD] of low-income students at entry, against the norm
  double other_level = 0.0;       ///< [SD] of the others
  double school_level_sd = 0.0;   ///< [SD] between schools' intakes, given the group
  double within_sd = 0.0;         ///< [SD] of students within a cell
  double proficiency_cut = 0.0;   ///< [SD] score from which a student counts as proficient
};

}  // namespace districtsim
