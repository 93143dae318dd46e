#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/run/simulation.hpp"

namespace districtsim {

/// One phase of a step, where two runs can be compared.
struct PhaseOfStep {
  std::size_t phase = 0;  ///< row of phase_table()
  std::size_t call = 0;   ///< phases of the step before it
};

/// Two runs that go on side by side, a week at a time.
class LockStep {
 public:
  using Sinks = std::array<Recorder::Sink, 2>;
  /// Calendars must be equal. The conditions must outlive it.
  LockStep(const Conditions& first, const Conditions& second, Sinks sinks, const RunHooks& hooks = {});

  [[nodiscard]] bool at_end() const { return runs_[0].next() == runs_[0].end(); }
  [[nodiscard]] CalendarPoint next() const { return runs_[0].next(); }
  [[nodiscard]] const District& district(std::size_t run) const { return runs_.at(run).district(); }

  /// The next week of both, with what comes before the first and after the last of a year. Throws Cancelled.
  void step();

  /// Whether step() keeps where it began, for first_difference(); it does until told not to.
  void keep_beginnings(bool keep) { keeps_ = keep; }
  [[nodiscard]] CalendarPoint began() const { return began_.at(0).next; }

  /// Does the last step again, phase by phase: the first phase after which `digest` of the two states differs, and
  /// both states then. The step must have led from equal to different digests.
  struct Parting {
    PhaseOfStep at = {};
    std::array<District, 2> states = {};
  };
  using Digest = std::function<std::string(std::size_t run, PhaseOfStep, const District&)>;
  [[nodiscard]] Parting first_difference(const Digest& digest) const;

 private:
  using Visit = std::function<void(PhaseOfStep, const District&)>;
  void again(std::size_t run, const Visit& visit) const;

  std::array<const Conditions*, 2> conditions_;
  std::array<Simulation, 2> runs_;
  std::array<Snapshot, 2> began_ = {};
  bool keeps_ = true;
};

}  // namespace districtsim
