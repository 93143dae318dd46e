#pragma once

#include <algorithm>

namespace districtsim {

/// Teachers' sense of efficacy: success, persuasion by those one trusts, strain (Bandura 1997; Liebowitz & Porter 2019
/// for direction).
struct EfficacyParameters {
  double start = 0.0;            ///< [1] 0 to 1
  double rate = 0.0;             ///< [1/year] alpha: share of the distance to what the year suggests
  double success = 0.0;          ///< [1/SD] of the classes' growth against the norm
  double half_students = 0.0;    ///< [students] at which growth is believed by half
  double persuasion = 0.0;       ///< [1] per unit of trust in leaders and teacher leaders
  double reference_trust = 0.0;  ///< [1] 0 to 1, trust at which that term is 0
  double strain = 0.0;           ///< [1/SD] taken off
};

/// Growth as it is believed: shrunk by its reliability n/(n + k). [SD]
[[nodiscard]] inline double believed_growth(double growth, double students, const EfficacyParameters& p) {
  return growth * students / (students + p.half_students);
}

/// What a year went through.
struct YearOfTeaching {
  double growth = 0.0;  ///< [SD] believed
  double trust = 0.0;   ///< 0 to 1
  double strain = 0.0;  ///< [SD]
};

/// e + alpha (clamp(.5 + b growth + persuasion - c strain) - e). [1] 0 to 1
[[nodiscard]] inline double efficacy_next(double efficacy, const YearOfTeaching& year, const EfficacyParameters& p) {
  const double suggested =
      p.start + p.success * year.growth + p.persuasion * (year.trust - p.reference_trust) - p.strain * year.strain;
  return efficacy + p.rate * (std::clamp(suggested, 0.0, 1.0) - efficacy);
}

}  // namespace districtsim
