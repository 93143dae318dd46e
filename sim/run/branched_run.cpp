#include "sim/run/branched_run.hpp"

namespace districtsim {

namespace {

/// What all scenarios share: the years before the branch and the state at it.
struct CommonHistory {
  std::vector<YearRecord> years = {};
  Snapshot state = {};
};

/// Runs the baseline to its end and leaves behind what the others share.
RunCount run_baseline(const Scenario& baseline, const RunPlan& plan, std::size_t replicate, const PlacedSink& sink,
                      const RunHooks& hooks, CommonHistory& common) {
  const Conditions conditions = conditions_in(baseline, plan, replicate);
  bool shared = true;
  Simulation simulation(
      conditions,
      [&](const YearRecord& record) {
        if (shared) common.years.push_back(record);
        sink({0, replicate}, record);
      },
      hooks);
  simulation.advance_to(point_of(*plan.branch, baseline.calendar));
  common.state = simulation.snapshot();
  shared = false;
  simulation.advance_to(simulation.end());
  return simulation.count();
}

std::int64_t run_alternative(const std::vector<const Scenario*>& scenarios, const RunPlan& plan, RunPlace place,
                             const PlacedSink& sink, const RunHooks& hooks, const CommonHistory& common) {
  const Scenario& baseline = *scenarios.front();
  const Scenario& own = *scenarios[place.scenario];
  for (const YearRecord& record : common.years) sink(place, as_record_of(baseline, own, record));
  for (int year = 0; year < common.state.next.year; ++year) {
    if (hooks.year_done) hooks.year_done();
  }
  Snapshot state = common.state;
  take_over(baseline, own, state.district);
  const Conditions conditions = conditions_in(own, plan, place.replicate);
  Simulation simulation(
      conditions, std::move(state), [&](const YearRecord& record) { sink(place, record); }, hooks);
  simulation.advance_to(simulation.end());
  return simulation.count().teacher_weeks;
}

}  // namespace

RunCount run_branched(const std::vector<const Scenario*>& scenarios, const RunPlan& plan, std::size_t replicate,
                      const PlacedSink& sink, const RunHooks& hooks) {
  CommonHistory common;
  RunCount count = run_baseline(*scenarios.front(), plan, replicate, sink, hooks, common);
  for (std::size_t scenario = 1; scenario < scenarios.size(); ++scenario) {
    count.teacher_weeks += run_alternative(scenarios, plan, {scenario, replicate}, sink, hooks, common);
  }
  return count;
}

}  // namespace districtsim
