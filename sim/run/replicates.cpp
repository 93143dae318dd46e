#include "sim/run/replicates.hpp"

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/branched_run.hpp"
#include "sim/run/checkpointed_run.hpp"

namespace districtsim {

namespace {

/// Tasks one after the other with all threads, or each on a thread of its own.
void run_tasks(std::size_t tasks, bool in_order, const std::function<void(std::size_t)>& run_one) {
  if (in_order) {
    for (std::size_t task = 0; task < tasks; ++task) run_one(task);
  } else {
    for_each_task(tasks, run_one);
  }
}

}  // namespace

RunCount run_replicates(const std::vector<const Scenario*>& scenarios, const RunPlan& plan, const PlacedSink& sink,
                        const RunHooks& hooks) {
  if (plan.branch) check_branch(scenarios, *plan.branch);
  promise(plan.checkpoints == nullptr || (scenarios.size() == 1 && !plan.branch && plan.checkpoint_weeks >= 1),
          "checkpoints are of one scenario without a branch");
  const auto replicates = static_cast<std::size_t>(plan.replicates);
  const std::size_t together = plan.branch ? scenarios.size() : 1;  // runs of one task
  const std::size_t tasks = scenarios.size() * replicates / together;
  std::vector<RunCount> counts(tasks);
  const auto run_one = [&](std::size_t task) {
    const std::size_t run = task * together;
    const RunPlace place{run % scenarios.size(), run / scenarios.size()};
    if (plan.branch) {
      counts[task] = run_branched(scenarios, plan, place.replicate, sink, hooks);
      return;
    }
    const Conditions conditions = conditions_in(*scenarios[place.scenario], plan, place.replicate);
    const Recorder::Sink own_sink = [&](const YearRecord& record) { sink(place, record); };
    counts[task] = plan.checkpoints != nullptr ? run_checkpointed(conditions, plan, place.replicate, own_sink, hooks)
                                               : simulate(conditions, own_sink, hooks);
  };
  // With fewer runs than threads each run uses all of them; otherwise each thread has runs of its own.
  const bool in_order = plan.order == RunOrder::one_by_one || hooks.phase_seconds != nullptr ||
                        static_cast<int>(tasks) < threads_in_use();
  run_tasks(tasks, in_order, run_one);
  RunCount total;
  for (const RunCount& own : counts) {
    total.teacher_weeks += own.teacher_weeks;
    total.build_seconds += own.build_seconds;
  }
  if (!in_order) total.build_seconds /= threads_in_use();
  return total;
}

Conditions conditions_in(const Scenario& scenario, const RunPlan& plan, std::size_t replicate) {
  const auto number = static_cast<std::uint32_t>(plan.first_replicate) + static_cast<std::uint32_t>(replicate);
  return conditions_of(scenario, plan.seed, number, plan.parameters);
}

}  // namespace districtsim
