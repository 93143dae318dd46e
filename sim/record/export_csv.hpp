#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/record/read_result.hpp"

namespace districtsim {

/// Writes a result file as tidy CSV tables (RFC 4180 quoting, line feeds, UTF-8) into `folder`, which is made if need
/// be, and returns the files written. Either all tables appear, each whole, or none.
///
/// One table for each set of dimensions, `time_scenario_replicate_school.csv`, `agents.record.csv` for a child group,
/// `scalars.csv` for values without dimensions: a column for each dimension (its coordinate, or the number from 0),
/// then one for each variable. Dates as 2020-08-10, codes with meanings as their meaning, missing as an empty cell,
/// numbers in the fewest digits that read back as the same number. `columns.csv` lists every column's unit and meaning.
/// Failure(bad_input_data) as for SavedResult, Failure(run_time_failure) when the folder cannot be written.
std::vector<std::filesystem::path> export_csv(const std::filesystem::path& result_path,
                                              const std::filesystem::path& folder);

struct TableText {
  std::string name = {};  ///< of its file: "year.csv"
  std::string text = {};
};

/// Some of the tables as texts, byte by byte as export_csv writes them: those whose name (without ending) is `wanted`,
/// only with rows of the first replicates, and `columns.csv` about them. No tables, no list.
[[nodiscard]] std::vector<TableText> csv_tables(const SavedResult& result,
                                                const std::function<bool(const std::string&)>& wanted,
                                                std::size_t first_replicates = unlimited);

}  // namespace districtsim
