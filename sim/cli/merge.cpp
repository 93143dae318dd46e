#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/cli/sweep_words.hpp"
#include "sim/core/parallel.hpp"

namespace districtsim {

namespace {

constexpr const char* merge_examples = R"(
Examples:
  districtsim merge part0 part1 part2 -o whole
  districtsim merge screening -o screening        shards that share a folder

The result is that of a single process, bit for bit. Exit code 5: rows are missing or could not be run; they are named,
and what there is stays in DIR.)";

struct MergeOptions {
  std::vector<std::string> folders = {};
  std::string output = {};
  int threads = 0;
  bool json = false;
};

constexpr const char* merged_log = "merged";
constexpr std::size_t most_named = 10;

bool is_same_folder(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::error_code none;
  return std::filesystem::equivalent(a, b, none);
}

/// The folders whose runs are taken: those named, and the output where it is a sweep already.
std::vector<std::string> all_folders(const MergeOptions& options) {
  std::vector<std::string> folders = options.folders;
  for (const std::string& folder : folders) {
    if (folder_state(folder) == FolderState::sweep) continue;
    throw Failure(ExitCode::bad_input_data, folder + " is no folder of a sweep: it has no sweep.json");
  }
  const FolderState state = folder_state(options.output);
  if (state == FolderState::other) {
    throw Failure(ExitCode::usage,
                  "merge: " + options.output + " is there and holds something else; name a new folder");
  }
  const auto is_output = [&](const std::string& folder) { return is_same_folder(folder, options.output); };
  if (state == FolderState::sweep && std::none_of(folders.begin(), folders.end(), is_output)) {
    folders.push_back(options.output);
  }
  return folders;
}

/// The design with most runs; all others must be parts of it.
std::filesystem::path largest_design(const std::vector<std::string>& folders) {
  std::filesystem::path largest;
  std::size_t runs = 0;
  for (const std::string& folder : folders) {
    const std::filesystem::path design = design_of_folder(folder);
    const std::size_t own = SweepPlan(design).size().runs;
    if (largest.empty() || own > runs) {
      largest = design;
      runs = own;
    }
  }
  const SweepPlan plan(largest);
  for (const std::string& folder : folders) {
    const std::string why = why_another_sweep(folder, plan);
    if (why.empty()) continue;
    throw Failure(ExitCode::bad_input_data,
                  fmt::format("{} cannot be merged with {}: {}", folder, largest.string(), why));
  }
  return largest;
}

/// Copies what the output lacks; returns how many runs that are and what damage was left behind.
struct MergeCount {
  std::size_t copied = 0;
  std::size_t shards = 1;
};
MergeCount copy_runs(const std::vector<std::string>& folders, const std::string& output, RunStore& store,
                     const Console& console) {
  MergeCount count;
  count.shards = shards_of(store);
  for (const std::string& folder : folders) {
    if (is_same_folder(folder, output)) continue;
    RunStore part(store_of(folder));
    for (const LogDamage& damage : part.damage()) {
      console.warn(fmt::format("{}: {} bytes from byte {} on are broken and left out", damage.file.string(),
                               damage.bytes, damage.offset));
    }
    count.shards = std::max(count.shards, shards_of(part));
    count.copied += store.take_from(part);
  }
  store.flush();
  return count;
}

/// The store of the output; with a log to write to only if there is anything to copy.
std::unique_ptr<RunStore> output_store(const std::vector<std::string>& folders, const std::string& output) {
  const auto is_output = [&](const std::string& folder) { return is_same_folder(folder, output); };
  if (std::all_of(folders.begin(), folders.end(), is_output)) return std::make_unique<RunStore>(store_of(output));
  return std::make_unique<RunStore>(store_of(output), merged_log);
}

ExitCode carry_out_merge(const MergeOptions& options, const Request& request) {
  const Console& console = request.console;
  const std::vector<std::string> folders = all_folders(options);
  const std::filesystem::path design = largest_design(folders);
  const SweepPlan plan(design);
  fill_sweep_folder(options.output, design, plan);
  const std::unique_ptr<RunStore> opened = output_store(folders, options.output);
  RunStore& store = *opened;
  const MergeCount count = copy_runs(folders, options.output, store, console);
  const SweepSource source = source_of(plan);
  RunTable table;
  with_threads(options.threads, [&] { table = find_runs(source, store); });
  const std::vector<std::size_t> missing = missing_rows(table);
  const std::vector<std::size_t> failed = failed_rows(table);
  nlohmann::json object = {{"output", options.output}, {"rows", plan.rows().rows()}, {"copied", count.copied},
                           {"missing_rows", missing},  {"failed_rows", failed},      {"digest", nullptr}};
  if (missing.empty()) {
    Provenance provenance = provenance_here();
    provenance.command_line = as_command_line(request.words);
    object["digest"] = consolidate(plan, store, table, options.output, std::move(provenance));
  }
  console.say(fmt::format("{}, {} runs copied", size_text(plan), count.copied));
  if (options.json) {
    console.print(json_line(object));
  } else if (missing.empty()) {
    console.print(fmt::format("digest {}\n", object["digest"].get<std::string>()));
  }
  if (!missing.empty()) {
    console.complain(fmt::format("{}\n{} has the runs there are; merge again when the others are done",
                                 missing_text(missing, count.shards), options.output));
    return ExitCode::partial_sweep;
  }
  if (failed.empty()) return ExitCode::ok;
  console.complain(failed_text(plan, failed, failed_runs(table, store, most_named)));
  return ExitCode::partial_sweep;
}

}  // namespace

void add_merge(CLI::App& program, Request& request) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App& command = *program.add_subcommand("merge", "Put shards of a sweep together");
  command.footer(merge_examples);
  command.add_option("folders", options->folders, "Folders of the same sweep")->type_name("DIR")->required();
  command.add_option("-o,--output", options->output, "Folder to write; may be one of them")
      ->type_name("DIR")
      ->required();
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_merge(*options, request); }; });
}

}  // namespace districtsim
