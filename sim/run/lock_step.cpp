#include "sim/run/lock_step.hpp"

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

/// After the week that comes next, and the summer after a year's last one.
CalendarPoint a_week_on(CalendarPoint now, const CalendarPlan& calendar) {
  return now.week + 1 < calendar.weeks_per_year ? CalendarPoint{now.year, now.week + 1}
                                                : CalendarPoint{now.year + 1, 0};
}

}  // namespace

LockStep::LockStep(const Conditions& first, const Conditions& second, Sinks sinks, const RunHooks& hooks)
    : conditions_{&first, &second},
      runs_{Simulation(first, std::move(sinks[0]), hooks), Simulation(second, std::move(sinks[1]), hooks)} {
  promise(first.scenario.calendar == second.scenario.calendar, "runs side by side have one calendar");
}

void LockStep::step() {
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    if (keeps_) began_[run] = runs_[run].snapshot();
  }
  const CalendarPoint end = a_week_on(next(), conditions_[0]->scenario.calendar);
  for (Simulation& run : runs_) run.advance_to(end);
}

void LockStep::again(std::size_t run, const Visit& visit) const {
  RunHooks hooks;
  std::size_t call = 0;
  hooks.phase_done = [&](std::size_t phase, const District& district) { visit({phase, call++}, district); };
  const Conditions& conditions = *conditions_.at(run);
  Simulation simulation(
      conditions, began_.at(run), [](const YearRecord&) {}, hooks);
  simulation.advance_to(a_week_on(began_.at(run).next, conditions.scenario.calendar));
}

LockStep::Parting LockStep::first_difference(const Digest& digest) const {
  std::vector<std::string> of_first;
  again(0, [&](PhaseOfStep at, const District& district) { of_first.push_back(digest(0, at, district)); });
  Parting parting;
  bool found = false;
  again(1, [&](PhaseOfStep at, const District& district) {
    if (found || digest(1, at, district) == of_first.at(at.call)) return;
    found = true;
    parting.at = at;
    parting.states[1] = district;
  });
  promise(found, "a step that leads to different states has a phase that does");
  again(0, [&](PhaseOfStep at, const District& district) {
    if (at.call == parting.at.call) parting.states[0] = district;
  });
  return parting;
}

}  // namespace districtsim
