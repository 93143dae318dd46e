#pragma once

#include <algorithm>

namespace districtsim {

/// How principals see their role: hands-off or engaged in instruction, managing individuals or leading a team (Portin
/// et al. 2009, chapter 2).
struct PrincipalRoleParameters {
  double engagement = 0.0;      ///< [1] 0 to 1, mean over principals, also of leading teams
  double spread = 0.0;          ///< [1] between principals, of engagement and of leading teams
  double protection = 0.0;      ///< [1] share of time protected for instruction, for each unit of engagement
  double inviting = 0.0;        ///< [1] more able teachers who apply to lead for each unit of engagement
  double visiting = 0.0;        ///< [1] more visits for each unit of engagement
  double visiting_teams = 0.0;  ///< [1] fewer visits for each unit of leading teams
};

/// Bounds of every multiplier; 1 is the reference district.
[[nodiscard]] inline double within_multiplier_bounds(double multiplier) { return std::clamp(multiplier, 0.5, 1.5); }

/// Able teachers who apply to lead against an average principal's school: those engaged in instruction invite more. [1]
[[nodiscard]] inline double inviting_multiplier(double engagement, const PrincipalRoleParameters& p) {
  return within_multiplier_bounds(1.0 + p.inviting * (engagement - p.engagement));
}

/// Share of instructional hours for visits against an average principal's: those engaged in instruction visit more,
/// those who lead through a team less. [1]
[[nodiscard]] inline double visiting_multiplier(double engagement, double team_leading,
                                                const PrincipalRoleParameters& p) {
  return within_multiplier_bounds(1.0 + p.visiting * (engagement - p.engagement) -
                                  p.visiting_teams * (team_leading - p.engagement));
}

}  // namespace districtsim
