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
  double assistant_return = 0.0;  ///< [SD] a principal expects from one more assistant principal
  double coach_first_year =
      0.0;                      ///< [1] of a coach's gain that a principal expects in the first year, all in the third
  double horizon = 0.0;         ///< [years] that an average new principal looks ahead
  double horizon_skill = 0.0;   ///< [years per SD] more with skill
  double horizon_tenure = 0.0;  ///< [1] more with each year in the school
  double horizon_pressure = 0.0;    ///< [years] less for accountability pressure higher by 1
  double discount = 0.0;            ///< [1/year] of a gain that comes later
  double untested = 0.0;            ///< [1] of kindergarten to grade 3 that takes no state test
  double school_convertible = 0.0;  ///< [1] what can change form where schools hold the initiative, against usual
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

/// Years that a principal looks ahead, by skill [SD], tenure [years] and accountability pressure: 1 to 10. [years]
[[nodiscard]] inline double looks_ahead(double skill, double tenure, double pressure,
                                        const PrincipalChoiceParameters& p) {
  const double years =
      p.horizon + p.horizon_skill * skill + p.horizon_tenure * tenure - p.horizon_pressure * (pressure - 0.5);
  return std::clamp(years, 1.0, 10.0);
}

/// A yearly gain as scores show it: all of it from the third year on, a part before, and what lasts of earlier years.
struct ExpectedGain {
  double full = 0.0;     ///< [SD per student] in a year
  double first = 1.0;    ///< [1] of it in the first year
  double lasting = 0.0;  ///< [1] of it left a year later
};

/// Mean of a gain over the years that a principal looks ahead, later ones discounted. [SD per student]
[[nodiscard]] inline double mean_gain(const ExpectedGain& gain, double years, const PrincipalChoiceParameters& p) {
  constexpr double years_to_full = 2.0;
  double sum = 0.0;
  double weights = 0.0;
  double weight = 1.0;
  for (int year = 0; year < years; ++year) {
    const double shown = gain.first + (1.0 - gain.first) * std::min(1.0, year / years_to_full);
    sum += weight * gain.full * (shown + gain.lasting * year);
    weights += weight;
    weight *= 1.0 - p.discount;
  }
  return sum / weights;
}

}  // namespace districtsim
