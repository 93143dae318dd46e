#include "sim/cli/sweep_words.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <charconv>

#include "sim/cli/progress.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

constexpr double bytes_of_value = 8.0;
constexpr double bytes_of_head_and_checksum = 80.0;
constexpr double bytes_in_index = 100.0;  ///< of a run: index of the store and table of the sweep
constexpr double bytes_of_cell = 12.0;    ///< of a CSV table, about

std::string bytes_text(double bytes) {
  return bytes < 1e9 ? fmt::format("{:.3g} MB", bytes * 1e-6) : fmt::format("{:.3g} GB", bytes * 1e-9);
}

std::string where_text(const SweepPlan& plan, std::size_t row, std::size_t arm) {
  return plan.arms() == 1 ? fmt::format("row {}", row) : fmt::format("row {}, {}", row, plan.arm_name(arm));
}

}  // namespace

Shard shard_in(const std::string& text) {
  const std::size_t slash = text.find('/');
  Shard shard;
  const auto number = [](std::string_view digits, std::size_t& target) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), target);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  const std::string_view all(text);
  const bool good = slash != std::string::npos && number(all.substr(0, slash), shard.index) &&
                    number(all.substr(slash + 1), shard.count) && shard.index < shard.count;
  if (good) return shard;
  throw Failure(ExitCode::usage, "--shard " + text + ": must be i/n with i from 0 to n-1, such as 0/4 or 3/4");
}

std::string size_text(const SweepPlan& plan) {
  const SweepSize size = plan.size();
  const auto counted = [](std::size_t count, const char* what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
  };
  return fmt::format("{} of {}, {}: {} of {}", counted(size.rows, "row"), counted(size.arms, "scenario"),
                     counted(size.replicates, "replicate"), counted(size.runs, "run"),
                     counted(static_cast<std::size_t>(plan.years()), "year"));
}

SweepNeeds sweep_needs(const SweepPlan& plan, const SweepOutlook& outlook, int threads, std::size_t inputs) {
  const SweepSize size = plan.size();
  const auto runs = static_cast<double>(size.runs);
  const double values = static_cast<double>(size.values_of_run) * bytes_of_value;
  SweepNeeds needs;
  needs.threads = threads;
  needs.seconds = static_cast<double>(outlook.to_do) * outlook.seconds_of_run / threads;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  // One run has been made by now; what it took beyond the program is small beside it, and each thread takes the same.
  needs.memory_bytes = 1024.0 * static_cast<double>(used.ru_maxrss) + runs * bytes_in_index;
  const auto cells = static_cast<double>(size.rows) * (2.0 * static_cast<double>(plan.rows().columns()) + 20.0);
  needs.disk_bytes = static_cast<double>(outlook.to_do) * (values + bytes_of_head_and_checksum) + runs * values +
                     cells * bytes_of_cell;
  constexpr std::size_t own_files = 6;  // sweep.json, the store's log, sweep.h5, sweep.csv, design.csv, results.csv
  needs.files = own_files + inputs;
  return needs;
}

std::string outlook_text(const SweepPlan& plan, const SweepOutlook& outlook, const SweepNeeds& needs) {
  std::string text = size_text(plan) + "\n";
  text += fmt::format("to do        {} runs; {} more are there or equal to others\n", outlook.to_do, outlook.there);
  text += fmt::format("time         {} on {} thread{} (one run takes {:.3g} s)\n", duration_text(needs.seconds),
                      needs.threads, needs.threads == 1 ? "" : "s", outlook.seconds_of_run);
  text += fmt::format("memory       {}\n", bytes_text(needs.memory_bytes));
  text += fmt::format("disk         {} in {} files, one more for each further shard\n", bytes_text(needs.disk_bytes),
                      needs.files);
  std::vector<std::size_t> rows;
  for (const InfeasibleRow& row : outlook.infeasible) {
    if (rows.empty() || rows.back() != row.row) rows.push_back(row.row);
  }
  text += fmt::format("infeasible   {}\n",
                      rows.empty() ? "no row" : fmt::format("{} rows: {}", rows.size(), row_list(rows)));
  for (const InfeasibleRow& row : outlook.infeasible) {
    text += fmt::format("  {}: {}\n", where_text(plan, row.row, row.arm), row.message);
  }
  return text;
}

json outlook_json(const SweepPlan& plan, const SweepOutlook& outlook, const SweepNeeds& needs) {
  const SweepSize size = plan.size();
  json infeasible = json::array();
  for (const InfeasibleRow& row : outlook.infeasible) {
    infeasible.push_back({{"row", row.row}, {"scenario", plan.arm_name(row.arm)}, {"message", row.message}});
  }
  return {{"rows", size.rows},
          {"scenarios", size.arms},
          {"replicates", size.replicates},
          {"years", plan.years()},
          {"runs", size.runs},
          {"to_do", outlook.to_do},
          {"there", outlook.there},
          {"seconds_of_run", outlook.seconds_of_run},
          {"seconds", needs.seconds},
          {"threads", needs.threads},
          {"memory_bytes", needs.memory_bytes},
          {"disk_bytes", needs.disk_bytes},
          {"files", needs.files},
          {"infeasible", infeasible}};
}

std::string failed_text(const SweepPlan& plan, const std::vector<std::size_t>& rows,
                        const std::vector<FailedRun>& failed) {
  std::string text =
      fmt::format("{} row{} could not be run: {}", rows.size(), rows.size() == 1 ? "" : "s", row_list(rows));
  for (const FailedRun& run : failed) {
    text += fmt::format("\n  {}: {}", where_text(plan, run.row, run.arm), run.message);
  }
  return text;
}

json failed_json(const SweepPlan& plan, const std::vector<FailedRun>& failed) {
  json list = json::array();
  for (const FailedRun& run : failed) {
    list.push_back({{"row", run.row},
                    {"scenario", plan.arm_name(run.arm)},
                    {"replicate", run.replicate},
                    {"message", run.message}});
  }
  return list;
}

}  // namespace districtsim
