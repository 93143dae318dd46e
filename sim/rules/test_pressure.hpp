#pragma once

namespace districtsim {

/// What test-based accountability does beside learning: scores rise without it, and teaching narrows (Jacob 2005 for
/// the direction).
struct TestPressureParameters {
  double start = 0.0;      ///< [1] 0 to 1, breadth of teaching at the start
  double inflation = 0.0;  ///< [SD] of tested scores at full pressure on a staff without internal accountability
  double narrowing = 0.0;  ///< [1/year] share of breadth lost at full pressure where nobody is proficient
  double recovery = 0.0;   ///< [1/year] share of what is missing that comes back
};

/// Inflation of tested scores; it is no learning and carries nothing over. [SD]
[[nodiscard]] inline double score_inflation(double pressure, double accountability, const TestPressureParameters& p) {
  return p.inflation * pressure * (1.0 - accountability);
}

constexpr double usual_pressure = 0.5;

/// Inflation that the norm holds already, since scores elsewhere are inflated too: that of the usual pressure. [SD]
[[nodiscard]] inline double usual_inflation(double usual_accountability, const TestPressureParameters& p) {
  return score_inflation(usual_pressure, usual_accountability, p);
}

/// Breadth of teaching a year later, a bounded stock; `behind` is the share of students below proficiency. [1] 0 to 1
[[nodiscard]] inline double breadth_next(double breadth, double pressure, double behind,
                                         const TestPressureParameters& p) {
  return breadth + p.recovery * (1.0 - breadth) - p.narrowing * pressure * behind * breadth;
}

}  // namespace districtsim
