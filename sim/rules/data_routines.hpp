#pragma once

#include <algorithm>

namespace districtsim {

/// A school's routines of using evidence (Portin et al. 2009, vignettes 3 and 4; the central data unit: Knapp et al.
/// 2010, practice 5).
struct DataRoutinesParameters {
  double start = 0.0;         ///< [1] 0 to 1
  double gain = 0.0;          ///< [1/week] share of what is missing, in a week in which all teams meet
  double fade = 0.0;          ///< [1/week] share lost
  double use = 0.0;           ///< [1] what a unit of routines above the start adds to inquiry
  double red_alert = 0.0;     ///< [1] what a unit above the start adds to teaching for students who are behind
  double unit_posts = 0.0;    ///< [1] how much faster routines grow with twice the usual central data posts a school
  double unit_learned = 0.0;  ///< [1] per unit that the data unit has learned since the start
};

constexpr double usual_schools_per_data_post = 20.0;

/// What the central data unit adds to a school's own work: 1 in the reference district. [1] .5 to 1.5
[[nodiscard]] inline double data_unit_multiplier(double schools_per_post, double learned,
                                                 const DataRoutinesParameters& p) {
  const double posts = usual_schools_per_data_post / std::max(1.0, schools_per_post) - 1.0;
  return std::clamp(1.0 + p.unit_posts * posts + p.unit_learned * learned, 0.5, 1.5);
}

/// Routines a week later: a bounded stock, raised by the share of teachers whose teams met. [1] 0 to 1
[[nodiscard]] inline double routines_next(double routines, double met, double unit, const DataRoutinesParameters& p) {
  return routines + p.gain * met * unit * (1.0 - routines) - p.fade * routines;
}

/// What routines make of inquiry: 1 at the start's. [1] .5 to 1.5
[[nodiscard]] inline double routines_multiplier(double routines, const DataRoutinesParameters& p) {
  return std::clamp(1.0 + p.use * (routines - p.start), 0.5, 1.5);
}

/// What red-alert lists make of the tilt toward students who are behind: 1 at the start's routines. [1] .5 to 1.5
[[nodiscard]] inline double red_alert_multiplier(double routines, const DataRoutinesParameters& p) {
  return std::clamp(1.0 + p.red_alert * (routines - p.start), 0.5, 1.5);
}

}  // namespace districtsim
