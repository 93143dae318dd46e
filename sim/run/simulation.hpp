#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/record/snapshot.hpp"

namespace districtsim {

/// Thrown out of a run that was asked to stop.
class Cancelled : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped before the end"; }
};

/// What a run may be told and may tell; all optional.
struct RunHooks {
  const std::atomic<bool>* cancel = nullptr;     ///< looked at before every week
  std::function<void()> year_done = {};          ///< after each simulated year, from any thread
  std::vector<double>* phase_seconds = nullptr;  ///< added up by phase, as in phase_table()
  std::function<void(std::size_t row, const District&)> phase_done = {};  ///< after each phase of phase_table()
};

struct RunCount {
  std::int64_t teacher_weeks = 0;  ///< teachers in post times instructional weeks, warm-up included
  double build_seconds = 0.0;      ///< of the time that passed, spent on building districts
};

/// One run that can be stopped between two weeks, looked at, copied and continued. The conditions must outlive it.
class Simulation {
 public:
  /// At the start: builds the district.
  Simulation(const Conditions& conditions, Recorder::Sink sink, RunHooks hooks = {});
  /// Continues where `from` was taken.
  Simulation(const Conditions& conditions, Snapshot from, Recorder::Sink sink, RunHooks hooks = {});

  /// Runs to `point`, each recorded year that ends on the way goes to the sink; does nothing if it is past it. Throws
  /// Cancelled (between two weeks, so that it can be continued), Failure (a reallocation that cannot be made),
  /// ContractViolation.
  void advance_to(CalendarPoint point);
  /// After the last summer.
  [[nodiscard]] CalendarPoint end() const;

  [[nodiscard]] CalendarPoint next() const { return next_; }
  [[nodiscard]] const District& district() const { return district_; }
  [[nodiscard]] Snapshot snapshot() const { return {next_, district_, recorder_.so_far()}; }
  /// Of what this object itself has simulated.
  [[nodiscard]] const RunCount& count() const { return count_; }

 private:
  void begin_year();
  void step_week();
  void end_year();

  const Conditions& conditions_;
  RunHooks hooks_;
  RunCount count_;
  CalendarPoint next_;
  District district_;
  Recorder recorder_;
};

}  // namespace districtsim
