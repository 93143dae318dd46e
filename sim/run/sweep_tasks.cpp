#include "sim/run/sweep_tasks.hpp"

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"

namespace districtsim {

SweepTasks::SweepTasks(const SweepShape& shape, const Shard& shard)
    : shape_(shape), shard_(shard), rows_(shard.rows_of(shape.rows)) {
  promise(shard.count > 0 && shard.index < shard.count, "a shard is one of its count");
  constexpr std::size_t tasks_of_thread = 32;
  const std::size_t wanted = tasks_of_thread * static_cast<std::size_t>(threads_in_use());
  const std::size_t scenarios = std::max<std::size_t>(1, rows_ * shape.arms);
  parts_ = std::clamp<std::size_t>(wanted / scenarios, 1, std::max<std::size_t>(1, shape.replicates));
}

SweepTask SweepTasks::at(std::size_t number) const {
  const std::size_t part = number % parts_;
  const std::size_t scenario = number / parts_;
  SweepTask task;
  task.row = scenario / shape_.arms * shard_.count + shard_.index;
  task.arm = scenario % shape_.arms;
  task.begin = part * shape_.replicates / parts_;
  task.end = (part + 1) * shape_.replicates / parts_;
  return task;
}

PreparedScenario prepared(const SweepSource& source, std::size_t row, std::size_t arm) {
  PreparedScenario ready;
  try {
    ready.scenario = source.scenario(row, arm);
    ready.keys.emplace(*ready.scenario, source.seed, source.parameters);
    ready.scenario->record = {};  // single people and interactions are nothing that a sweep keeps
  } catch (const Failure& failure) {
    const bool of_row = failure.code() == ExitCode::invalid_scenario || failure.code() == ExitCode::bad_input_data;
    if (!of_row) throw;
    ready.scenario.reset();
    ready.problem = failure.what();
    ready.infeasible = infeasible_key(source.inputs(row, arm));
  }
  return ready;
}

}  // namespace districtsim
