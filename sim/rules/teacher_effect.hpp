#pragma once

#include <algorithm>
#include <array>

namespace districtsim {

/// Practice in four dimensions, in SD of teacher observation scores (iSD).
constexpr int dimension_count = 4;
enum class Dimension { curriculum, pedagogy, evidence, climate };

/// What a teacher's practice and talent do for a class in a year. Fitted to SD of teacher effects .10 to .17
/// (Hanushek & Rivkin 2010; Chetty et al. 2014) and to the achievement effect of coaching (Kraft et al. 2018).
struct TeacherEffectParameters {
  double practice_to_achievement = 0.0;  ///< [SD/iSD] lambda, of the year's mean practice
  double talent_sd = 0.0;                ///< [SD] fixed part of a teacher's effect that practice does not show
  double stable_practice_sd = 0.0;       ///< [iSD] between teachers, of practice without experience and support
  double dimension_correlation = 0.0;    ///< [1] between the dimensions of stable practice
  double reference_practice = 0.0;       ///< [iSD] practice, apart from ten years of doing, that keeps the grade norm
  double differentiation_tilt =
      0.0;                    ///< [1] 0 to .25, how much more pedagogy and climate count for low-income students
  double expectations = 0.0;  ///< [1] relative change of that tilt per unit of the staff's expectations above the usual
};

constexpr double largest_tilt = 0.25;  ///< [1] at which half of the weights is 0

/// The tilt where the staff expects more or less of students: practice can narrow gaps or widen them. [1] 0 to .25
[[nodiscard]] inline double tilt_at(double expectations_above, const TeacherEffectParameters& p) {
  const double multiplier = std::clamp(1.0 + p.expectations * expectations_above, 0.5, 1.5);
  return std::min(largest_tilt, p.differentiation_tilt * multiplier);
}

/// Weights of the dimensions for a student group; they sum to 1, and over both groups each averages 1/4.
[[nodiscard]] inline std::array<double, dimension_count> dimension_weights(bool low_income, double tilt) {
  const double t = low_income ? tilt : -tilt;
  return {0.25 - t, 0.25 + t, 0.25 - t, 0.25 + t};
}

/// Yearly gain of a class against the grade norm: lambda (practice - norm) + talent, with practice the year's mean.
/// [SD]
[[nodiscard]] inline double teacher_effect(double practice, double norm, double talent,
                                           const TeacherEffectParameters& p) {
  return p.practice_to_achievement * (practice - norm) + talent;
}

}  // namespace districtsim
