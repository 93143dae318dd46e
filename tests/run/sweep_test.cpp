#include "sim/run/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <set>

#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"
#include "tests/record/temporary_folder.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A plan of rows over a tiny district: each row coaches another number of hours; the base arm is the same in every
/// row.
class HandMadeSweep {
 public:
  explicit HandMadeSweep(std::size_t rows, std::size_t replicates = 2) : base_(small_scenario(2, 12)) {
    base_.calendar.years = 1;
    base_.calendar.warm_up_years = 0;
    source.shape = {rows, 2, replicates};
    source.seed = 7;
    source.scenario = [this](std::size_t row, std::size_t arm) { return scenario(row, arm); };
    source.luck = [](std::size_t, std::size_t replicate) { return static_cast<std::uint32_t>(replicate); };
    source.inputs = [](std::size_t row, std::size_t arm) { return std::to_string(row) + "/" + std::to_string(arm); };
    source.measure = [this](const Scenario&, const YearRecord& record) {
      const std::lock_guard<std::mutex> held(mutex_);
      ++years_measured;
      return std::vector<double>(record.yearly.begin(), record.yearly.begin() + 3);
    };
  }
  HandMadeSweep(const HandMadeSweep&) = delete;
  HandMadeSweep& operator=(const HandMadeSweep&) = delete;

  SweepSource source;
  std::set<std::size_t> infeasible;
  int years_measured = 0;

 private:
  [[nodiscard]] Scenario scenario(std::size_t row, std::size_t arm) const {
    if (infeasible.contains(row)) throw Failure(ExitCode::invalid_scenario, "row does not fit");
    Scenario own = base_;
    if (arm == 1) own.parameters.skill.gain_rate += 0.001 * static_cast<double>(row);
    own.resolved_text = "arm " + std::to_string(arm) + (arm == 1 ? " of row " + std::to_string(row) : "");
    return own;
  }

  Scenario base_;
  std::mutex mutex_;
};

std::vector<std::vector<double>> values_of(const RunTable& table, const RunStore& store) {
  std::vector<std::vector<double>> values;
  for (const std::optional<StoredRun>& run : table.runs) {
    values.push_back(run ? store.read(*run).values : std::vector<double>{});
  }
  return values;
}

TEST(Sweep, RunsEqualRunsOnceOnEveryNumberOfThreads) {
  std::vector<std::vector<std::vector<double>>> all;
  for (const int threads : {1, 2, 7}) {
    const TemporaryFolder folder;
    HandMadeSweep sweep(6);
    RunStore store(folder / "store", Shard{}.log_name());
    with_threads(threads, [&] {
      const ShardOutcome outcome = run_shard(sweep.source, store, {});
      EXPECT_EQ(outcome.count.ran, 6U * 2U + 2U) << "two replicates of six rows, and of the base once";
      EXPECT_EQ(outcome.count.there, 24U - 14U);
      EXPECT_THAT(missing_rows(outcome.table), ElementsAre());
      all.push_back(values_of(outcome.table, store));
      const ShardOutcome again = run_shard(sweep.source, store, {});
      EXPECT_EQ(again.count.ran, 0U);
      EXPECT_EQ(values_of(again.table, store), all.back());
      EXPECT_EQ(values_of(find_runs(sweep.source, store), store), all.back());
    });
    EXPECT_EQ(sweep.years_measured, 14);
  }
  EXPECT_EQ(all[0], all[1]);
  EXPECT_EQ(all[0], all[2]);
  EXPECT_EQ(all[0][0].size(), 3U);
}

TEST(Sweep, ShardsTogetherAreTheWhole) {
  const TemporaryFolder folder;
  HandMadeSweep sweep(7);
  RunStore whole(folder / "whole", Shard{}.log_name());
  const RunTable expected = run_shard(sweep.source, whole, {}).table;
  for (const std::size_t shard : {3U, 0U, 2U}) {
    RunStore own(folder / "parts", Shard{shard, 4}.log_name());
    const ShardOutcome outcome = run_shard(sweep.source, own, {shard, 4});
    EXPECT_THAT(missing_rows(outcome.table, {shard, 4}), ElementsAre());
  }
  RunStore parts(folder / "parts", Shard{1, 4}.log_name());
  EXPECT_THAT(missing_rows(find_runs(sweep.source, parts)), ElementsAre(1, 5)) << "rows 1 and 5 of 0 to 6 leave 1";
  static_cast<void>(run_shard(sweep.source, parts, {1, 4}));
  EXPECT_EQ(values_of(find_runs(sweep.source, parts), parts), values_of(expected, whole));
}

TEST(Sweep, MoreRowsAndReplicatesRunOnlyWhatIsNew) {
  const TemporaryFolder folder;
  HandMadeSweep small(3, 1);
  RunStore store(folder / "store", Shard{}.log_name());
  EXPECT_EQ(run_shard(small.source, store, {}).count.ran, 4U);
  HandMadeSweep larger(4, 2);
  EXPECT_EQ(run_shard(larger.source, store, {}).count.ran, 10U - 4U) << "4 rows and the base, 2 replicates each";
}

TEST(Sweep, KeepsRowsThatCannotBeRunAsRecordsAndGoesOn) {
  const TemporaryFolder folder;
  HandMadeSweep sweep(4, 3);
  sweep.infeasible = {1, 3};
  RunStore store(folder / "store", Shard{}.log_name());
  const ShardOutcome outcome = run_shard(sweep.source, store, {});
  EXPECT_EQ(outcome.count.failed, 4U) << "one record for each row and arm";
  EXPECT_THAT(missing_rows(outcome.table), ElementsAre());
  EXPECT_THAT(failed_rows(outcome.table), ElementsAre(1, 3));
  const std::vector<FailedRun> failed = failed_runs(outcome.table, store, 3);
  ASSERT_EQ(failed.size(), 3U);
  EXPECT_EQ(failed[1].row, 1U);
  EXPECT_EQ(failed[1].arm, 1U);
  EXPECT_THAT(failed[1].message, HasSubstr("row does not fit"));
}

TEST(Sweep, StopsWhenToldToAndKeepsWhatIsFinished) {
  const TemporaryFolder folder;
  HandMadeSweep sweep(30, 1);
  std::atomic<bool> cancel{false};
  std::atomic<int> done{0};
  {
    RunStore store(folder / "store", Shard{}.log_name());
    const auto stop_after_five = [&] {
      if (++done == 5) cancel = true;
    };
    EXPECT_THROW(static_cast<void>(run_shard(sweep.source, store, {}, {&cancel, stop_after_five})), Cancelled);
  }
  RunStore store(folder / "store", Shard{}.log_name());
  EXPECT_GE(store.runs(), 3U);
  EXPECT_LT(store.runs(), 31U);
  const std::size_t there = store.runs();
  EXPECT_EQ(run_shard(sweep.source, store, {}).count.ran, 31U - there);
}

TEST(RunKeys, DifferInEverythingThatARunDependsOn) {
  Scenario scenario = small_scenario(2, 12);
  scenario.resolved_text = "text";
  scenario.input_hash = "data";
  std::set<std::array<std::uint8_t, 32>> keys;
  const auto add = [&](const Scenario& own, std::uint64_t seed, ParameterUse use, std::uint32_t luck) {
    keys.insert(RunKeys(own, seed, use).of(luck).bytes);
  };
  add(scenario, 1, ParameterUse::held, 0);
  add(scenario, 1, ParameterUse::held, 0);
  EXPECT_EQ(keys.size(), 1U);
  add(scenario, 1, ParameterUse::held, 1);
  add(scenario, 2, ParameterUse::held, 0);
  add(scenario, 1, ParameterUse::drawn, 0);
  scenario.resolved_text = "tex";
  scenario.input_hash = "tdata";
  add(scenario, 1, ParameterUse::held, 0);
  scenario.resolved_text = "text";
  add(scenario, 1, ParameterUse::held, 0);
  EXPECT_EQ(keys.size(), 6U);
}

}  // namespace
}  // namespace districtsim
