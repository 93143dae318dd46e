#pragma once

#include <algorithm>

namespace districtsim {

/// How revenue follows students, and how much of what a formula gives to need is won back outside of it.
struct MoneyParameters {
  double revenue_follows_enrolment = 0.0;  ///< [1] of a relative change of last year's students
  double won_back = 0.0;                   ///< [1] of dollars that the formula shifts
};

/// Factor on revenue from last year's students against those at the start; at least 0.
[[nodiscard]] inline double revenue_for_students(double students, double at_start, const MoneyParameters& p) {
  if (at_start <= 0.0) return 1.0;
  return std::max(0.0, 1.0 + p.revenue_follows_enrolment * (students / at_start - 1.0));
}

/// Share of a formula's shift that stays after some of it is won back outside of the formula, as far as it is not
/// ring-fenced (0 to 1). In 0 to 1 (Atchison & Levin 2022: equity gains of weighted funding leak).
[[nodiscard]] inline double kept_of_shift(double ring_fence, const MoneyParameters& p) {
  return 1.0 - p.won_back * (1.0 - ring_fence);
}

/// Factor on a school's dollars by need: a weight for each low-income student (share 0 to 1).
[[nodiscard]] inline double need_factor(double weight, double low_income_share) {
  return 1.0 + weight * low_income_share;
}

}  // namespace districtsim
