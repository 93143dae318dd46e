#pragma once

#include <algorithm>

namespace districtsim {

/// How principals invest what they may decide: by perceived return, more noisily the less skilled they are.
struct PrincipalChoiceParameters {
  double convertible = 0.0;       ///< [1] of a school's discretionary dollars that can change form within its staff
  double posts_a_year = 0.0;      ///< [posts] most that a school changes in one summer
  double perception_noise = 0.0;  ///< [log] SD of an average principal's error about returns
  double perception_skill = 0.0;  ///< [1 per SD] by which skill narrows the error
  double coached_gain = 0.0;      ///< [iSD] a principal expects for a coached teacher
  double manager_return = 0.0;    ///< [SD] a principal expects from an administrative manager in a small school
  double smallest_staff = 0.0;    ///< [1] of its teachers at the start that a school keeps
};

/// Return that one more teacher post brings through smaller classes. [SD per student]
[[nodiscard]] inline double return_of_teacher(double students_per_teacher, double teachers, double class_size_effect) {
  return class_size_effect * students_per_teacher / std::max(teachers, 1.0);
}

/// Return of one more coach: the teachers they reach who have none, times the expected gain. [SD per student]
[[nodiscard]] inline double return_of_coach(double coaches, double caseload, double teachers, double gain,
                                            double practice_to_achievement) {
  const double reached = std::clamp(teachers - coaches * caseload, 0.0, caseload);
  return practice_to_achievement * gain * reached / std::max(teachers, 1.0);
}

}  // namespace districtsim
