#include "sim/run/replicates.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"

namespace districtsim {

RunCount run_replicates(const std::vector<const Scenario*>& scenarios, const RunPlan& plan, const PlacedSink& sink,
                        const RunHooks& hooks) {
  const auto replicates = static_cast<std::size_t>(plan.replicates);
  const std::size_t runs = scenarios.size() * replicates;
  std::vector<RunCount> counts(runs);
  const auto run_one = [&](std::size_t run) {
    const RunPlace place{run % scenarios.size(), run / scenarios.size()};
    const auto number = static_cast<std::uint32_t>(plan.first_replicate) + static_cast<std::uint32_t>(place.replicate);
    const Conditions conditions = conditions_of(*scenarios[place.scenario], plan.seed, number, plan.parameters);
    const Recorder::Sink own_sink = [&](const YearRecord& record) { sink(place, record); };
    counts[run] = simulate(conditions, own_sink, hooks);
  };
  // With fewer runs than threads each run uses all of them; otherwise each thread has runs of its own.
  const bool in_order =
      plan.order == RunOrder::one_by_one || hooks.phase_seconds != nullptr || static_cast<int>(runs) < threads_in_use();
  if (in_order) {
    for (std::size_t run = 0; run < runs; ++run) run_one(run);
  } else {
    for_each_task(runs, run_one);
  }
  RunCount total;
  for (const RunCount& own : counts) {
    total.teacher_weeks += own.teacher_weeks;
    total.build_seconds += own.build_seconds;
  }
  if (!in_order) total.build_seconds /= threads_in_use();
  return total;
}

}  // namespace districtsim
