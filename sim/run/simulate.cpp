#include "sim/run/simulate.hpp"

#include <chrono>

#include "sim/district/build_district.hpp"
#include "sim/district/invariants.hpp"
#include "sim/run/phase_table.hpp"
#include "sim/scenario/deflators.hpp"

namespace districtsim {

namespace {

SchoolYear school_year(const CalendarPlan& calendar, int index) {
  SchoolYear year;
  year.index = index;
  year.number = index - calendar.warm_up_years + 1;
  year.start = week_at(calendar, index, 0).index;
  year.summer = summer_index(calendar, index);
  return year;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void run_phases(Cadence cadence, const Moment& moment, const RunHooks& hooks) {
  std::size_t row = 0;
  for (const Phase& phase : phase_table()) {
    const std::size_t own = row++;
    if (phase.cadence != cadence) continue;
    if (hooks.phase_seconds == nullptr) {
      phase.run(moment);
      continue;
    }
    const auto before = std::chrono::steady_clock::now();
    phase.run(moment);
    (*hooks.phase_seconds)[own] += seconds_since(before);
  }
}

/// What is kept of support is kept of one year, warm-up or not.
void begin_ledgers(District& district) {
  district.support.clear();
  district.journal.clear();
}

}  // namespace

RunCount simulate(const Conditions& conditions, const Recorder::Sink& sink, const RunHooks& hooks) {
  const CalendarPlan& calendar = conditions.scenario.calendar;
  RunCount count;
  const auto before = std::chrono::steady_clock::now();
  District district = build_district(conditions);
  count.build_seconds = seconds_since(before);
  Recorder recorder(conditions, sink);
  for (int index = 0; index < calendar.warm_up_years + calendar.years; ++index) {
    const SchoolYear year = school_year(calendar, index);
    const bool recorded = year.number >= 1;
    begin_ledgers(district);
    run_phases(Cadence::before_year, {conditions, district, {}, year}, hooks);
    if (recorded) recorder.begin_year(year.number, district);
    for (int week = 0; week < calendar.weeks_per_year; ++week) {
      if (hooks.cancel != nullptr && hooks.cancel->load(std::memory_order_relaxed)) throw Cancelled();
      run_phases(Cadence::weekly, {conditions, district, week_at(calendar, index, week), year}, hooks);
      if (recorded) recorder.observe_week(week, district);
      count.teacher_weeks += static_cast<std::int64_t>(district.teachers.size());
    }
    check_invariants(conditions, district);
    if (recorded) recorder.observe_staff(district);
    run_phases(Cadence::after_year, {conditions, district, {}, year}, hooks);
    if (recorded) recorder.end_year(district);
    if (hooks.year_done) hooks.year_done();
  }
  return count;
}

Conditions conditions_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replicate, ParameterUse use) {
  Parameters parameters = use == ParameterUse::drawn
                              ? draw_parameters(scenario.parameters, scenario.parameters_set, seed, replicate)
                              : scenario.parameters;
  convert_dollars(scenario.context.price_year, scenario.parameters_set, parameters);
  return {scenario, parameters, Draws(seed, replicate)};
}

}  // namespace districtsim
