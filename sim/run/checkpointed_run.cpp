#include "sim/run/checkpointed_run.hpp"

#include <algorithm>

namespace districtsim {

namespace {

/// The next place whose weeks since the start of the run are a multiple of `every`.
CalendarPoint next_checkpoint(CalendarPoint now, int every, int weeks_per_year) {
  const int weeks = (now.year * weeks_per_year + now.week) / every * every + every;
  return {weeks / weeks_per_year, weeks % weeks_per_year};
}

void run_on(Simulation& simulation, const CalendarPlan& calendar, const RunPlan& plan, std::uint32_t replicate) {
  while (simulation.next() < simulation.end()) {
    const CalendarPoint next = next_checkpoint(simulation.next(), plan.checkpoint_weeks, calendar.weeks_per_year);
    simulation.advance_to(std::min(next, simulation.end()));
    if (simulation.next() < simulation.end()) plan.checkpoints->put_state(replicate, simulation.snapshot());
  }
  plan.checkpoints->finish(replicate);
}

}  // namespace

RunCount run_checkpointed(const Conditions& conditions, const RunPlan& plan, std::size_t replicate,
                          const Recorder::Sink& sink, const RunHooks& hooks) {
  const CalendarPlan& calendar = conditions.scenario.calendar;
  const auto number = static_cast<std::uint32_t>(plan.first_replicate) + static_cast<std::uint32_t>(replicate);
  KeptReplicate kept = plan.checkpoints->read(number, calendar);
  const bool finished = static_cast<int>(kept.years.size()) == calendar.years;
  const int years = finished ? calendar.warm_up_years + calendar.years : kept.state ? kept.state->next.year : 0;
  for (const YearRecord& record : kept.years) sink(record);
  for (int year = 0; year < years; ++year) {
    if (hooks.year_done) hooks.year_done();
  }
  if (finished) return {};
  const Recorder::Sink keep = [&](const YearRecord& record) {
    plan.checkpoints->put_year(number, record);
    sink(record);
  };
  kept.years.clear();
  Simulation simulation =
      kept.state ? Simulation(conditions, std::move(*kept.state), keep, hooks) : Simulation(conditions, keep, hooks);
  try {
    run_on(simulation, calendar, plan, number);
  } catch (const Cancelled&) {
    plan.checkpoints->put_state(number, simulation.snapshot());
    throw;
  }
  return simulation.count();
}

}  // namespace districtsim
