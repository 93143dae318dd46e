#include <fmt/format.h>

#include <chrono>
#include <memory>

#include "analysis/design_files.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_runs.hpp"
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

Finished runs are kept in DIR/store, also when the sweep is stopped or killed; --resume goes on, also with a larger
design. Shards may share a folder or have one each; districtsim merge puts them together.
Exit code 5: some rows could not be run, they are named.)";

struct SweepOptions {
  std::string design = {};
  std::string output = {};
  std::string shard = {};
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

/// Runs what is missing of the shard. Throws Failure(interrupted), saying how to go on, when told to stop.
ShardOutcome run_with_progress(const SweepOptions& options, const Shard& shard, const SweepSource& source,
                               RunStore& store, const Console& console) {
  const Interruption interruption;
  Progress progress(console, "runs", shard.rows_of(source.shape.rows) * source.shape.arms * source.shape.replicates);
  const std::size_t before = store.runs();
  try {
    ShardOutcome outcome = run_shard(source, store, shard, {interruption.flag(), [&progress] { progress.step(); }});
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
  const Shard shard = options.shard.empty() ? Shard{} : shard_in(options.shard);
  if (options.output.empty() && !options.dry_run) throw Failure(ExitCode::usage, "sweep: -o DIR is missing");
  const SweepPlan plan(options.design);
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
  with_threads(options.threads, [&] {
    outcome = run_with_progress(options, shard, source, store, console);
    object = as_json(options, shard, plan, outcome.count);
    object["threads"] = threads_in_use();
  });
  object["run_seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (shard.count == 1) {
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
  if (shard.count > 1) {
    console.say(fmt::format("shard {} of {} is done; when all are: districtsim merge {} -o {}", shard.index,
                            shard.count, options.output, options.output));
  }
  if (options.json) {
    console.print(json_line(object));
  } else if (shard.count == 1) {
    console.print(fmt::format("digest {}\n", object["digest"].get<std::string>()));
  }
  if (rows.empty()) return ExitCode::ok;
  console.complain(failed_text(
      plan, rows,
      {failed.begin(), failed.begin() + static_cast<std::ptrdiff_t>(std::min(most_failed_said, failed.size()))}));
  return ExitCode::partial_sweep;
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
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_sweep(*options, request); }; });
}

}  // namespace districtsim
