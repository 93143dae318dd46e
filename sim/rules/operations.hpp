#pragma once

namespace districtsim {

/// Operational matters that reach a school (Portin et al. 2009, Table 2) and what resolves them.
struct OperationsParameters {
  double base_hours = 0.0;         ///< [h/week] of any school
  double hours_per_student = 0.0;  ///< [h/week per student]
  double need = 0.0;               ///< [1 per SD of need] more in high-need schools
  double spread = 0.0;             ///< [1] weeks differ by up to this share of the mean
  double central_share = 0.0;      ///< [1] of the matters that need the central office
  double chasing = 0.0;            ///< [1/week] hours leaders lose per hour waiting at the central office
  double departments = 0.0;  ///< [1] share of operations staff's hours that resolve matters, department by department
  double case_management = 0.0;  ///< [1] the same with case management
  double work_week = 0.0;        ///< [h] of operations staff
  double lapse = 0.0;            ///< [1/week] share of a backlog that resolves itself
  double disorder = 0.0;         ///< [SD of climate per leader-week of backlog]
};

/// Hours of matters that arrive in a week, before the week's luck. [h]
[[nodiscard]] inline double expected_demand(double students, double need, const OperationsParameters& p) {
  const double factor = 1.0 + p.need * need;
  return (p.base_hours + p.hours_per_student * students) * (factor > 0.25 ? factor : 0.25);
}

}  // namespace districtsim
