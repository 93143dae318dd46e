#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/design_table.hpp"

namespace districtsim {

/// The results of a sweep as its results.csv has them.
struct SweepResults {
  DesignTable table;                    ///< a column for each headline; NaN where a row has no value
  std::vector<std::size_t> empty_rows;  ///< without any value: a run of the row failed
};

/// Throws Failure(bad_input_data) for cells that are neither empty nor a number.
[[nodiscard]] SweepResults read_sweep_results(const std::filesystem::path& csv);

/// Rows without a value of a measure.
[[nodiscard]] std::vector<std::size_t> rows_without(const DesignTable& results, std::size_t column);

/// Some of the columns, in their own order. Throws Failure(usage) for a name that is none, with what was meant.
[[nodiscard]] DesignTable chosen_columns(const DesignTable& results, const std::vector<std::string>& names);

}  // namespace districtsim
