#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/rules/principal_role.hpp"

namespace districtsim {

/// The instructional leadership team of a school: principal, assistant principals and teacher leaders (Portin et al.
/// 2009, chapter 2).
struct LeadershipTeamParameters {
  double cohesion_start = 0.0;      ///< [1] 0 to 1, at the start
  double reference_cohesion = 0.0;  ///< [1] 0 to 1, at which cohesion adds nothing to feedback
  double meeting_hours = 0.0;       ///< [h] of a meeting, of everybody in the team
  double held = 0.0;                ///< [1] share of planned meetings that an average principal holds
  double held_engagement = 0.0;     ///< [1] more of them for each unit of engagement
  double cohesion_gain = 0.0;       ///< [1 per meeting] share of the distance to 1 that a meeting closes
  double cohesion_fade = 0.0;       ///< [1/week] share of cohesion that a week takes
  double discretion = 0.0;          ///< [1] stronger meetings for each unit of discretion above the reference
  double leading = 0.0;             ///< [1] stronger meetings for each unit of leading teams
  double clarity_gain = 0.0;        ///< [1 per meeting] as cohesion_gain, of teacher leaders' role clarity
  double clarity_fade = 0.0;        ///< [1/week] share of role clarity that a week takes
  double attention = 0.0;           ///< [1] share of a meeting that works on a leader's own knowledge of instruction
};

constexpr double reference_discretion = 0.10;  ///< share of its dollars that a school of the reference district decides

/// Share of planned meetings that a principal holds. [1]
[[nodiscard]] inline double share_held(double engagement, double mean_engagement, const LeadershipTeamParameters& p) {
  return std::clamp(p.held + p.held_engagement * (engagement - mean_engagement), 0.0, 1.0);
}

/// Whether the meeting of a number from 0 is one of a share that is held: they are spread evenly.
[[nodiscard]] inline bool is_held(std::uint32_t meeting, double share) {
  const auto before = static_cast<std::uint32_t>(meeting * share);
  return static_cast<std::uint32_t>((meeting + 1.0) * share) > before;
}

/// How strong a team's meetings are against the reference district's: discretion lets a principal build a team, and so
/// does seeing oneself as the leader of one. [1]
[[nodiscard]] inline double team_multiplier(double discretion, double team_leading, double mean_leading,
                                            const LeadershipTeamParameters& p) {
  return within_multiplier_bounds(1.0 + p.discretion * (discretion - reference_discretion) +
                                  p.leading * (team_leading - mean_leading));
}

}  // namespace districtsim
