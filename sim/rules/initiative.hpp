#pragma once

#include <algorithm>

#include "sim/core/elementary.hpp"
#include "sim/rules/agenda.hpp"

namespace districtsim {

/// What changes where the district, or each school, holds the initiative instead of both (Portin et al. 2009, Table 1;
/// sizes are judgement). Shared initiative is the model without these rules.
struct InitiativeParameters {
  double pressure_drive = 0.0;    ///< [1] district: how far accountability's gain follows the pressure
  double common_tests = 0.0;      ///< [1] share by which common tests raise, and schools' own lower, the pressure
  double less_evaluation = 0.0;   ///< [1] school: share of evaluation's gain in accountability that is lost
  double inquiry = 0.0;           ///< [1/week] school: share closed in a week in which all teams of owners meet
  double guidance = 0.0;          ///< [1] district: relative change of the share of the focus that arrives
  double imposed = 0.0;           ///< [1] district: share of the pull on ownership that is lost
  double chosen = 0.0;            ///< [1] school: share by which the pull on ownership is higher
  double focus_sharpness = 0.0;   ///< [1/SD] school: how much more weight a weaker dimension gets
  double focus_noise = 0.0;       ///< [SD] with which a principal of mean skill sees the dimensions
  double focus_skill = 0.0;       ///< [1/SD] share of that noise that a SD of skill takes away
  double mandated_use = 0.0;      ///< [1] district: relative change of how fast routines grow
  double central_reliance = 0.0;  ///< [1] relative change of what central data posts matter: district up, school down
  double own_team = 0.0;          ///< [1] school: per unit of the leadership team's cohesion above the start
  double own_specialist = 0.0;    ///< [1] school: what a data specialist of its own adds
};

/// What evaluation adds to internal accountability, against the usual: where the district sets common standards it
/// follows the pressure. [1] .5 to 1.5
[[nodiscard]] inline double district_evaluation(double pressure, double usual_pressure, const InitiativeParameters& p) {
  return std::clamp(1.0 + p.pressure_drive * (pressure / usual_pressure - 1.0), 0.5, 1.5);
}

/// Share of what is missing of accountability that a school's own inquiry closes in a week. [1]
[[nodiscard]] inline double accountability_by_inquiry(double met, double ownership, const InitiativeParameters& p) {
  return p.inquiry * met * ownership / 0.5;
}

/// Pressure on what is taught where tests are common to all schools, or their own. [1] 0 to 1
[[nodiscard]] inline double common_pressure(double pressure, const InitiativeParameters& p) {
  return std::clamp(pressure * (1.0 + p.common_tests), 0.0, 1.0);
}
[[nodiscard]] inline double own_pressure(double pressure, const InitiativeParameters& p) {
  return std::clamp(pressure * (1.0 - p.common_tests), 0.0, 1.0);
}

/// Focus that a school chooses: the more weight, the weaker a dimension seems. `weakness` by dimension [SD]; weights
/// that sum to 1.
[[nodiscard]] inline Focus chosen_focus(const Focus& weakness, const InitiativeParameters& p) {
  Focus focus{};
  double sum = 0.0;
  for (std::size_t d = 0; d < dimension_count; ++d) {
    focus[d] = exponential(p.focus_sharpness * std::clamp(weakness[d], -2.0, 2.0));
    sum += focus[d];
  }
  for (double& weight : focus) weight /= sum;
  return focus;
}

/// With how much noise a principal sees the school's dimensions. [SD]
[[nodiscard]] inline double focus_error(double skill, const InitiativeParameters& p) {
  return std::max(0.0, p.focus_noise * (1.0 - p.focus_skill * skill));
}

/// How fast routines of using evidence grow; `central`: what the central data unit makes of it (1 usual). Under the
/// district use is mandated and central posts matter more; a school relies on its own team and specialists. [1] .5
/// to 1.5
[[nodiscard]] inline double mandated_routines(double central, const InitiativeParameters& p) {
  return std::clamp(1.0 + p.mandated_use + (1.0 + p.central_reliance) * (central - 1.0), 0.5, 1.5);
}
[[nodiscard]] inline double own_routines(double central, double cohesion_above, bool specialist,
                                         const InitiativeParameters& p) {
  return std::clamp(1.0 + (1.0 - p.central_reliance) * (central - 1.0) + p.own_team * cohesion_above +
                        (specialist ? p.own_specialist : 0.0),
                    0.5, 1.5);
}

/// Where the state's consequence leaves a school's discretion: those that miss its target lose half, those that meet
/// it gain half of what they lack. [1] 0 to 1
[[nodiscard]] inline double discretion_taken(double discretion) { return 0.5 * discretion; }
[[nodiscard]] inline double discretion_granted(double discretion) { return discretion + 0.5 * (1.0 - discretion); }

}  // namespace districtsim
