#pragma once

namespace districtsim {

/// Standing of teacher leaders (Portin et al. 2009, chapter 3).
struct TeacherLeaderParameters {
  double legitimacy_start = 0.0;  ///< [1] 0 to 1, of a new teacher leader
  double clarity_start = 0.0;     ///< [1] 0 to 1, role clarity of a new teacher leader
};

}  // namespace districtsim
