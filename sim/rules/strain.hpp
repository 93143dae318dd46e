#pragma once

namespace districtsim {

/// Strain from demands minus supports: it moves toward a target that a person, a school and support set.
struct StrainParameters {
  double need = 0.0;          ///< [SD per SD of need]
  double trait = 0.0;         ///< [SD] between persons
  double climate = 0.0;       ///< [SD per SD of climate], taken off
  double principal = 0.0;     ///< [SD per SD of instructional skill], taken off
  double coached = 0.0;       ///< [SD], taken off for a teacher a coach works with
  double mentored = 0.0;      ///< [SD], taken off for a novice with a mentor
  double weekly_rate = 0.0;   ///< [1/week] share of the distance to the target
  double weekly_shock = 0.0;  ///< [SD] of a week's luck
};

}  // namespace districtsim
