#pragma once

namespace districtsim {

/// What posts cost a year, at district averages (posts are charged at average salaries).
struct PriceParameters {
  double teacher_salary = 0.0;          ///< [$] NEA 2025
  double benefits = 0.0;                ///< [1] of salary
  double coach = 0.0;                   ///< [1] salary of a teacher leader against a teacher's
  double assistant_principal = 0.0;     ///< [1]
  double principal = 0.0;               ///< [1]
  double director = 0.0;                ///< [1]
  double operations_post = 0.0;         ///< [1]
  double administrative_manager = 0.0;  ///< [1]
  double intervention_teacher = 0.0;    ///< [1]
  double spending_per_student = 0.0;    ///< [$] all funds, NEA 2025
  double school_dollars = 0.0;          ///< [$ per student] a school spends apart from posts
  double reserve = 0.0;                 ///< [1] of revenue
  double new_post = 0.0;                ///< [$] one-time cost of opening a post
};

}  // namespace districtsim
