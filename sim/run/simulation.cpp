#include "sim/run/simulation.hpp"

#include <chrono>
#include <utility>

#include "sim/district/build_district.hpp"
#include "sim/district/invariants.hpp"
#include "sim/run/phase_table.hpp"

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
    } else {
      const auto before = std::chrono::steady_clock::now();
      phase.run(moment);
      (*hooks.phase_seconds)[own] += seconds_since(before);
    }
    if (hooks.phase_done) hooks.phase_done(own, moment.district);
  }
}

/// What is kept of support is kept of one year, warm-up or not.
void begin_ledgers(District& district) {
  district.support.clear();
  district.journal.clear();
}

}  // namespace

Simulation::Simulation(const Conditions& conditions, Recorder::Sink sink, RunHooks hooks)
    : conditions_(conditions), hooks_(std::move(hooks)), recorder_(conditions, std::move(sink)) {
  const auto before = std::chrono::steady_clock::now();
  district_ = build_district(conditions);
  count_.build_seconds = seconds_since(before);
}

Simulation::Simulation(const Conditions& conditions, Snapshot from, Recorder::Sink sink, RunHooks hooks)
    : conditions_(conditions),
      hooks_(std::move(hooks)),
      next_(from.next),
      district_(std::move(from.district)),
      recorder_(conditions, std::move(sink), std::move(from.recorded)) {}

CalendarPoint Simulation::end() const {
  const CalendarPlan& calendar = conditions_.scenario.calendar;
  return {calendar.warm_up_years + calendar.years, 0};
}

void Simulation::advance_to(CalendarPoint point) {
  const int weeks = conditions_.scenario.calendar.weeks_per_year;
  while (next_ < point) {
    if (next_.week == 0) begin_year();
    const int last = next_.year < point.year ? weeks : point.week;
    for (; next_.week < last; ++next_.week) step_week();
    if (next_.week == weeks) end_year();
  }
}

void Simulation::begin_year() {
  if (hooks_.cancel != nullptr && hooks_.cancel->load(std::memory_order_relaxed)) throw Cancelled();
  const SchoolYear year = school_year(conditions_.scenario.calendar, next_.year);
  begin_ledgers(district_);
  run_phases(Cadence::before_year, {conditions_, district_, {}, year}, hooks_);
  if (year.number >= 1) recorder_.begin_year(year.number, district_);
}

void Simulation::step_week() {
  const CalendarPlan& calendar = conditions_.scenario.calendar;
  const SchoolYear year = school_year(calendar, next_.year);
  if (next_.week > 0 && hooks_.cancel != nullptr && hooks_.cancel->load(std::memory_order_relaxed)) throw Cancelled();
  run_phases(Cadence::weekly, {conditions_, district_, week_at(calendar, next_.year, next_.week), year}, hooks_);
  if (year.number >= 1) recorder_.observe_week(next_.week, district_);
  count_.teacher_weeks += static_cast<std::int64_t>(district_.teachers.size());
}

void Simulation::end_year() {
  const SchoolYear year = school_year(conditions_.scenario.calendar, next_.year);
  check_invariants(conditions_, district_);
  if (year.number >= 1) recorder_.observe_staff(district_);
  run_phases(Cadence::after_year, {conditions_, district_, {}, year}, hooks_);
  if (year.number >= 1) recorder_.end_year(district_);
  next_ = {next_.year + 1, 0};
  if (hooks_.year_done) hooks_.year_done();
}

}  // namespace districtsim
