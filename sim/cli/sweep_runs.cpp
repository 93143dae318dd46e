#include "sim/cli/sweep_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <utility>

#include "analysis/measures.hpp"
#include "analysis/sweep_file.hpp"
#include "analysis/sweep_tables.hpp"
#include "sim/core/contracts.hpp"
#include "sim/record/digest.hpp"

namespace districtsim {

namespace {

SweepRow read_row(const RunStore& store, const RunTable& table, std::size_t row, std::size_t values) {
  SweepRow read;
  read.row = row;
  for (std::size_t arm = 0; arm < table.shape.arms; ++arm) {
    for (std::size_t replicate = 0; replicate < table.shape.replicates; ++replicate) {
      const std::optional<StoredRun>& run = table.runs[table.shape.run(row, arm, replicate)];
      promise(run.has_value(), "a sweep is consolidated when every run has a record");
      const bool failed = run->status == RunStatus::failed;
      read.failed.push_back(failed);
      read.runs.push_back(failed ? std::vector<double>(values, std::numeric_limits<double>::quiet_NaN())
                                 : store.read(*run).values);
      promise(read.runs.back().size() == values, "a run has its measures of every year");
    }
  }
  return read;
}

/// Of "3-of-5": 5; 1 for other names.
std::size_t shards_in_name(const std::string& name) {
  const std::size_t of = name.rfind("-of-");
  std::size_t count = 1;
  if (of != std::string::npos) std::from_chars(name.data() + of + 4, name.data() + name.size(), count);
  return std::max<std::size_t>(1, count);
}

}  // namespace

SweepSource source_of(const SweepPlan& plan) {
  SweepSource source;
  source.shape = {plan.rows().rows(), plan.arms(), plan.replicates()};
  source.seed = plan.seed();
  source.parameters = plan.parameters_drawn() ? ParameterUse::drawn : ParameterUse::held;
  source.scenario = [&plan](std::size_t row, std::size_t arm) { return plan.scenario(row, arm); };
  source.luck = [&plan](std::size_t row, std::size_t replicate) { return plan.luck(row, replicate); };
  source.inputs = [&plan](std::size_t row, std::size_t arm) {
    std::string text = plan.arm_base(arm).resolved_text;
    for (const Override& setting : plan.settings(row, arm)) text += "\n" + setting.path + "=" + setting.value;
    return text;
  };
  source.measure = [](const Scenario& scenario, const YearRecord& record) {
    return measure_year(record, facts_of(scenario.district));
  };
  return source;
}

std::string consolidate(const SweepPlan& plan, const RunStore& store, const RunTable& table,
                        const std::filesystem::path& folder, Provenance provenance) {
  const std::filesystem::path path = folder / "sweep.h5";
  SweepFile file(path, plan, std::move(provenance));
  SweepTables tables(folder, plan);
  for (std::size_t row = 0; row < table.shape.rows; ++row) {
    const SweepRow read = read_row(store, table, row, plan.size().values_of_run);
    tables.take(read);
    file.take(read);
  }
  file.publish();
  tables.publish();
  return digest_of(path);
}

std::string row_list(const std::vector<std::size_t>& rows) {
  constexpr std::size_t most_ranges = 20;
  std::string text;
  std::size_t ranges = 0;
  for (std::size_t i = 0; i < rows.size();) {
    if (++ranges > most_ranges) return text + fmt::format(" and {} more", rows.size() - i);
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    if (last == i + 1) last = i;  // two are written as two
    text += text.empty() ? "" : ", ";
    text += last == i ? fmt::format("{}", rows[i]) : fmt::format("{} to {}", rows[i], rows[last]);
    i = last + 1;
  }
  return text;
}

std::size_t shards_of(const RunStore& store) {
  std::size_t shards = 1;
  for (const RunLog& log : store.logs()) shards = std::max(shards, shards_in_name(log.path().stem().string()));
  return shards;
}

std::string missing_text(const std::vector<std::size_t>& rows, std::size_t shards) {
  std::string text =
      fmt::format("{} row{} missing: {}", rows.size(), rows.size() == 1 ? " is" : "s are", row_list(rows));
  if (shards == 1) return text;
  std::set<std::size_t> lacking;
  for (const std::size_t row : rows) lacking.insert(row % shards);
  return text + fmt::format("; of shard{} {} (of {}, numbered 0 to {})", lacking.size() == 1 ? "" : "s",
                            row_list({lacking.begin(), lacking.end()}), shards, shards - 1);
}

}  // namespace districtsim
