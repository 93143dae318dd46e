#pragma once

namespace districtsim {

/// Principals do not renew novices who look weak, on a noisy signal and within the contract (Portin et al. 2009,
/// chapter 2).
struct StaffingMovesParameters {
  double cut = 0.0;            ///< [iSD] judged practice against novices' norm below which it is
  double spread = 0.0;         ///< [iSD] SD of novices' practice, as principals expect it
  double noise = 0.0;          ///< [iSD] SD of what a principal sees without a formal evaluation
  double evaluated = 0.0;      ///< [iSD] SD of what a principal sees with one
  double largest_share = 0.0;  ///< [1] of a school's staff in a year, at least one
};

/// Practice as a careful principal judges it: what was seen, shrunk by how far it can be relied on. [iSD]
[[nodiscard]] inline double judged_practice(double seen, double noise, const StaffingMovesParameters& p) {
  const double spread = p.spread * p.spread;
  const double all = spread + noise * noise;
  return all > 0.0 ? seen * spread / all : seen;
}

/// Most contracts of a staff that a principal can leave to end in a year.
[[nodiscard]] inline int most_not_renewed(double staff, const StaffingMovesParameters& p) {
  const int most = static_cast<int>(p.largest_share * staff);
  return p.largest_share > 0.0 && most < 1 ? 1 : most;
}

}  // namespace districtsim
