#include "analysis/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/contracts.hpp"
#include "sim/core/random.hpp"

namespace districtsim {

namespace {

using Blocks = std::vector<std::uint32_t>;

/// Columns in which a place of the blocks differs from A, where it always has B's value (or the other way round).
/// Nothing if a value comes from neither.
std::optional<std::vector<std::size_t>> changed_columns(const DesignTable& design, std::size_t period,
                                                        std::size_t place, bool against_b) {
  std::vector<bool> changed(design.columns(), false);
  for (std::size_t first = 0; first < design.rows(); first += period) {
    const std::size_t own = first + (against_b ? period - 1 : 0);
    const std::size_t other = first + (against_b ? 0 : period - 1);
    for (std::size_t column = 0; column < design.columns(); ++column) {
      const double value = design.at(first + place, column);
      if (value == design.at(own, column)) continue;
      if (value != design.at(other, column)) return std::nullopt;
      changed[column] = true;
    }
  }
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < changed.size(); ++column) {
    if (changed[column]) columns.push_back(column);
  }
  return columns;
}

/// A column changes wherever A and B differ in it: else another design happens to look alike.
bool changes_everywhere(const DesignTable& design, std::size_t period, std::size_t place,
                        const std::vector<std::size_t>& columns) {
  for (std::size_t first = 0; first < design.rows(); first += period) {
    for (const std::size_t column : columns) {
      if (design.at(first + place, column) != design.at(first + period - 1, column)) return false;
    }
  }
  return true;
}

std::optional<SaltelliLayout> layout_with(const DesignTable& design, std::size_t groups, bool second_order) {
  SaltelliLayout layout;
  layout.second_order = second_order;
  const std::size_t period = (second_order ? 2 : 1) * groups + 2;
  if (design.rows() == 0 || design.rows() % period != 0) return std::nullopt;
  layout.blocks = design.rows() / period;
  std::vector<bool> taken(design.columns(), false);
  for (std::size_t group = 0; group < groups; ++group) {
    const auto columns = changed_columns(design, period, group + 1, false);
    if (!columns || columns->empty() || !changes_everywhere(design, period, group + 1, *columns)) return std::nullopt;
    for (const std::size_t column : *columns) {
      if (taken[column]) return std::nullopt;
      taken[column] = true;
    }
    if (second_order && changed_columns(design, period, groups + group + 1, true) != columns) return std::nullopt;
    layout.groups.push_back(*columns);
  }
  const auto all = changed_columns(design, period, period - 1, false);
  const auto covered = static_cast<std::size_t>(std::count(taken.begin(), taken.end(), true));
  if (!all || all->size() != covered) return std::nullopt;
  return layout;
}

/// Standardised results by place in the block.
class BlockedResults {
 public:
  BlockedResults(const SaltelliLayout& layout, std::span<const double> results)
      : groups_(layout.groups.size()), period_(layout.rows_of_block()), values_(results.begin(), results.end()) {
    const auto count = static_cast<double>(values_.size());
    const double mean = std::accumulate(values_.begin(), values_.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : values_) squares += (value - mean) * (value - mean);
    const double sd = std::sqrt(squares / count);
    for (double& value : values_) value = sd > 0.0 ? (value - mean) / sd : 0.0;
  }
  [[nodiscard]] double a(std::size_t block) const { return values_[block * period_]; }
  [[nodiscard]] double b(std::size_t block) const { return values_[(block + 1) * period_ - 1]; }
  [[nodiscard]] double ab(std::size_t block, std::size_t j) const { return values_[block * period_ + 1 + j]; }
  [[nodiscard]] double ba(std::size_t block, std::size_t j) const { return values_[block * period_ + 1 + groups_ + j]; }

 private:
  std::size_t groups_;
  std::size_t period_;
  std::vector<double> values_;
};

double variance_of(const BlockedResults& y, const Blocks& blocks) {
  const double count = 2.0 * static_cast<double>(blocks.size());
  double sum = 0.0;
  for (const std::uint32_t i : blocks) sum += y.a(i) + y.b(i);
  const double mean = sum / count;
  double squares = 0.0;
  for (const std::uint32_t i : blocks) {
    squares += (y.a(i) - mean) * (y.a(i) - mean) + (y.b(i) - mean) * (y.b(i) - mean);
  }
  return squares / count;
}

/// Mean over blocks of `value`, against a variance; 0 where nothing varies.
template <class Value>
double relative_mean(const Blocks& blocks, double variance, const Value& value) {
  if (!(variance > 0.0)) return 0.0;
  double sum = 0.0;
  for (const std::uint32_t i : blocks) sum += value(i);
  return sum / static_cast<double>(blocks.size()) / variance;
}

/// All indices of some blocks in one row: S1, ST, then S2 of j < k.
std::vector<double> indices_of(const SaltelliLayout& layout, const BlockedResults& y, const Blocks& blocks) {
  const std::size_t groups = layout.groups.size();
  const double variance = variance_of(y, blocks);
  std::vector<double> all;
  for (std::size_t j = 0; j < groups; ++j) {
    all.push_back(relative_mean(blocks, variance, [&](std::size_t i) { return y.b(i) * (y.ab(i, j) - y.a(i)); }));
  }
  for (std::size_t j = 0; j < groups; ++j) {
    const auto half_square = [&](std::size_t i) { return 0.5 * (y.a(i) - y.ab(i, j)) * (y.a(i) - y.ab(i, j)); };
    all.push_back(relative_mean(blocks, variance, half_square));
  }
  for (std::size_t j = 0; layout.second_order && j < groups; ++j) {
    for (std::size_t k = j + 1; k < groups; ++k) {
      const auto both = [&](std::size_t i) { return y.ba(i, j) * y.ab(i, k) - y.a(i) * y.b(i); };
      all.push_back(relative_mean(blocks, variance, both) - all[j] - all[k]);
    }
  }
  return all;
}

/// The middle 95 % of each index over bootstrap samples of blocks.
std::vector<Estimate> with_ranges(const SaltelliLayout& layout, const BlockedResults& y, std::size_t resamples,
                                  std::uint64_t seed) {
  Blocks blocks(layout.blocks);
  std::iota(blocks.begin(), blocks.end(), 0U);
  std::vector<Estimate> estimates;
  for (const double value : indices_of(layout, y, blocks)) estimates.push_back({value, value, value});
  const Draws draws(seed, 0);
  std::vector<std::vector<double>> samples(estimates.size());
  for (std::size_t sample = 0; sample < resamples; ++sample) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const LuckKey key{static_cast<std::uint32_t>(sample), static_cast<std::uint32_t>(i)};
      blocks[i] = static_cast<std::uint32_t>(draws.uniform(1U, key, 0) * static_cast<double>(layout.blocks));
    }
    const std::vector<double> own = indices_of(layout, y, blocks);
    for (std::size_t index = 0; index < own.size(); ++index) samples[index].push_back(own[index]);
  }
  for (std::size_t index = 0; resamples > 0 && index < estimates.size(); ++index) {
    std::vector<double>& own = samples[index];
    std::sort(own.begin(), own.end());
    const auto at = [&](double share) {
      return own[static_cast<std::size_t>(share * static_cast<double>(resamples - 1) + 0.5)];
    };
    estimates[index].low = at(0.025);
    estimates[index].high = at(0.975);
  }
  return estimates;
}

}  // namespace

std::optional<SaltelliLayout> recognise_saltelli(const DesignTable& design) {
  for (const bool second_order : {false, true}) {
    for (std::size_t groups = design.columns(); groups >= 1; --groups) {
      std::optional<SaltelliLayout> layout = layout_with(design, groups, second_order);
      if (layout) return layout;
    }
  }
  return std::nullopt;
}

SobolIndices sobol_indices(const SaltelliLayout& layout, std::span<const double> results, std::size_t resamples,
                           std::uint64_t seed) {
  promise(results.size() == layout.blocks * layout.rows_of_block(), "one result for each row of the design");
  const std::size_t groups = layout.groups.size();
  SobolIndices indices;
  const std::size_t period = layout.rows_of_block();
  std::vector<double> independent;
  for (std::size_t block = 0; block < layout.blocks; ++block) {
    independent.push_back(results[block * period]);
    independent.push_back(results[(block + 1) * period - 1]);
  }
  const auto count = static_cast<double>(independent.size());
  indices.mean = std::accumulate(independent.begin(), independent.end(), 0.0) / count;
  for (const double value : independent) indices.variance += (value - indices.mean) * (value - indices.mean) / count;

  const std::vector<Estimate> all = with_ranges(layout, BlockedResults(layout, results), resamples, seed);
  const auto at = [&](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
  indices.first.assign(at(0), at(groups));
  indices.total.assign(at(groups), at(2 * groups));
  std::size_t next = 2 * groups;
  for (std::size_t j = 0; layout.second_order && j < groups; ++j) {
    indices.second.emplace_back(groups);
    for (std::size_t k = j + 1; k < groups; ++k) indices.second.back()[k] = all[next++];
  }
  return indices;
}

}  // namespace districtsim
