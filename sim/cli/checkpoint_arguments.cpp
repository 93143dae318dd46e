#include "sim/cli/checkpoint_arguments.hpp"

#include "sim/cli/arguments.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/sha256.hpp"

namespace districtsim {

namespace {

/// What must be equal for a run to go on where another one was stopped.
CheckpointIdentity checkpoint_identity(const Scenario& scenario, const RunPlan& plan) {
  return {{"scenario", scenario.name},
          {"scenario_sha256", sha256_hex(scenario.resolved_text)},
          {"input_hash", scenario.input_hash},
          {"seed", std::to_string(plan.seed)},
          {"parameters", plan.parameters == ParameterUse::held ? "held" : "drawn"},
          {"program_version", build_info().version},
          {"sources_sha256", build_info().sources}};
}

}  // namespace

void add_checkpoints(CLI::App& command, CheckpointOptions& options) {
  add_number(
      command, "--checkpoint-every", options.weeks, 1, 100'000,
      "Keep the state every so many weeks of instruction (a school year has 36), so that a killed run can go on");
  command.add_flag("--resume", options.resume,
                   "Go on where a run with checkpoints was killed or stopped; begin if there is none");
}

std::unique_ptr<CheckpointFolder> open_checkpoints(const CheckpointOptions& options, const std::string& output,
                                                   const Scenario& scenario, RunPlan& plan, const Console& console) {
  if (!options.wanted()) return nullptr;
  using Begin = CheckpointFolder::Begin;
  auto folder = std::make_unique<CheckpointFolder>(output + ".checkpoint", checkpoint_identity(scenario, plan),
                                                   options.resume ? Begin::where_it_was : Begin::anew);
  if (options.resume && !folder->found()) console.say("nothing to go on from: the run begins");
  plan.checkpoints = folder.get();
  if (options.weeks > 0) plan.checkpoint_weeks = options.weeks;
  return folder;
}

}  // namespace districtsim
