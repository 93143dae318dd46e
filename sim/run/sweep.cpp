#include "sim/run/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <unordered_set>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/sweep_tasks.hpp"

namespace districtsim {

namespace {

/// One process' work on a shard.
class ShardWork {
 public:
  ShardWork(const SweepSource& source, RunStore& store, const SweepHooks& hooks)
      : source_(source), store_(store), hooks_(hooks) {
    outcome_.table = {source.shape, std::vector<std::optional<StoredRun>>(source.shape.runs())};
  }

  void carry_out(const SweepTask& task) {
    if (hooks_.cancel != nullptr && hooks_.cancel->load(std::memory_order_relaxed)) throw Cancelled();
    const PreparedScenario ready = prepared(source_, task.row, task.arm);
    for (std::size_t replicate = task.begin; replicate < task.end; ++replicate) {
      const std::uint32_t luck = source_.luck(task.row, replicate);
      const RunKey key = ready.key(luck);
      const std::size_t run = source_.shape.run(task.row, task.arm, replicate);
      if (!claim(run, key)) {
        if (hooks_.run_found) hooks_.run_found();
        continue;
      }
      keep(run, record_of(ready, key, luck));
      if (hooks_.run_done) hooks_.run_done();
    }
  }

  /// Runs that were equal to one that another thread had begun are there now.
  [[nodiscard]] ShardOutcome finished() {
    for (const auto& [run, key] : awaited_) outcome_.table.runs[run] = store_.find(key);
    store_.flush();
    return std::move(outcome_);
  }

 private:
  /// Whether this thread is to run it: nobody has, and nobody is about to.
  [[nodiscard]] bool claim(std::size_t run, const RunKey& key) {
    const std::lock_guard<std::mutex> held(mutex_);
    const std::optional<StoredRun> found = store_.find(key);
    if (!found && running_.insert(key).second) return true;
    ++outcome_.count.there;
    if (found) {
      outcome_.table.runs[run] = found;
    } else {
      awaited_.emplace_back(run, key);
    }
    return false;
  }

  [[nodiscard]] RunRecord record_of(const PreparedScenario& ready, const RunKey& key, std::uint32_t luck) const {
    if (!ready.scenario) return {key, RunStatus::failed, {}, ready.problem};
    return make_run(source_, *ready.scenario, key, luck, hooks_.cancel);
  }

  void keep(std::size_t run, const RunRecord& record) {
    const StoredRun stored = store_.append(record);
    const std::lock_guard<std::mutex> held(mutex_);
    running_.erase(record.key);
    outcome_.table.runs[run] = stored;
    ++outcome_.count.ran;
    if (record.status == RunStatus::failed) ++outcome_.count.failed;
  }

  const SweepSource& source_;
  RunStore& store_;
  const SweepHooks& hooks_;
  std::mutex mutex_ = {};
  std::unordered_set<RunKey, RunKeyHash> running_ = {};
  std::vector<std::pair<std::size_t, RunKey>> awaited_ = {};
  ShardOutcome outcome_ = {};
};

}  // namespace

std::string Shard::log_name() const { return fmt::format("{}-of-{}", index, count); }

RunRecord make_run(const SweepSource& source, const Scenario& scenario, const RunKey& key, std::uint32_t luck,
                   const std::atomic<bool>* cancel) {
  RunRecord record;
  record.key = key;
  RunHooks hooks;
  hooks.cancel = cancel;
  try {
    const Conditions conditions = conditions_of(scenario, source.seed, luck, source.parameters);
    simulate(
        conditions,
        [&](const YearRecord& year) {
          const std::vector<double> values = source.measure(scenario, year);
          record.values.insert(record.values.end(), values.begin(), values.end());
        },
        hooks);
  } catch (const Failure& failure) {
    return {key, RunStatus::failed, {}, failure.what()};
  } catch (const ContractViolation& violation) {
    return {key, RunStatus::failed, {}, std::string("a defect of this program: ") + violation.what()};
  }
  return record;
}

ShardOutcome run_shard(const SweepSource& source, RunStore& store, const Shard& shard, const SweepHooks& hooks) {
  const SweepTasks tasks(source.shape, shard);
  ShardWork work(source, store, hooks);
  for_each_task(tasks.count(), [&](std::size_t number) { work.carry_out(tasks.at(number)); });
  return work.finished();
}

RunTable find_runs(const SweepSource& source, const RunStore& store, const Shard& shard) {
  RunTable table{source.shape, std::vector<std::optional<StoredRun>>(source.shape.runs())};
  const SweepTasks tasks(source.shape, shard);
  for_each_task(tasks.count(), [&](std::size_t number) {
    const SweepTask task = tasks.at(number);
    const PreparedScenario ready = prepared(source, task.row, task.arm);
    for (std::size_t replicate = task.begin; replicate < task.end; ++replicate) {
      table.runs[source.shape.run(task.row, task.arm, replicate)] =
          store.find(ready.key(source.luck(task.row, replicate)));
    }
  });
  return table;
}

std::vector<std::size_t> missing_rows(const RunTable& table, const Shard& shard) {
  std::vector<std::size_t> missing;
  const std::size_t of_row = table.shape.arms * table.shape.replicates;
  for (std::size_t row = 0; row < table.shape.rows; ++row) {
    const auto begin = table.runs.begin() + static_cast<std::ptrdiff_t>(row * of_row);
    const auto is_missing = [](const std::optional<StoredRun>& run) { return !run.has_value(); };
    if (shard.has(row) && std::any_of(begin, begin + static_cast<std::ptrdiff_t>(of_row), is_missing)) {
      missing.push_back(row);
    }
  }
  return missing;
}

std::vector<std::size_t> failed_rows(const RunTable& table) {
  std::vector<std::size_t> rows;
  const std::size_t of_row = table.shape.arms * table.shape.replicates;
  for (std::size_t run = 0; run < table.runs.size(); ++run) {
    const bool failed = table.runs[run] && table.runs[run]->status == RunStatus::failed;
    if (failed && (rows.empty() || rows.back() != run / of_row)) rows.push_back(run / of_row);
  }
  return rows;
}

std::vector<FailedRun> failed_runs(const RunTable& table, const RunStore& store, std::size_t most) {
  std::vector<FailedRun> failed;
  const std::size_t replicates = table.shape.replicates;
  for (std::size_t run = 0; run < table.runs.size() && failed.size() < most; ++run) {
    if (!table.runs[run] || table.runs[run]->status != RunStatus::failed) continue;
    const std::size_t row = run / replicates / table.shape.arms;
    const std::size_t arm = run / replicates % table.shape.arms;
    if (!failed.empty() && failed.back().row == row && failed.back().arm == arm) continue;
    failed.push_back({row, arm, run % replicates, store.read(*table.runs[run]).message});
  }
  return failed;
}

}  // namespace districtsim
