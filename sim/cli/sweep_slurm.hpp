#pragma once

#include <string>

#include "analysis/sweep_plan.hpp"
#include "sim/cli/console.hpp"

namespace districtsim {

/// A sweep as a command line names it.
struct SlurmWords {
  std::string program = {};
  std::string design = {};
  std::string folder = {};
  std::string shards = {};  ///< a number; "" for one that fits the sweep
};

/// A job file for Slurm with those shards in its array that lack a run in the folder; messages say how many.
/// Failure(usage) for more shards than the site's MaxArraySize.
[[nodiscard]] std::string slurm_job_for(const SweepPlan& plan, const SlurmWords& words, const Console& console);

}  // namespace districtsim
