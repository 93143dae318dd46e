#include "analysis/single_changes.hpp"

#include <algorithm>

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

/// The one column in which a row is not the first row; nothing where there are none or several.
std::optional<std::size_t> only_difference(const DesignTable& design, std::size_t row) {
  std::optional<std::size_t> different;
  for (std::size_t column = 0; column < design.columns(); ++column) {
    if (design.at(row, column) == design.at(0, column)) continue;
    if (different) return std::nullopt;
    different = column;
  }
  return different;
}

}  // namespace

std::optional<SingleChangeLayout> recognise_single_changes(const DesignTable& design) {
  std::vector<std::vector<std::size_t>> rows(design.columns());
  for (std::size_t row = 1; row < design.rows(); ++row) {
    const std::optional<std::size_t> column = only_difference(design, row);
    if (!column) return std::nullopt;
    rows[*column].push_back(row);
  }
  SingleChangeLayout layout;
  for (std::size_t column = 0; column < rows.size(); ++column) {
    if (rows[column].empty()) continue;
    layout.columns.push_back(column);
    layout.rows.push_back(std::move(rows[column]));
  }
  if (layout.columns.size() < 2) return std::nullopt;  // a curve of one input is a sample
  return layout;
}

std::vector<std::vector<SingleChange>> single_changes(const SingleChangeLayout& layout, const DesignTable& design,
                                                      std::span<const double> results) {
  promise(results.size() == design.rows(), "one result for each row of the design");
  std::vector<std::vector<SingleChange>> all(layout.columns.size());
  for (std::size_t own = 0; own < layout.columns.size(); ++own) {
    for (const std::size_t row : layout.rows[own]) {
      all[own].push_back({design.at(row, layout.columns[own]), results[row] - results[0]});
    }
  }
  return all;
}

}  // namespace districtsim
