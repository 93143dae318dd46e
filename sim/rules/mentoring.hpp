#pragma once

namespace districtsim {

/// Mentoring of novices by a colleague of their team or a mentor by role (Portin et al. 2009, chapter 3; effect of a
/// more skilled colleague: Papay, Taylor, Tyler & Laski 2020).
struct MentoringParameters {
  double attention = 0.0;  ///< [1] share of the time that works on practice
  double margin = 0.0;     ///< [iSD] what a colleague's explained practice adds to their own
};

}  // namespace districtsim
