#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "sim/cli/console.hpp"
#include "sim/run/replicates.hpp"

namespace districtsim {

/// How a long run keeps what it has done.
struct CheckpointOptions {
  int weeks = 0;  ///< of instruction from one state to the next; 0: not said
  bool resume = false;

  [[nodiscard]] bool wanted() const { return weeks > 0 || resume; }
};

/// `--checkpoint-every N` and `--resume`.
void add_checkpoints(CLI::App& command, CheckpointOptions& options);

/// The folder OUTPUT.checkpoint, put into the plan; null where none is wanted. Failure(usage) where it is of another
/// run or, without --resume, there already.
[[nodiscard]] std::unique_ptr<CheckpointFolder> open_checkpoints(const CheckpointOptions& options,
                                                                 const std::string& output, const Scenario& scenario,
                                                                 RunPlan& plan, const Console& console);

}  // namespace districtsim
