#pragma once

#include <algorithm>

#include "sim/core/elementary.hpp"

namespace districtsim {

/// Posts of new roles: readiness by design, pilots and agreement before they open (Knapp et al. 2010, continuing
/// challenges: four years of negotiations in one district; Portin et al. 2009, chapter 3). Sizes are judgement.
struct NewRoleParameters {
  double groundwork = 0.0;       ///< [1/year] share of the distance to 1 that a year of groundwork closes
  double lived = 0.0;            ///< [1/year] the same of a year in which somebody holds the role
  double ready = 0.0;            ///< [1] readiness from which a new role starts like any other
  double unready = 0.0;          ///< [1] start of legitimacy and clarity without readiness, against the usual
  double agreement_slips = 0.0;  ///< [1] chance of one more year without groundwork, with a union of strength 1
  double given_up = 0.0;         ///< [logit] yearly chance that a school gives up a role that has taken root
  double rooted = 0.0;           ///< [1] legitimacy of a role that has taken root
  double by_legitimacy = 0.0;    ///< [logit] more per unit of legitimacy below that
  double by_sponsorship = 0.0;   ///< [logit] more per unit of the top's sponsorship below a half
};

/// Readiness after a year of groundwork or of living with the role; `sponsorship` counts 1 at .5. [1]
[[nodiscard]] inline double readiness_after(double readiness, double rate, double sponsorship) {
  return readiness + std::min(0.9, rate * (0.5 + sponsorship)) * (1.0 - readiness);
}

/// Factor on legitimacy and clarity of who starts in a new role. [1]
[[nodiscard]] inline double new_role_start(double readiness, const NewRoleParameters& p) {
  return p.unready + (1.0 - p.unready) * std::min(1.0, readiness / p.ready);
}

/// Chance that a school gives up the post of a new role after a year. [1]
[[nodiscard]] inline double given_up_chance(double legitimacy, double sponsorship, const NewRoleParameters& p) {
  return logistic(p.given_up + p.by_legitimacy * (p.rooted - legitimacy) + p.by_sponsorship * (0.5 - sponsorship));
}

}  // namespace districtsim
