#pragma once

#include <algorithm>
#include <cmath>

namespace districtsim {

/// How people answer a survey. Ranges in scenarios/parameters.yaml.
struct SurveyParameters {
  double response_noise = 0.0;  ///< [points] SD of one person's answer around what the person means
};

constexpr double lowest_answer = 1.0;
constexpr double highest_answer = 5.0;

/// Mean answer, 1 to 5, of `respondents` (1 or more) people who feel `support` (0 to 1) on average; z is standard
/// normal. Answers lie on an equal-interval scale and people err independently. (judgement)
[[nodiscard]] inline double mean_answer(double support, double respondents, double z,
                                        const SurveyParameters& parameters) {
  const double meant = lowest_answer + (highest_answer - lowest_answer) * support;
  const double noise = parameters.response_noise / std::sqrt(std::max(1.0, respondents));
  return std::clamp(meant + noise * z, lowest_answer, highest_answer);
}

}  // namespace districtsim
