#pragma once

#include "sim/core/elementary.hpp"

namespace districtsim {

/// Yearly departure of teachers. Fitted to NCES Teacher Follow-up Survey 2021-22, stay/move/leave by experience.
struct DepartureParameters {
  double leave_base = 0.0;          ///< [logit]
  double retirement = 0.0;          ///< [logit] added late in a career
  double retirement_years = 0.0;    ///< [years] of experience at half of it
  double retirement_width = 0.0;    ///< [years]
  double leave_strain = 0.0;        ///< [logit/SD]
  double leave_need = 0.0;          ///< [logit/SD]
  double move_base = 0.0;           ///< [logit]
  double move_early = 0.0;          ///< [logit] added at the start of a career
  double move_early_years = 0.0;    ///< [years] in which it falls by 63 %
  double move_strain = 0.0;         ///< [logit/SD]
  double move_need = 0.0;           ///< [logit/SD]
  double move_within = 0.0;         ///< [1] of movers who look within the district
  double coach_exit = 0.0;          ///< [1/year] teacher leaders who leave their post
  double principal_exit = 0.0;      ///< [1/year] of a principal from a school
  double assistant_exit = 0.0;      ///< [1/year]
  double assistant_promoted = 0.0;  ///< [1] of principals' posts that an assistant principal of the school takes
};

/// The part of the logit of leaving that base and experience make.
[[nodiscard]] inline double leave_logit(double years, const DepartureParameters& p) {
  return p.leave_base + p.retirement * logistic((years - p.retirement_years) / p.retirement_width);
}

/// The part of the logit of moving that base and experience make.
[[nodiscard]] inline double move_logit(double years, const DepartureParameters& p) {
  return p.move_base + p.move_early * exponential(-years / p.move_early_years);
}

[[nodiscard]] inline double leave_probability_at(double logit, double strain, double need,
                                                 const DepartureParameters& p) {
  return logistic(logit + p.leave_strain * strain + p.leave_need * need);
}

[[nodiscard]] inline double move_probability_at(double logit, double strain, double need,
                                                const DepartureParameters& p) {
  return logistic(logit + p.move_strain * strain + p.move_need * need);
}

[[nodiscard]] inline double leave_probability(double years, double strain, double need, const DepartureParameters& p) {
  return leave_probability_at(leave_logit(years, p), strain, need, p);
}

[[nodiscard]] inline double move_probability(double years, double strain, double need, const DepartureParameters& p) {
  return move_probability_at(move_logit(years, p), strain, need, p);
}

}  // namespace districtsim
