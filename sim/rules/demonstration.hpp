#pragma once

namespace districtsim {

/// Demonstration visits: a small group watches a lesson and talks about it (Portin et al. 2009, chapter 3).
struct DemonstrationParameters {
  double visit_hours = 0.0;         ///< [h] of a visit, of everybody who takes part
  double group = 0.0;               ///< [teachers] invited to a visit
  double attention = 0.0;           ///< [1] share of a visit that works on one teacher's own practice
  double expectations_gain = 0.0;   ///< [1 per visit] share of the distance to 1 by which expectations rise
  double cross_school_hours = 0.0;  ///< [h/week] of a cross-school teacher leader in the school of the week
};

}  // namespace districtsim
