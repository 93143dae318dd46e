#pragma once

#include <cstddef>
#include <vector>

#include "analysis/design_table.hpp"
#include "analysis/elementary_effects.hpp"
#include "analysis/sobol_indices.hpp"

namespace districtsim {

/// Luck that inputs stir up: rows of a block share their luck, but one post more is hired by chance, and from then on
/// little is the same. No inert input shows it; replicates do, since luck differs between them and inputs do not.

/// Contrasts of the replicates of each row, `replicates[r][row]`: what all replicates have in common cancels, and what
/// is left varies as the mean of the replicates does by luck (Helmert contrasts of length 1/sqrt(R)). R - 1 of them;
/// none of one replicate.
[[nodiscard]] std::vector<std::vector<double>> luck_contrasts(const std::vector<std::vector<double>>& replicates);

/// ST that luck alone gives each group: mean((A - AB_j)^2) / 2V of the contrasts, with V = `variance` of the means.
/// 0 where V is.
[[nodiscard]] std::vector<double> luck_of_totals(const SaltelliLayout& layout,
                                                 const std::vector<std::vector<double>>& contrasts, double variance);

/// mu* that luck alone gives each input: that of the contrasts.
[[nodiscard]] std::vector<double> luck_of_effects(const MorrisLayout& layout, const DesignTable& design,
                                                  const std::vector<std::vector<double>>& contrasts);

/// How far mu* of luck may lie above what is expected of it, as a factor: its upper 95 % over trajectories, for effects
/// that are normal.
[[nodiscard]] double upper_luck_of_effects(std::size_t trajectories);

}  // namespace districtsim
