#pragma once

namespace districtsim {

/// Professional-development days of a school's staff (Portin et al. 2009, chapter 3). A leader who takes part is the
/// strongest dimension in Robinson, Lloyd & Rowe 2008 (.84).
struct DevelopmentParameters {
  double hours = 0.0;              ///< [h] of a day in which the staff learns together
  double attention = 0.0;          ///< [1] share of it that works on one teacher's own practice
  double margin = 0.0;             ///< [iSD] of what is shown above the norm where nobody leads it
  double expectations_gain = 0.0;  ///< [1 a day] share of the distance to 1, where the principal takes part
  double ownership_gain = 0.0;     ///< [1 a day] share of the distance to 1, where the principal takes part
  double leader_margin = 0.0;      ///< [SD] by which the day is ahead of a leader's own skill
};

}  // namespace districtsim
