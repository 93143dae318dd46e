#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <set>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/random.hpp"
#include "sim/run/sweep_tasks.hpp"

namespace districtsim {

namespace {

constexpr const char* verify_examples = R"(
Examples:
  districtsim verify screening
  districtsim verify screening --rows 50 --seed 7

Every checksum of the store is looked at, and some rows, chosen by chance, are run again: their values must be the same
bit for bit. Exit code 1: something is broken or differs; 5: rows are missing.)";

struct VerifyOptions {
  std::string folder = {};
  std::size_t rows = 5;
  std::uint64_t seed = 1;
  int threads = 0;
  bool json = false;
};

/// Rows without repetition, in their order.
std::vector<std::size_t> chosen_rows(std::size_t rows, std::size_t wanted, std::uint64_t seed) {
  std::set<std::size_t> chosen;
  for (std::size_t last = rows - std::min(wanted, rows); last < rows; ++last) {  // Floyd's sampling
    const auto draw = mix_keys(static_cast<std::uint32_t>(seed ^ (seed >> 32U)), static_cast<std::uint32_t>(last));
    const auto row = static_cast<std::size_t>(open_unit(draw) * static_cast<double>(last + 1));
    chosen.insert(chosen.contains(row) ? last : row);
  }
  return {chosen.begin(), chosen.end()};
}

bool is_same(const RunRecord& a, const RunRecord& b) {
  if (a.status != b.status || a.values.size() != b.values.size()) return false;
  return a.values.empty() || std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0;
}

/// Runs rows again; those whose values are not what the store has.
std::vector<std::size_t> differing_rows(const SweepSource& source, const RunStore& store, const RunTable& table,
                                        const std::vector<std::size_t>& rows) {
  const Interruption interruption;
  std::mutex mutex;
  std::set<std::size_t> differing;
  for_each_task(rows.size() * source.shape.arms, [&](std::size_t task) {
    const std::size_t row = rows[task / source.shape.arms];
    const std::size_t arm = task % source.shape.arms;
    const PreparedScenario ready = prepared(source, row, arm);
    for (std::size_t replicate = 0; replicate < source.shape.replicates; ++replicate) {
      const std::optional<StoredRun>& there = table.runs[source.shape.run(row, arm, replicate)];
      if (!there) continue;
      const std::uint32_t luck = source.luck(row, replicate);
      const RunRecord again = ready.scenario
                                  ? make_run(source, *ready.scenario, ready.key(luck), luck, interruption.flag())
                                  : RunRecord{ready.infeasible, RunStatus::failed, {}, ready.problem};
      if (is_same(again, store.read(*there))) continue;
      const std::lock_guard<std::mutex> held(mutex);
      differing.insert(row);
    }
  });
  return {differing.begin(), differing.end()};
}

std::string damage_text(const LogDamage& damage) {
  return fmt::format("{}: {} bytes from byte {} on are broken", damage.file.string(), damage.bytes, damage.offset);
}

/// What is wrong, in words and for the exit code.
struct Verdict {
  std::vector<LogDamage> damage = {};
  std::vector<std::size_t> again = {};
  std::vector<std::size_t> differing = {};
  std::vector<std::size_t> missing = {};
  std::size_t runs = 0;
  std::size_t shards = 1;
};

nlohmann::json as_json(const Verdict& verdict) {
  nlohmann::json damage = nlohmann::json::array();
  for (const LogDamage& own : verdict.damage) {
    damage.push_back({{"file", own.file.string()}, {"offset", own.offset}, {"bytes", own.bytes}});
  }
  return {{"runs", verdict.runs},
          {"rows_again", verdict.again},
          {"differing_rows", verdict.differing},
          {"missing_rows", verdict.missing},
          {"broken", damage}};
}

ExitCode report(const Verdict& verdict, const VerifyOptions& options, const Console& console) {
  if (options.json) {
    console.print(json_line(as_json(verdict)));
  } else {
    console.print(fmt::format("{} runs with good checksums; {} rows run again: {}\n", verdict.runs,
                              verdict.again.size(), row_list(verdict.again)));
  }
  for (const LogDamage& damage : verdict.damage) console.complain(damage_text(damage));
  if (!verdict.damage.empty()) {
    console.say(
        fmt::format("sweep --resume runs them again; merge {} -o NEW leaves the broken bytes out", options.folder));
  }
  if (!verdict.differing.empty()) {
    console.complain("values differ when run again, of rows " + row_list(verdict.differing));
  }
  if (!verdict.missing.empty()) console.complain(missing_text(verdict.missing, verdict.shards));
  if (!verdict.damage.empty() || !verdict.differing.empty()) return ExitCode::run_time_failure;
  return verdict.missing.empty() ? ExitCode::ok : ExitCode::partial_sweep;
}

ExitCode carry_out_verify(const VerifyOptions& options, const Console& console) {
  const SweepPlan plan(design_of_folder(options.folder));
  const RunStore store(store_of(options.folder));
  const SweepSource source = source_of(plan);
  Verdict verdict;
  verdict.damage = store.damage();
  verdict.runs = store.runs();
  verdict.shards = shards_of(store);
  verdict.again = chosen_rows(plan.rows().rows(), options.rows, options.seed);
  with_threads(options.threads, [&] {
    const RunTable table = find_runs(source, store);
    verdict.missing = missing_rows(table);
    verdict.differing = differing_rows(source, store, table, verdict.again);
  });
  return report(verdict, options, console);
}

}  // namespace

void add_verify(CLI::App& program, Request& request) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App& command = *program.add_subcommand("verify", "Check a sweep: every checksum, and some rows by running them");
  command.footer(verify_examples);
  command.add_option("folder", options->folder, "Folder of a sweep")->type_name("DIR")->required();
  add_number<std::size_t>(command, "--rows", options->rows, 0, 1'000'000, "How many rows to run again (5)");
  add_number<std::uint64_t>(command, "--seed", options->seed, 0, UINT64_MAX, "Seed of which rows (1)");
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_verify(*options, request.console); };
  });
}

}  // namespace districtsim
