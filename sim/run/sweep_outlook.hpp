#pragma once

#include <string>
#include <vector>

#include "sim/run/sweep.hpp"

namespace districtsim {

/// A row and arm that cannot be run.
struct InfeasibleRow {
  std::size_t row = 0;
  std::size_t arm = 0;
  std::string message;
};

/// What a shard would do, without doing it. Rows are read as for running; nothing is simulated but one run.
struct SweepOutlook {
  std::size_t there = 0;  ///< runs that need nothing: in the store, or equal to another run of the sweep
  std::size_t to_do = 0;  ///< runs that need a record, infeasible rows not among them
  std::vector<InfeasibleRow> infeasible = {};
  double seconds_of_run = 0.0;  ///< of the first run there is to do, on one thread; 0 if there is none
};
[[nodiscard]] SweepOutlook sweep_outlook(const SweepSource& source, const RunStore& store, const Shard& shard);

}  // namespace districtsim
