#pragma once

#include <array>
#include <atomic>
#include <functional>

#include "sim/district/conditions.hpp"
#include "sim/record/recorder.hpp"

namespace districtsim {

/// Thrown out of a run that was asked to stop.
class Cancelled : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped before the end"; }
};

/// What a run may be told and may tell; all optional.
struct RunHooks {
  const std::atomic<bool>* cancel = nullptr;     ///< looked at every week
  std::function<void()> year_done;               ///< after each simulated year, from any thread
  std::vector<double>* phase_seconds = nullptr;  ///< added up by phase, in the order of phase_table()
};

struct RunCount {
  std::int64_t teacher_weeks = 0;  ///< teachers in post times instructional weeks, warm-up included
  double build_seconds = 0.0;      ///< of the time that passed, spent on building districts
};

/// One replicate of one scenario, from the start to the last summer; each recorded year goes to `sink`. A pure function
/// of the conditions. Throws Cancelled, Failure (a reallocation that cannot be made), ContractViolation.
RunCount simulate(const Conditions& conditions, const Recorder::Sink& sink, const RunHooks& hooks = {});

/// The conditions of a replicate. Parameters are drawn once for each replicate, the same for every scenario, unless
/// they are held at their values.
enum class ParameterUse { drawn, held };
[[nodiscard]] Conditions conditions_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replicate,
                                       ParameterUse use);

}  // namespace districtsim
