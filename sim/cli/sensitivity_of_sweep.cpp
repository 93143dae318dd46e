#include "sim/cli/sensitivity_of_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analysis/factor_rows.hpp"
#include "analysis/sweep_measures.hpp"
#include "analysis/sweep_results.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/cli/sweep_words.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

constexpr std::size_t most_failed_named = 10;

/// Refuses a sweep of which rows are missing or could not be run, with their numbers.
void need_all_rows(const std::filesystem::path& folder, const SweepPlan& plan) {
  const RunStore store(store_of(folder));
  const RunTable table = find_runs(source_of(plan), store);
  const std::vector<std::size_t> missing = missing_rows(table);
  if (!missing.empty()) {
    throw Failure(ExitCode::partial_sweep, fmt::format("{} is not complete: {}; no indices without them",
                                                       folder.string(), missing_text(missing, shards_of(store))));
  }
  const std::vector<std::size_t> failed = failed_rows(table);
  if (failed.empty()) return;
  throw Failure(ExitCode::partial_sweep,
                failed_text(plan, failed, failed_runs(table, store, most_failed_named)) + "\nno indices without them");
}

/// Whether the table has the rows and headlines of the plan, and is not one of an earlier design.
bool fits(const SweepResults& results, const SweepPlan& plan) {
  std::vector<std::string> names;
  for (const SweepHeadline& headline : sweep_headlines(plan)) names.push_back(headline.column);
  return results.table.names == names && results.table.rows() == plan.rows().rows();
}

SweepResults whole_results(const std::filesystem::path& folder, const SweepPlan& plan) {
  const std::filesystem::path csv = folder / "results.csv";
  std::optional<SweepResults> results;
  if (std::filesystem::exists(csv)) results = read_sweep_results(csv);
  if (results && fits(*results, plan) && results->empty_rows.empty()) return std::move(*results);
  need_all_rows(folder, plan);
  if (results && fits(*results, plan)) {
    throw Failure(ExitCode::bad_input_data, fmt::format("{}: {} without any value: no indices without them",
                                                        csv.string(), row_list(results->empty_rows)));
  }
  throw Failure(
      ExitCode::partial_sweep,
      fmt::format("{0} has all runs, but its tables are not written; districtsim merge {0} -o {0}", folder.string()));
}

/// The measures that every row has; those asked for must.
DesignTable whole_columns(DesignTable results, const std::vector<std::string>& asked, const Console& console) {
  if (!asked.empty()) results = chosen_columns(results, asked);
  std::vector<std::string> whole;
  for (std::size_t column = 0; column < results.columns(); ++column) {
    const std::vector<std::size_t> gaps = rows_without(results, column);
    const std::string is = fmt::format("{} has no value in row {}", results.names[column], row_list(gaps));
    if (gaps.empty()) {
      whole.push_back(results.names[column]);
    } else if (asked.empty()) {
      console.warn(is + "; left out");
    } else {
      throw Failure(ExitCode::bad_input_data, is + ", so it has no indices");
    }
  }
  if (whole.empty()) throw Failure(ExitCode::bad_input_data, "no measure has a value in every row");
  return whole.size() == results.columns() ? results : chosen_columns(results, whole);
}

/// Nothing for a list, which may hold the rows of anybody's design.
std::optional<DesignKind> kind_of(SamplingPlan plan) {
  switch (plan) {
    case SamplingPlan::sobol:
      return DesignKind::saltelli;
    case SamplingPlan::morris:
      return DesignKind::morris;
    case SamplingPlan::one_at_a_time:
      return DesignKind::one_at_a_time;
    case SamplingPlan::list:
      return std::nullopt;
    default:
      return DesignKind::sample;
  }
}

}  // namespace

InputsAndResults sweep_inputs_and_results(const std::filesystem::path& folder, const std::vector<std::string>& measures,
                                          const Console& console) {
  const SweepPlan plan(design_of_folder(folder));
  SweepResults results = whole_results(folder, plan);
  const bool blocks = plan.design().rows_of_block() > 1;
  if (blocks && plan.design().sweep.luck == LuckSharing::row) {
    console.warn("every row has luck of its own, so that chance counts for inputs; luck: block keeps it apart");
  }
  return {factor_rows(plan.design(), plan.rows()), whole_columns(std::move(results.table), measures, console),
          kind_of(plan.design().plan)};
}

}  // namespace districtsim
