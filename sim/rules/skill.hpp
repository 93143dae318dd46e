#pragma once

#include "sim/core/elementary.hpp"

namespace districtsim {

/// One skill rule serves every adult: a kept contact of h hours moves the supported part of a practice by C q f
/// phi(gap). Form: saturating absorption, which gives the weak dose gradient of Kraft, Blazar & Hogan 2018; constants
/// fitted.
struct SkillParameters {
  double gain_rate = 0.0;       ///< [iSD] C: gain of a fresh learner from a long contact with a supporter far ahead
  double half_gap = 0.0;        ///< [iSD] gap at which half of that gain is reached
  double hours_scale = 0.0;     ///< [h] contact that uses up 63 % of what can be absorbed
  double recovery_weeks = 0.0;  ///< [weeks] in which absorption recovers by 63 %
  double initial_gain = 0.0;    ///< [iSD] supported practice that a long-serving teacher has at the start of a run
  double forgetting = 0.0;      ///< [1/year] share of unsupported gain lost in a year
};

/// phi(gap) = gap / (gap + g) for a positive gap, else 0. [1]
[[nodiscard]] inline double gap_share(double gap, double half_gap) { return gap > 0.0 ? gap / (gap + half_gap) : 0.0; }

/// Share of the present absorption that a contact of `hours` uses: 1 - exp(-h/h0). [1]
[[nodiscard]] inline double absorbed_share(double hours, double hours_scale) {
  return 1.0 - exponential(-hours / hours_scale);
}

/// Share of the absorption taken by a contact that it really uses up, by the mean of phi over the dimensions: all of it
/// from phi = 1/2 on (a gap of g in every dimension), none where there is nothing to learn. [1]
[[nodiscard]] inline float absorption_used(float mean_gap_share) {
  const float used = 2.0F * mean_gap_share;
  return used < 1.0F ? used : 1.0F;
}

/// What one kept contact does to a leader's skill: `gap` [SD] to what is shown, `share` of absorption the contact
/// takes, `rate` [SD] as C of the skill rule. Returns the gain. [SD]
inline double learn_skill(double gap, double share, double rate, double half_gap, double& supported,
                          double& absorption) {
  const double taken = absorption * share;
  const double worked = gap_share(gap, half_gap);
  const double gained = rate * taken * worked;
  supported += gained;
  absorption -= taken * static_cast<double>(absorption_used(static_cast<float>(worked)));
  return gained;
}

/// What is kept of a supported gain after one of `weeks` weeks of a year: (1 - forgetting)^(1/weeks). [1]
[[nodiscard]] inline double weekly_retention(double forgetting, int weeks) {
  return power(1.0 - forgetting, 1.0 / static_cast<double>(weeks));
}

}  // namespace districtsim
