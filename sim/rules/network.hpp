#pragma once

namespace districtsim {

/// Meetings of principals' networks: 20 to 25 schools learn from each other (Knapp et al. 2010, support 3).
struct NetworkParameters {
  double schools = 0.0;        ///< [schools] of a network
  double meeting_hours = 0.0;  ///< [h] of a meeting, of each principal
  double attention = 0.0;      ///< [1] share of a meeting that works on one principal's own leadership
  double exemplars = 0.0;      ///< [1] share of those present whose practice the others look at
};

}  // namespace districtsim
