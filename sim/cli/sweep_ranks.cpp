#include "sim/cli/sweep_ranks.hpp"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "analysis/design_files.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/parallel.hpp"
#include "sim/scenario/scenario_files.hpp"

namespace districtsim {

namespace {

using namespace std::chrono_literals;

/// Tells a sweep from any other: equal programs and equal input files.
std::string name_of_work(const std::string& design) {
  return std::string(build_info().sources) + "\n" + hash_of_files(design_files(design)) + "\n";
}

/// Until the folder holds a sweep. Throws Cancelled when told to stop.
void wait_for_folder(const std::string& folder, const std::atomic<bool>& cancel) {
  while (folder_state(folder) != FolderState::sweep) {
    if (cancel.load()) throw Cancelled();
    std::this_thread::sleep_for(20ms);
  }
}

void run_shard_of_rank(const std::string& design, const std::string& folder, const Rank& rank, int threads) {
  const Interruption interruption;
  wait_for_folder(folder, *interruption.flag());
  const SweepPlan plan(design);
  const std::string why = why_another_sweep(folder, plan);
  if (!why.empty()) throw Failure(ExitCode::invalid_scenario, design + ": is another sweep: " + why);
  const Shard shard{rank.rank, rank.size};
  RunStore store(store_of(folder), shard.log_name());
  const SweepSource source = source_of(plan);
  with_threads(threads_of_rank(rank, threads), [&] {
    static_cast<void>(run_shard(source, store, shard, {interruption.flag(), {}}));
    if (interruption.flag()->load()) throw Cancelled();
  });
  store.flush();
  RankMarks(folder, rank, name_of_work(design)).set_own();
}

}  // namespace

int threads_of_rank(const Rank& rank, int asked) { return asked > 0 ? asked : threads_of(rank); }

ExitCode sweep_as_rank(const std::string& design, const std::string& folder, const Rank& rank, int threads) {
  try {
    run_shard_of_rank(design, folder, rank, threads);
    return ExitCode::ok;
  } catch (const Cancelled&) {
    return ExitCode::interrupted;
  } catch (const Failure& failure) {
    // Rank 0 mostly meets the same and says it; the launcher ends this process meanwhile.
    std::this_thread::sleep_for(5s);
    throw Failure(failure.code(), fmt::format("rank {} of {}: {}", rank.rank, rank.size, failure.what()));
  }
}

bool gather_ranks(const std::string& design, const std::string& folder, const Rank& rank, const SweepSource& source,
                  RunStore& store, ShardOutcome& outcome) {
  const std::size_t before = store.runs() - outcome.count.ran;
  const RankMarks marks(folder, rank, name_of_work(design));
  marks.set_own();
  const Interruption interruption;
  if (!marks.wait_for_all(*interruption.flag())) return false;
  store.refresh();
  outcome.table = find_runs(source, store);
  outcome.count.ran = store.runs() - before;
  outcome.count.there = source.shape.runs() - missing_rows(outcome.table).size() - outcome.count.ran;
  marks.remove_all();
  return true;
}

}  // namespace districtsim
