#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/sweep_measures.hpp"
#include "analysis/sweep_plan.hpp"
#include "analysis/sweep_row.hpp"
#include "sim/record/pending_file.hpp"

namespace districtsim {

/// Writes the two tables of a finished sweep, a line at a time, as rows come in order.
///
/// sweep.csv is tidy: a line for each row and alternative (for each row where there is none) with `row`, `alternative`,
/// every input by name, `replicates` that were done, `failed` ones, and every headline: the mean over replicates, or of
/// the paired differences from the base. results.csv has a line for each row and a column for each headline, as
/// `sensitivity --results` takes it; a row with a failed run is empty.
class SweepTables {
 public:
  SweepTables(const std::filesystem::path& folder, const SweepPlan& plan);
  void take(const SweepRow& row);
  void publish();

 private:
  void write_headers();
  void write_tidy(const SweepRow& row, const std::vector<double>& values);
  void flush(bool at_end);

  const SweepPlan& plan_;
  std::vector<SweepHeadline> headlines_;
  PendingFile tidy_;
  PendingFile results_;
  std::string tidy_text_;
  std::string results_text_;
};

}  // namespace districtsim
