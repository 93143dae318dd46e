#include "analysis/elementary_effects.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

struct ColumnRange {
  double low = 0.0;
  double width = 0.0;
};

ColumnRange range_of(const DesignTable& design, std::size_t column) {
  double low = design.at(0, column);
  double high = low;
  for (std::size_t row = 1; row < design.rows(); ++row) {
    low = std::min(low, design.at(row, column));
    high = std::max(high, design.at(row, column));
  }
  return {low, high - low};
}

/// The only column in which a row differs from the one before; nothing if there are none or several.
std::optional<std::size_t> only_change(const DesignTable& design, std::size_t row) {
  std::optional<std::size_t> changed;
  for (std::size_t column = 0; column < design.columns(); ++column) {
    if (design.at(row, column) == design.at(row - 1, column)) continue;
    if (changed) return std::nullopt;
    changed = column;
  }
  return changed;
}

void summarise(ElementaryEffects& own) {
  const auto count = static_cast<double>(own.effects.size());
  for (const double effect : own.effects) {
    own.mu += effect / count;
    own.mu_star += std::abs(effect) / count;
  }
  double squares = 0.0;
  for (const double effect : own.effects) squares += (effect - own.mu) * (effect - own.mu);
  own.sigma = own.effects.size() > 1 ? std::sqrt(squares / (count - 1.0)) : 0.0;
}

}  // namespace

std::optional<MorrisLayout> recognise_morris(const DesignTable& design) {
  MorrisLayout layout;
  for (std::size_t column = 0; column < design.columns(); ++column) {
    if (design.rows() > 0 && range_of(design, column).width > 0.0) layout.columns.push_back(column);
  }
  const std::size_t period = layout.columns.size() + 1;
  if (layout.columns.empty() || design.rows() % period != 0) return std::nullopt;
  layout.trajectories = design.rows() / period;
  for (std::size_t first = 0; first < design.rows(); first += period) {
    std::vector<bool> changed(design.columns(), false);
    for (std::size_t row = first + 1; row < first + period; ++row) {
      const std::optional<std::size_t> column = only_change(design, row);
      if (!column || changed[*column]) return std::nullopt;
      changed[*column] = true;
    }
  }
  return layout;
}

std::vector<ElementaryEffects> elementary_effects(const MorrisLayout& layout, const DesignTable& design,
                                                  std::span<const double> results) {
  promise(results.size() == design.rows(), "one result for each row of the design");
  const std::size_t period = layout.columns.size() + 1;
  std::vector<ElementaryEffects> all(layout.columns.size());
  for (std::size_t row = 1; row < design.rows(); ++row) {
    if (row % period == 0) continue;  // the first of a trajectory
    const std::size_t column = only_change(design, row).value();
    const auto place = std::find(layout.columns.begin(), layout.columns.end(), column) - layout.columns.begin();
    const double step = (design.at(row, column) - design.at(row - 1, column)) / range_of(design, column).width;
    all[static_cast<std::size_t>(place)].effects.push_back((results[row] - results[row - 1]) / step);
  }
  for (ElementaryEffects& own : all) summarise(own);
  return all;
}

}  // namespace districtsim
