#pragma once

#include <algorithm>

namespace districtsim {

/// Superintendents leave; sponsorship, political capital and focus suffer for a while, the less so the more leadership
/// is distributed (Knapp et al. 2010, continuing challenges).
struct SuccessionParameters {
  double exit = 0.0;                ///< [1/year] chance that the superintendent leaves
  double by_capital = 0.0;          ///< [1] higher per unit of political capital below the usual
  double sponsorship_lost = 0.0;    ///< [1] share of sponsorship that goes with the superintendent
  double stance_sd = 0.0;           ///< [1] between newcomers
  double rebuilt = 0.0;             ///< [1/year] share of the way back
  double capital_lost = 0.0;        ///< [1] share of the way back to usual capital
  double focus_lost = 0.0;          ///< [1] share of the way that what teachers hear goes back to all alike
  double softening = 0.0;           ///< [1] less of all three per unit of distributed leadership above the usual
  double usual_distribution = 0.0;  ///< [1] of leadership, 0 to 1, in the reference district
};

/// Chance that the superintendent leaves this year. [1]
[[nodiscard]] inline double superintendent_exit_chance(double capital, double usual_capital,
                                                       const SuccessionParameters& p) {
  return std::min(0.9, p.exit * std::clamp(1.0 + p.by_capital * (usual_capital - capital), 0.5, 1.5));
}

/// How much of the loss takes place: 1 in the reference district, .2 to 1.5. [1]
[[nodiscard]] inline double loss_factor(double distributed, const SuccessionParameters& p) {
  return std::clamp(1.0 - p.softening * (distributed - p.usual_distribution), 0.2, 1.5);
}

/// Sponsorship that a long-serving superintendent comes to: such that its mean over the years, newcomers included, is
/// the framework's. From m = h m (1 - d) + (1 - h) (m + r (T - m)). [1]
[[nodiscard]] inline double settled_sponsorship(double framework, const SuccessionParameters& p) {
  if (p.exit >= 1.0 || p.rebuilt <= 0.0) return framework;
  return std::min(1.0, framework * (1.0 + p.exit * p.sponsorship_lost / ((1.0 - p.exit) * p.rebuilt)));
}

/// Sponsorship under a newcomer whose own stance is `stance` (standard normal). [1]
[[nodiscard]] inline double newcomers_sponsorship(double sponsorship, double stance, double factor,
                                                  const SuccessionParameters& p) {
  return std::clamp(sponsorship * (1.0 - p.sponsorship_lost * factor) + p.stance_sd * stance, 0.0, 1.0);
}

}  // namespace districtsim
