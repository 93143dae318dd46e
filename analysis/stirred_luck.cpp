#include "analysis/stirred_luck.hpp"

#include <cmath>

namespace districtsim {

std::vector<std::vector<double>> luck_contrasts(const std::vector<std::vector<double>>& replicates) {
  std::vector<std::vector<double>> contrasts;
  const auto count = static_cast<double>(replicates.size());
  for (std::size_t last = 1; last < replicates.size(); ++last) {
    const auto before = static_cast<double>(last);
    const double scale = 1.0 / std::sqrt(before * (before + 1.0) * count);
    std::vector<double>& contrast = contrasts.emplace_back();
    for (std::size_t row = 0; row < replicates.front().size(); ++row) {
      double sum = -before * replicates[last][row];
      for (std::size_t replicate = 0; replicate < last; ++replicate) sum += replicates[replicate][row];
      contrast.push_back(sum * scale);
    }
  }
  return contrasts;
}

std::vector<double> luck_of_totals(const SaltelliLayout& layout, const std::vector<std::vector<double>>& contrasts,
                                   double variance) {
  std::vector<double> luck(layout.groups.size(), 0.0);
  if (!(variance > 0.0)) return luck;
  const auto terms = static_cast<double>(contrasts.size() * layout.blocks);
  for (const std::vector<double>& contrast : contrasts) {
    for (std::size_t block = 0; block < layout.blocks; ++block) {
      const std::size_t a = block * layout.rows_of_block();
      for (std::size_t group = 0; group < luck.size(); ++group) {
        const double change = contrast[a] - contrast[a + 1 + group];
        luck[group] += change * change / (2.0 * variance * terms);
      }
    }
  }
  return luck;
}

std::vector<double> luck_of_effects(const MorrisLayout& layout, const DesignTable& design,
                                    const std::vector<std::vector<double>>& contrasts) {
  std::vector<double> luck(layout.columns.size(), 0.0);
  for (const std::vector<double>& contrast : contrasts) {
    const std::vector<ElementaryEffects> effects = elementary_effects(layout, design, contrast);
    for (std::size_t input = 0; input < luck.size(); ++input) {
      luck[input] += effects[input].mu_star / static_cast<double>(contrasts.size());
    }
  }
  return luck;
}

double upper_luck_of_effects(std::size_t trajectories) {
  constexpr double spread_of_half_normal = 0.7555;  // standard deviation over mean: sqrt(pi / 2 - 1)
  constexpr double one_sided = 1.645;
  return 1.0 + one_sided * spread_of_half_normal / std::sqrt(static_cast<double>(trajectories));
}

}  // namespace districtsim
