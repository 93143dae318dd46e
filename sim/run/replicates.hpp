#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/record/checkpoint_folder.hpp"
#include "sim/record/run_place.hpp"
#include "sim/run/branch.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim {

/// Whether runs may go on at once. One after the other, each uses all threads and records come in order: less memory.
enum class RunOrder { at_once, one_by_one };

/// How often and with which luck scenarios are run.
struct RunPlan {
  std::uint64_t seed = 1;
  int replicates = 1;
  int first_replicate = 0;  ///< replicates are numbered first_replicate, first_replicate + 1, ...
  ParameterUse parameters = ParameterUse::drawn;
  RunOrder order = RunOrder::at_once;
  /// Where given, scenario 0 runs from the start and every other one continues from its state at this point, under its
  /// own rules; the years before are scenario 0's and given to the sink for every scenario.
  std::optional<BranchPoint> branch = {};
  /// Where given, for plans of one scenario without a branch: what was done is kept there and taken from there.
  CheckpointFolder* checkpoints = nullptr;
  int checkpoint_weeks = 36;  ///< weeks of instruction from one state to the next, at least 1
};

/// Conditions of replicate number `replicate` within a plan, from 0.
[[nodiscard]] Conditions conditions_in(const Scenario& scenario, const RunPlan& plan, std::size_t replicate);

/// Takes the years of all runs: called from several threads at once, for one place year by year. A record is gone after
/// the call.
using PlacedSink = std::function<void(RunPlace, const YearRecord&)>;

/// Runs every replicate of every scenario, on the threads of the caller's with_threads. Replicate r has the same luck
/// and parameters in every scenario. Results do not depend on threads or order. `hooks.year_done` counts simulated
/// years over all runs: scenarios x replicates x (warm-up + recorded), those that a branch shares counted for each.
/// Throws Failure(invalid_scenario) where scenarios cannot share a branch (check_branch).
RunCount run_replicates(const std::vector<const Scenario*>& scenarios, const RunPlan& plan, const PlacedSink& sink,
                        const RunHooks& hooks = {});

}  // namespace districtsim
