#pragma once

#include <string>

#include "sim/cli/ranks.hpp"
#include "sim/core/failure.hpp"
#include "sim/run/sweep.hpp"

namespace districtsim {

/// Threads of a rank: those that were asked for, or its part of the machine's.
[[nodiscard]] int threads_of_rank(const Rank& rank, int asked);

/// A sweep in the process of a rank other than 0: waits for the folder that rank 0 makes, runs its shard, says nothing.
/// Its failed runs are rank 0's to tell, so they are no failure here: a launcher ends all ranks when one fails.
[[nodiscard]] ExitCode sweep_as_rank(const std::string& design, const std::string& folder, const Rank& rank,
                                     int threads);

/// Rank 0, its own shard done: waits for the other ranks, then finds the runs of all in the store. False if it was told
/// to stop meanwhile.
[[nodiscard]] bool gather_ranks(const std::string& design, const std::string& folder, const Rank& rank,
                                const SweepSource& source, RunStore& store, ShardOutcome& outcome);

}  // namespace districtsim
