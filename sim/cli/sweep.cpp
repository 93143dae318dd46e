#include <fmt/format.h>

#include <chrono>
#include <memory>

#include "analysis/design_files.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/ranks.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_ranks.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/cli/sweep_slurm.hpp"
#include "sim/cli/sweep_words.hpp"
#include "sim/core/parallel.hpp"

namespace districtsim {

namespace {

constexpr const char* sweep_examples = R"(
Examples:
  districtsim sweep design.yaml --dry-run
  districtsim sweep design.yaml -o screening
  districtsim sweep design.yaml -o screening --resume
  districtsim sweep design.yaml -o screening --shard 2/5
  districtsim sweep design.yaml -o screening --slurm > sweep.slurm
  mpirun -n 8 districtsim sweep design.yaml -o screening

Finished runs are kept in DIR/store, also when the sweep is stopped or killed; --resume goes on, also with a larger
design. Shards may share a folder or have one each; districtsim merge puts them together. Started by mpirun, each rank
is a shard. More about clusters: scenarios/cluster/README.md.
Exit code 5: some rows could not be run, they are named.)";

struct SweepOptions {
  std::string design = {};
  std::string output = {};
  std::string shard = {};
  std::string slurm = {};  ///< number of shards, or "" for one that fits
  bool for_slurm = false;
  int threads = 0;
  bool resume = false;
  bool dry_run = false;
  bool json = false;
};

constexpr std::size_t most_failed_said = 10;
constexpr std::size_t most_failed_listed = 1000;

std::string resume_words(const SweepOptions& options) {
  std::string words = fmt::format("districtsim sweep {} -o {} --resume", options.design, options.output);
  return options.shard.empty() ? words : words + " --shard " + options.shard;
}

/// Refuses a folder that is not for this sweep, before anything is written.
void check_folder(const SweepOptions& options, const SweepPlan& plan) {
  switch (folder_state(options.output)) {
    case FolderState::empty:
      return;
    case FolderState::other:
      throw Failure(ExitCode::usage,
                    "sweep: " + options.output + " is there and holds something else; name a new folder");
    case FolderState::sweep:
      break;
  }
  if (!options.resume && options.shard.empty()) {
    throw Failure(ExitCode::usage,
                  "sweep: " + options.output + " holds a sweep; go on with --resume, or name a new folder");
  }
  const std::string why = why_another_sweep(options.output, plan);
  if (why.empty()) return;
  throw Failure(ExitCode::invalid_scenario,
                options.design + ": is another sweep than that in " + options.output + ": " + why);
}

ExitCode carry_out_dry_run(const SweepOptions& options, const Shard& shard, const SweepPlan& plan,
                           const Console& console) {
  if (!options.output.empty() && folder_state(options.output) == FolderState::sweep) {
    const std::string why = why_another_sweep(options.output, plan);
    if (!why.empty()) console.warn(options.output + " holds another sweep: " + why);
  }
  const RunStore store(options.output.empty() ? "" : store_of(options.output));
  const SweepSource source = source_of(plan);
  const std::size_t inputs = design_files(options.design).size();
  with_threads(options.threads, [&] {
    const SweepOutlook outlook = sweep_outlook(source, store, shard);
    const SweepNeeds needs = sweep_needs(plan, outlook, threads_in_use(), inputs);
    console.print(options.json ? json_line(outlook_json(plan, outlook, needs)) : outlook_text(plan, outlook, needs));
  });
  return ExitCode::ok;
}

/// The rank of this process where a launcher started several of a sweep.
std::optional<Rank> rank_of(const SweepOptions& options) {
  if (options.dry_run || options.for_slurm) return std::nullopt;
  const std::optional<Rank> rank = rank_of_launcher();
  if (rank && !options.shard.empty()) {
    throw Failure(ExitCode::usage,
                  "sweep: --shard does not go with a launcher of several processes (mpirun), which "
                  "divides the sweep itself");
  }
  return rank;
}

Shard shard_of(const SweepOptions& options, const std::optional<Rank>& rank) {
  if (rank) return {rank->rank, rank->size};
  return options.shard.empty() ? Shard{} : shard_in(options.shard);
}

[[noreturn]] void stop(const SweepOptions& options, const RunStore& store) {
  store.flush();
  throw Failure(ExitCode::interrupted, fmt::format("stopped; {} finished runs are kept. To go on:\n  {}", store.runs(),
                                                   resume_words(options)));
}

/// Runs what is missing of the shard. Throws Failure(interrupted), saying how to go on, when told to stop.
ShardOutcome run_with_progress(const SweepOptions& options, const Shard& shard, const SweepSource& source,
                               RunStore& store, const Console& console) {
  const Interruption interruption;
  Progress progress(console, "runs", shard.rows_of(source.shape.rows) * source.shape.arms * source.shape.replicates);
  const std::size_t before = store.runs();
  try {
    ShardOutcome outcome =
        run_shard(source, store, shard,
                  {interruption.flag(), [&progress] { progress.step(); }, [&progress] { progress.skip(); }});
    if (interruption.flag()->load()) throw Cancelled();
    return outcome;
  } catch (const Cancelled&) {
    store.flush();
    throw Failure(ExitCode::interrupted,
                  fmt::format("stopped; {} finished runs are kept, {} of them new. To go on:\n  {}", store.runs(),
                              store.runs() - before, resume_words(options)));
  }
}

nlohmann::json as_json(const SweepOptions& options, const Shard& shard, const SweepPlan& plan,
                       const SweepCount& count) {
  const SweepSize size = plan.size();
  return {{"output", options.output},
          {"design", plan.design().name},
          {"rows", size.rows},
          {"scenarios", size.arms},
          {"replicates", size.replicates},
          {"years", plan.years()},
          {"runs", size.runs},
          {"ran", count.ran},
          {"there", count.there},
          {"shard", shard.index},
          {"shards", shard.count},
          {"digest", nullptr}};
}

ExitCode carry_out_sweep(const SweepOptions& options, const Request& request) {
  const Console& console = request.console;
  const std::optional<Rank> rank = rank_of(options);
  if (rank && !rank->talks()) return sweep_as_rank(options.design, options.output, *rank, options.threads);
  const Shard shard = shard_of(options, rank);
  if (options.output.empty() && !options.dry_run) throw Failure(ExitCode::usage, "sweep: -o DIR is missing");
  const SweepPlan plan(options.design);
  if (options.for_slurm) {
    console.print(slurm_job_for(plan, {request.words.front(), options.design, options.output, options.slurm}, console));
    return ExitCode::ok;
  }
  if (options.dry_run) return carry_out_dry_run(options, shard, plan, console);
  check_folder(options, plan);
  fill_sweep_folder(options.output, options.design, plan);
  if (files_outside(options.output) > 0) {
    console.warn("the design reads files by absolute paths, so " + options.output +
                 " cannot be moved to another machine");
  }
  const auto start = std::chrono::steady_clock::now();
  RunStore store(store_of(options.output), shard.log_name());
  for (const LogDamage& damage : store.damage()) {
    console.warn(fmt::format("{}: {} bytes from byte {} on are broken; their runs are done again", damage.file.string(),
                             damage.bytes, damage.offset));
  }
  console.say(size_text(plan));
  const SweepSource source = source_of(plan);
  ShardOutcome outcome;
  nlohmann::json object;
  with_threads(rank ? threads_of_rank(*rank, options.threads) : options.threads, [&] {
    outcome = run_with_progress(options, shard, source, store, console);
    if (rank && !gather_ranks(options.design, options.output, *rank, source, store, outcome)) stop(options, store);
    object = as_json(options, shard, plan, outcome.count);
    object["threads"] = threads_in_use();
  });
  object["run_seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const std::vector<std::size_t> missing = missing_rows(outcome.table, rank ? Shard{} : shard);
  const bool whole = (rank || shard.count == 1) && missing.empty();
  if (whole) {
    Provenance provenance = provenance_here();
    provenance.command_line = as_command_line(request.words);
    object["digest"] = consolidate(plan, store, outcome.table, options.output, std::move(provenance));
  }
  object["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const std::vector<std::size_t> rows = failed_rows(outcome.table);
  const std::vector<FailedRun> failed = failed_runs(outcome.table, store, most_failed_listed);
  object["failed_rows"] = rows;
  object["failed"] = failed_json(plan, failed);
  console.say(fmt::format("{} runs in {:.1f} s, {} more were there", outcome.count.ran, object["seconds"].get<double>(),
                          outcome.count.there));
  if (shard.count > 1 && !rank) {
    console.say(fmt::format("shard {} of {} is done; when all are: districtsim merge {} -o {}", shard.index,
                            shard.count, options.output, options.output));
  }
  if (options.json) {
    console.print(json_line(object));
  } else if (whole) {
    console.print(fmt::format("digest {}\n", object["digest"].get<std::string>()));
  }
  if (!missing.empty()) console.complain(missing_text(missing, shard.count));
  if (rows.empty()) return missing.empty() ? ExitCode::ok : ExitCode::partial_sweep;
  console.complain(failed_text(
      plan, rows,
      {failed.begin(), failed.begin() + static_cast<std::ptrdiff_t>(std::min(most_failed_said, failed.size()))}));
  return ExitCode::partial_sweep;
}

/// `--slurm` or `--slurm N`.
void take_slurm(const std::vector<std::string>& words, SweepOptions& options) {
  options.for_slurm = true;
  if (words.empty() || words.front().empty()) return;
  options.slurm = std::to_string(whole_number("--slurm", words.front(), 1, 1'000'000));
}

}  // namespace

void add_sweep(CLI::App& program, Request& request) {
  auto options = std::make_shared<SweepOptions>();
  CLI::App& command = *program.add_subcommand("sweep", "Run every row of a design of experiments, on all processors");
  command.footer(sweep_examples);
  command.add_option("design", options->design, "Design file with a base scenario")
      ->type_name("DESIGN.yaml")
      ->required();
  command.add_option("-o,--output", options->output, "Folder of the sweep")->type_name("DIR");
  command.add_flag("--resume", options->resume, "Go on with the sweep in DIR; nothing that is there is run again");
  command.add_flag("--dry-run", options->dry_run,
                   "Say what would be run, how long it takes, and which rows are infeasible; write nothing");
  command.add_option("--shard", options->shard, "Run only part i of n, numbered 0 to n-1")->type_name("i/n");
  command
      .add_option_function<std::vector<std::string>>(
          "--slurm", [options](const std::vector<std::string>& words) { take_slurm(words, *options); },
          "Print a job file for Slurm, of N shards, that does what is missing; run nothing")
      ->type_name("[N]")
      ->expected(0, 1);
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_sweep(*options, request); }; });
}

}  // namespace districtsim
