#pragma once

#include "sim/core/elementary.hpp"

namespace districtsim {

/// Practice learned by teaching, never forgotten. Shape: Papay & Kraft 2015; Wiswall 2013. Steeper in a supportive
/// environment: Kraft & Papay 2014.
struct LearningByDoingParameters {
  double fast = 0.0;         ///< [student SD] learned early in a career
  double fast_years = 0.0;   ///< [years] in which 63 % of it is learned
  double slow = 0.0;         ///< [student SD] per unit of ln(1 + years)
  double environment = 0.0;  ///< [1 per SD] change of the year's learning with the school's climate
};

/// Effect on achievement of x years of teaching in an average environment: fast (1 - e^(-x/t)) + slow ln(1 + x). [SD]
[[nodiscard]] inline double experience_effect(double years, const LearningByDoingParameters& p) {
  return p.fast * (1.0 - exponential(-years / p.fast_years)) + p.slow * logarithm(1.0 + years);
}

/// What a year that starts at `years` adds in an average environment. [SD]
[[nodiscard]] inline double experience_step(double years, const LearningByDoingParameters& p) {
  return experience_effect(years + 1.0, p) - experience_effect(years, p);
}

/// A year's step in an environment: times 1 + environment * climate, never below 0. [SD]
[[nodiscard]] inline double step_in_climate(double step, double climate, const LearningByDoingParameters& p) {
  const double factor = 1.0 + p.environment * climate;
  return step * (factor > 0.0 ? factor : 0.0);
}

[[nodiscard]] inline double year_of_experience(double years, double climate, const LearningByDoingParameters& p) {
  return step_in_climate(experience_step(years, p), climate, p);
}

}  // namespace districtsim
