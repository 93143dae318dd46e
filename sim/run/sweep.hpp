#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/run/run_store.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim {

/// Size of a sweep. Runs are numbered with replicates fastest, then arms (the base and its alternatives), then rows.
struct SweepShape {
  std::size_t rows = 0;
  std::size_t arms = 1;
  std::size_t replicates = 1;

  [[nodiscard]] std::size_t runs() const { return rows * arms * replicates; }
  [[nodiscard]] std::size_t run(std::size_t row, std::size_t arm, std::size_t replicate) const {
    return (row * arms + arm) * replicates + replicate;
  }
};

/// The part of a sweep that one process does: rows whose number leaves `index` when divided by `count`, so that a row
/// stays where it is when a design is extended.
struct Shard {
  std::size_t index = 0;
  std::size_t count = 1;

  [[nodiscard]] bool has(std::size_t row) const { return row % count == index; }
  /// How many of `rows` rows it has.
  [[nodiscard]] std::size_t rows_of(std::size_t rows) const { return rows / count + (rows % count > index ? 1 : 0); }
  /// Name of its log in a store: "2-of-5".
  [[nodiscard]] std::string log_name() const;
  friend bool operator==(const Shard&, const Shard&) = default;
};

/// The runs of a sweep, told by whoever planned it. All are called from several threads.
struct SweepSource {
  SweepShape shape = {};
  std::uint64_t seed = 1;
  ParameterUse parameters = ParameterUse::held;
  /// The scenario of a row and arm. Throws Failure where the row cannot be run.
  std::function<Scenario(std::size_t row, std::size_t arm)> scenario;
  /// Number of the engine's replicate.
  std::function<std::uint32_t(std::size_t row, std::size_t replicate)> luck;
  /// A text that tells a row and arm from others, for those that have no scenario.
  std::function<std::string(std::size_t row, std::size_t arm)> inputs;
  /// The stored values of a year.
  std::function<std::vector<double>(const Scenario&, const YearRecord&)> measure;
};

/// What a sweep may be told and may tell; all optional.
struct SweepHooks {
  const std::atomic<bool>* cancel = nullptr;  ///< looked at every week
  std::function<void()> run_done = {};        ///< after each new run, from any thread
  std::function<void()> run_found = {};       ///< for each run that needs none, from any thread
};

/// Where every run of a sweep is, by SweepShape::run; nothing for runs that are missing.
struct RunTable {
  SweepShape shape = {};
  std::vector<std::optional<StoredRun>> runs = {};
};

/// What a sweep did.
struct SweepCount {
  std::size_t ran = 0;     ///< new records, failed ones included
  std::size_t failed = 0;  ///< of them, runs that cannot be made
  std::size_t there = 0;   ///< runs that needed none: finished before, or equal to another run of the sweep
};

/// Runs what the store lacks of a shard, on the threads of the caller's with_threads, each run on one thread, and keeps
/// it in the store. Runs of equal content are run once. A Failure of a row or run is kept as a record. Throws Cancelled
/// when told to stop; what is finished stays.
struct ShardOutcome {
  SweepCount count = {};
  RunTable table = {};  ///< rows of other shards are missing
};
[[nodiscard]] ShardOutcome run_shard(const SweepSource& source, RunStore& store, const Shard& shard,
                                     const SweepHooks& hooks = {});

/// Where the runs of a shard are now, by looking alone.
[[nodiscard]] RunTable find_runs(const SweepSource& source, const RunStore& store, const Shard& shard = {});

/// Rows of a shard that lack a run.
[[nodiscard]] std::vector<std::size_t> missing_rows(const RunTable& table, const Shard& shard = {});

/// A run that failed, and why.
struct FailedRun {
  std::size_t row = 0;
  std::size_t arm = 0;
  std::size_t replicate = 0;
  std::string message;
};
/// In order of runs; of a row and arm only the first, and at most `most` of them.
[[nodiscard]] std::vector<FailedRun> failed_runs(const RunTable& table, const RunStore& store, std::size_t most);
/// Rows with a run that failed.
[[nodiscard]] std::vector<std::size_t> failed_rows(const RunTable& table);

/// Simulates one run; never looks at a store. Failures become a record.
[[nodiscard]] RunRecord make_run(const SweepSource& source, const Scenario& scenario, const RunKey& key,
                                 std::uint32_t luck, const std::atomic<bool>* cancel = nullptr);

}  // namespace districtsim
