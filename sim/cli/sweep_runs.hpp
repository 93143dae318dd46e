#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/sweep_plan.hpp"
#include "sim/record/provenance.hpp"
#include "sim/run/sweep.hpp"

namespace districtsim {

/// The runs of a plan, for the loop. The plan must outlive it.
[[nodiscard]] SweepSource source_of(const SweepPlan& plan);

/// Writes sweep.h5, sweep.csv and results.csv into the folder of a sweep whose runs all have a record, and returns the
/// digest of sweep.h5. Memory does not grow with rows.
[[nodiscard]] std::string consolidate(const SweepPlan& plan, const RunStore& store, const RunTable& table,
                                      const std::filesystem::path& folder, Provenance provenance);

/// Numbers as people write them: "1, 4 to 7, 9 and 12 more".
[[nodiscard]] std::string row_list(const std::vector<std::size_t>& rows);

/// How many shards the logs of a store are of, by their names; 1 if they are of none.
[[nodiscard]] std::size_t shards_of(const RunStore& store);

/// "rows 1 and 6 are missing, of shard 1 of 5"; shards are named where there are several.
[[nodiscard]] std::string missing_text(const std::vector<std::size_t>& rows, std::size_t shards);

}  // namespace districtsim
