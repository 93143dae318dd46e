#pragma once

namespace districtsim {

/// Operational matters that reach a school (Portin et al. 2009, Table 2) and what resolves them.
struct OperationsParameters {
  double base_hours = 0.0;         ///< [h/week] of any school
  double hours_per_student = 0.0;  ///< [h/week per student]
  double need = 0.0;               ///< [1 per SD of need] more in high-need schools
  double spread = 0.0;             ///< [1] a school's weeks differ by up to this share of the mean
  double matter_spread = 0.0;      ///< [1] beside that, weeks of one matter differ by up to this share of its mean
  double central_share = 0.0;      ///< [1] of the matters that need the central office
  double chasing = 0.0;            ///< [1/week] hours leaders lose per hour waiting at the central office
  double departments = 0.0;  ///< [1] share of operations staff's hours that resolve matters, department by department
  double case_management = 0.0;  ///< [1] the same with case management
  double work_week = 0.0;        ///< [h] of operations staff
  double lapse = 0.0;            ///< [1/week] share of a backlog that resolves itself
  double disorder = 0.0;         ///< [SD of climate per leader-week of backlog]
};

constexpr int season_weeks = 36;  ///< of the year in which seasons are told

/// What one kind of matter is like.
struct MatterTerms {
  double share = 0.0;     ///< [1] of a school's mean weekly hours
  double central = 0.0;   ///< [1] part that needs the central office, where that is reference_central_share of all
  double gradient = 0.0;  ///< [1] how steeply hours grow with need, against the mean over matters
  double urgency = 0.0;   ///< [1] part that cannot wait
  int first_week = 1;     ///< of the season, of 36
  int last_week = season_weeks;
  double peak = 1.0;  ///< [1] hours of a week of the season against the year's mean
};

constexpr double reference_central_share = 0.35;  ///< mean of the matters' central parts, weighted by their shares

/// Hours of a school of average need in a week, before luck and season, over all matters. [h]
[[nodiscard]] inline double usual_demand(double students, const OperationsParameters& p) {
  return p.base_hours + p.hours_per_student * students;
}

/// Factor of need on a matter's hours, at least a quarter. [1]
[[nodiscard]] inline double need_factor(double need, double gradient, const OperationsParameters& p) {
  const double factor = 1.0 + p.need * gradient * need;
  return factor > 0.25 ? factor : 0.25;
}

/// Hours of a matter at a time of the year (0 at its start, 1 at its end) against its mean over the year: `peak` in its
/// season, and as much less in the rest that a year's mean is 1. [1]
[[nodiscard]] inline double seasonal_factor(const MatterTerms& matter, double time) {
  const int length = matter.last_week - matter.first_week + 1;
  if (length == season_weeks) return 1.0;
  const double week = 1.0 + time * season_weeks;  // 1 when the first week begins
  if (week >= matter.first_week && week < matter.last_week + 1) return matter.peak;
  return (season_weeks - length * matter.peak) / (season_weeks - length);
}

/// Part of a matter that needs the central office. [1]
[[nodiscard]] inline double central_part(const MatterTerms& matter, const OperationsParameters& p) {
  const double part = matter.central * p.central_share / reference_central_share;
  return part < 1.0 ? part : 1.0;
}

/// Luck `u` on (0, 1) as a factor with mean 1 within 1 - spread and 1 + spread. [1]
[[nodiscard]] inline double luck_factor(double u, double spread) { return 1.0 + spread * (2.0 * u - 1.0); }

}  // namespace districtsim
