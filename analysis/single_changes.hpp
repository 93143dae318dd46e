#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/design_table.hpp"

namespace districtsim {

/// How a table of changes one at a time lies: the base in row 0, then rows that differ from it in one input.
struct SingleChangeLayout {
  std::vector<std::size_t> columns;                 ///< inputs that vary
  std::vector<std::vector<std::size_t>> rows = {};  ///< by such an input: the rows that change it
};

/// Whether a table changes one input at a time from its first row, each at least once; nothing if it does not.
[[nodiscard]] std::optional<SingleChangeLayout> recognise_single_changes(const DesignTable& design);

/// What changing one input alone does to a measure.
struct SingleChange {
  double value = 0.0;       ///< of the input, or number of its level
  double difference = 0.0;  ///< of the measure from that of the base
};

/// By varying input, its changes in the order of the rows.
[[nodiscard]] std::vector<std::vector<SingleChange>> single_changes(const SingleChangeLayout& layout,
                                                                    const DesignTable& design,
                                                                    std::span<const double> results);

}  // namespace districtsim
