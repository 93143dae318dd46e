#pragma once

#include <algorithm>

namespace districtsim {

/// A salary schedule: a starting pay, then equal steps with experience up to a last one.
struct SalaryParameters {
  double start = 0.0;  ///< [1] starting pay against the mean
  double years = 0.0;  ///< [years] to the last step
};

/// Steps climbed after so many years of experience, 0 to 1.
[[nodiscard]] inline double steps_climbed(double experience, const SalaryParameters& p) {
  return std::clamp(experience / p.years, 0.0, 1.0);
}

/// What all steps together add to starting pay, so that a staff that has climbed `mean_steps` (above 0) on average
/// earns 1 on average.
[[nodiscard]] inline double pay_of_steps(double mean_steps, const SalaryParameters& p) {
  return mean_steps > 0.0 ? (1.0 - p.start) / mean_steps : 0.0;
}

/// Pay against the mean of the district at the start (NEA 2025 for start and mean; straight steps are judgement).
[[nodiscard]] inline double pay_at(double experience, double of_steps, const SalaryParameters& p) {
  return p.start + of_steps * steps_climbed(experience, p);
}

}  // namespace districtsim
