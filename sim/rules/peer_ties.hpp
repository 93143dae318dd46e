#pragma once

#include <algorithm>

namespace districtsim {

/// Meetings of teacher leaders with their like (Portin et al. 2009, vignette 7; Knapp et al. 2010, support 3).
struct PeerTieParameters {
  double interval = 0.0;       ///< [weeks] between meetings of a school's teacher leaders
  double meeting_hours = 0.0;  ///< [h] of a meeting
  double clarity_gain = 0.0;   ///< [1 per h] share of the distance to 1 by which role clarity rises
  double same_room = 0.0;      ///< [1] factor on it where they share a room
  double attention = 0.0;      ///< [1] share of a meeting that works on one's own expertise
  double margin = 0.0;         ///< [iSD] what the best one's explained expertise adds to their own
};

/// Share of the distance to full clarity that a meeting of `hours` closes. [1]
[[nodiscard]] inline double clarity_gained(double hours, double room, const PeerTieParameters& p) {
  return std::min(0.5, p.clarity_gain * hours * room);
}

}  // namespace districtsim
