#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/design_table.hpp"

namespace districtsim {

/// How the rows of a Saltelli design lie: block by block A, AB of every group, BA of every group if second_order, B.
/// A group is one input, or several that change together.
struct SaltelliLayout {
  std::size_t blocks = 0;
  std::vector<std::vector<std::size_t>> groups;  ///< columns of each
  bool second_order = false;

  [[nodiscard]] std::size_t rows_of_block() const { return (second_order ? 2 : 1) * groups.size() + 2; }
};

/// Whether a table is a Saltelli design, and how it lies; nothing if it is none. Inputs that change together are one
/// group; inputs that never change are in none.
[[nodiscard]] std::optional<SaltelliLayout> recognise_saltelli(const DesignTable& design);

/// An estimate with the middle 95 % of its bootstrap over blocks.
struct Estimate {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// Variance-based sensitivity of one measure (Saltelli et al. 2010; Jansen 1999 for totals).
struct SobolIndices {
  std::vector<Estimate> first;                ///< S1, share of variance by a group alone
  std::vector<Estimate> total;                ///< ST, with all its interactions
  std::vector<std::vector<Estimate>> second;  ///< S2[j][k] for j < k, empty without second order
  double mean = 0.0;                          ///< of the measure over A and B
  double variance = 0.0;                      ///< of the measure over A and B
};

/// The indices of `results`, one value for each row of the design. With y standardised over all rows (ddof 0) and V its
/// variance over A and B: S1_j = mean(B (AB_j - A)) / V, ST_j = mean((A - AB_j)^2) / 2V,
/// S2_jk = mean(BA_j AB_k - A B) / V - S1_j - S1_k, as SALib has them. All results equal: indices are 0.
[[nodiscard]] SobolIndices sobol_indices(const SaltelliLayout& layout, std::span<const double> results,
                                         std::size_t resamples, std::uint64_t seed);

}  // namespace districtsim
