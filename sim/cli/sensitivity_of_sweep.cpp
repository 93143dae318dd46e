#include "sim/cli/sensitivity_of_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
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

/// One replicate's headlines of a row; nothing where a run of it is not in the store, or a value is missing.
std::vector<double> replicate_headlines(const SweepPlan& plan, const std::vector<SweepHeadline>& headlines,
                                        const RunStore& store, const RunTable& table, std::size_t row,
                                        std::size_t replicate) {
  std::vector<std::vector<double>> runs;
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    const std::optional<StoredRun>& run = table.runs[table.shape.run(row, arm, replicate)];
    if (!run || run->status == RunStatus::failed) return {};
    runs.push_back(store.read(*run).values);
  }
  std::vector<double> values = row_headlines(headlines, 1, {runs.begin(), runs.end()});
  const bool whole = std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
  return whole ? values : std::vector<double>{};
}

/// The measures of `results` in each replicate, read from the store. None of a design that cannot use them.
std::vector<DesignTable> replicate_results(const std::filesystem::path& folder, const SweepPlan& plan,
                                           const DesignTable& results) {
  const SamplingPlan kind = plan.design().plan;
  if (plan.replicates() < 2 || (kind != SamplingPlan::sobol && kind != SamplingPlan::morris)) return {};
  std::vector<SweepHeadline> headlines;
  for (const SweepHeadline& headline : sweep_headlines(plan)) {
    if (std::count(results.names.begin(), results.names.end(), headline.column) > 0) headlines.push_back(headline);
  }
  const RunStore store(store_of(folder));
  const RunTable table = find_runs(source_of(plan), store);
  std::vector<DesignTable> all(plan.replicates(), DesignTable{results.names, {}, results.levels});
  for (std::size_t row = 0; row < plan.rows().rows(); ++row) {
    for (std::size_t replicate = 0; replicate < plan.replicates(); ++replicate) {
      const std::vector<double> values = replicate_headlines(plan, headlines, store, table, row, replicate);
      if (values.empty()) return {};
      all[replicate].values.insert(all[replicate].values.end(), values.begin(), values.end());
    }
  }
  return all;
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
  DesignTable chosen = whole_columns(std::move(results.table), measures, console);
  std::vector<DesignTable> replicates = replicate_results(folder, plan, chosen);
  return {factor_rows(plan.design(), plan.rows()), std::move(chosen), kind_of(plan.design().plan),
          std::move(replicates)};
}

}  // namespace districtsim
