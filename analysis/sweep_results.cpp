#include "analysis/sweep_results.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "sim/core/failure.hpp"
#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

SweepResults read_sweep_results(const std::filesystem::path& csv) {
  const CsvTable cells = CsvTable::read(csv);
  SweepResults results;
  results.table.names = cells.columns();
  results.table.levels.resize(cells.columns().size());
  results.table.values.reserve(cells.rows() * cells.columns().size());
  std::vector<Complaint> complaints;
  for (std::size_t row = 0; row < cells.rows(); ++row) {
    bool any = false;
    for (std::size_t column = 0; column < cells.columns().size(); ++column) {
      const std::string text = cells.text(row, column);
      const std::optional<double> number = csv_number(text);
      if (!number && !text.empty()) {
        complaints.push_back(
            {cells.place(row, column), cells.columns()[column] + " is " + text + ", must be a number"});
      }
      any = any || number.has_value();
      results.table.values.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    if (!any) results.empty_rows.push_back(row);
  }
  refuse_data(std::move(complaints));
  return results;
}

std::vector<std::size_t> rows_without(const DesignTable& results, std::size_t column) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < results.rows(); ++row) {
    if (!std::isfinite(results.at(row, column))) rows.push_back(row);
  }
  return rows;
}

DesignTable chosen_columns(const DesignTable& results, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (std::find(results.names.begin(), results.names.end(), name) != results.names.end()) continue;
    const std::string near = did_you_mean(name, results.names);
    throw Failure(ExitCode::usage, "sensitivity: " + name + " is no measure of these results" +
                                       (near.empty() ? "; there are " + listed(results.names) : near));
  }
  DesignTable chosen;
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < results.columns(); ++column) {
    if (std::find(names.begin(), names.end(), results.names[column]) == names.end()) continue;
    columns.push_back(column);
    chosen.names.push_back(results.names[column]);
  }
  for (std::size_t row = 0; row < results.rows(); ++row) {
    for (const std::size_t column : columns) chosen.values.push_back(results.at(row, column));
  }
  return chosen;
}

}  // namespace districtsim
