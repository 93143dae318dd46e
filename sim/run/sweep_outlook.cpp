#include "sim/run/sweep_outlook.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <tuple>
#include <unordered_set>

#include "sim/core/parallel.hpp"
#include "sim/run/sweep_tasks.hpp"

namespace districtsim {

namespace {

double seconds_of_one_run(const SweepSource& source, const SweepTask& task) {
  const PreparedScenario ready = prepared(source, task.row, task.arm);
  const std::uint32_t luck = source.luck(task.row, task.begin);
  double seconds = 0.0;
  for_each_task(2, [&](std::size_t number) {  // a run among others has one thread
    if (number != 0) return;
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(make_run(source, *ready.scenario, ready.key(luck), luck));
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  });
  return seconds;
}

}  // namespace

SweepOutlook sweep_outlook(const SweepSource& source, const RunStore& store, const Shard& shard) {
  SweepOutlook outlook;
  std::mutex mutex;
  std::unordered_set<RunKey, RunKeyHash> wanted;
  SweepTask first;
  first.row = source.shape.rows;
  const SweepTasks tasks(source.shape, shard);
  for_each_task(tasks.count(), [&](std::size_t number) {
    SweepTask task = tasks.at(number);
    const PreparedScenario ready = prepared(source, task.row, task.arm);
    const std::lock_guard<std::mutex> held(mutex);
    if (!ready.scenario) {
      if (task.begin == 0) outlook.infeasible.push_back({task.row, task.arm, ready.problem});
      return;
    }
    for (; task.begin < task.end; ++task.begin) {
      const RunKey key = ready.key(source.luck(task.row, task.begin));
      if (store.find(key) || !wanted.insert(key).second) {
        ++outlook.there;
        continue;
      }
      ++outlook.to_do;
      if (std::tie(task.row, task.arm, task.begin) < std::tie(first.row, first.arm, first.begin)) first = task;
    }
  });
  std::sort(outlook.infeasible.begin(), outlook.infeasible.end(), [](const InfeasibleRow& a, const InfeasibleRow& b) {
    return std::tie(a.row, a.arm) < std::tie(b.row, b.arm);
  });
  if (outlook.to_do > 0) outlook.seconds_of_run = seconds_of_one_run(source, first);
  return outlook;
}

}  // namespace districtsim
