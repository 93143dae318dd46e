#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <optional>

#include "sim/cli/arguments.hpp"
#include "sim/cli/checkpoint_arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/ledger_text.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/year_table.hpp"
#include "sim/core/parallel.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/run_file.hpp"
#include "sim/run/phase_table.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

namespace {

constexpr const char* run_examples = R"(
Examples:
  districtsim run baseline.yaml -o baseline.h5
  districtsim run baseline.yaml -o b.h5 --replicates 30 --seed 7 --json
  districtsim run baseline.yaml -o b.h5 --set framework.discretion=0.4 --years 3
  districtsim run baseline.yaml --with frameworks/atlanta.yaml contexts/retrenchment.yaml -o b.h5
  districtsim run baseline.yaml --ledger --years 2
  districtsim run baseline.yaml -o long.h5 --years 28 --checkpoint-every 72
  districtsim run baseline.yaml -o long.h5 --years 28 --checkpoint-every 72 --resume
  districtsim run baseline.yaml --list-mechanisms

The table shows means over replicates; the result file has every week of every school.
With --checkpoint-every a killed or stopped run goes on with --resume: OUT.h5.checkpoint keeps what it has done, and is
removed when OUT.h5 is complete.)";

struct RunOptions {
  std::string scenario = {};
  std::vector<std::string> layers = {};
  std::string output = {};
  int replicates = 1;
  std::uint64_t seed = 1;
  int threads = 0;
  int years = 0;
  std::vector<std::string> settings = {};
  std::string agents = {};
  std::string interactions = {};
  CheckpointOptions checkpoints = {};
  bool fix_parameters = false;
  bool json = false;
  bool list_phases = false;
  bool list_mechanisms = false;
  bool timings = false;
  bool ledger = false;
};

/// What a finished run says of itself.
struct RunOutcome {
  RunCount count = {};
  double seconds = 0.0;  ///< simulation and output, without building the district
  int threads = 1;
  std::vector<double> phase_seconds = {};
};

std::vector<Override> all_overrides(const RunOptions& options) {
  std::vector<Override> overrides = overrides_of(options.settings);
  if (options.years > 0) overrides.push_back({"calendar.years", std::to_string(options.years)});
  if (!options.agents.empty()) overrides.push_back({"record.agents", options.agents});
  if (!options.interactions.empty()) overrides.push_back({"record.interactions", options.interactions});
  return overrides;
}

Scenario scenario_of(const RunOptions& options) {
  return load_scenario(options.scenario, all_overrides(options), {options.layers.begin(), options.layers.end()});
}

RunPlan plan_of(const RunOptions& options, const Scenario& scenario) {
  RunPlan plan;
  plan.seed = options.seed;
  plan.replicates = options.replicates;
  plan.parameters = options.fix_parameters ? ParameterUse::held : ParameterUse::drawn;
  if (!rows_may_wait({&scenario}, options.replicates)) plan.order = RunOrder::one_by_one;
  return plan;
}

void list(const RunOptions& options, const Console& console) {
  if (options.list_phases) console.print(options.json ? phases_as_json() : phases_as_text());
  if (!options.list_mechanisms) return;
  MechanismSwitches switches;
  Parameters parameters = default_parameters();
  if (!options.scenario.empty()) {
    const Scenario scenario = scenario_of(options);
    switches = scenario.mechanisms;
    parameters = scenario.parameters;
  }
  console.print(options.json ? mechanisms_as_json(switches, parameters) : mechanisms_as_text(switches, parameters));
}

void check_words(const RunOptions& options) {
  if (options.scenario.empty()) throw Failure(ExitCode::usage, "run: SCENARIO is missing");
  if (options.output.empty()) {
    if (options.checkpoints.wanted()) {
      throw Failure(ExitCode::usage, "run: checkpoints are kept beside OUT.h5, but -o OUT.h5 is missing");
    }
    if (options.ledger && !options.json) return;  // the ledger alone
    throw Failure(ExitCode::usage, "run: -o OUT.h5 is missing");
  }
  std::error_code none;
  if (std::filesystem::equivalent(options.scenario, options.output, none)) {
    throw Failure(ExitCode::usage, "run: -o names the scenario itself: " + options.output);
  }
  for (const std::string& layer : options.layers) {
    if (!std::filesystem::equivalent(layer, options.output, none)) continue;
    throw Failure(ExitCode::usage, "run: -o names a layer: " + options.output);
  }
}

void introduce(const Scenario& scenario, const RunOptions& options, const Console& console) {
  int teachers = 0;
  for (const SchoolProfile& school : scenario.district.schools) teachers += school.teachers;
  console.say(fmt::format("{}: {}, {} schools, {} teaching posts; {} years, {} replicate{}", scenario.name,
                          scenario.district.name, scenario.district.schools.size(), teachers, scenario.calendar.years,
                          options.replicates, options.replicates == 1 ? "" : "s"));
  if (!scenario.district.notes.empty() && !options.output.empty()) {
    console.say(fmt::format("the district's data have {} notes; districtsim info {} lists them",
                            scenario.district.notes.size(), options.output));
  }
}

/// Runs and writes the file, if one is named. Throws Cancelled when told to stop.
RunOutcome run_to_file(const Scenario& scenario, const RunOptions& options, const Request& request, YearTable& table,
                       LedgerPages& ledger) {
  const std::vector<const Scenario*> scenarios = {&scenario};
  const auto start = std::chrono::steady_clock::now();
  Provenance provenance = provenance_here();
  provenance.command_line = as_command_line(request.words);
  provenance.seed = options.seed;
  std::optional<RunFile> file;
  if (!options.output.empty())
    file.emplace(options.output, scenarios, ReplicateRange{0, options.replicates}, provenance);
  introduce(scenario, options, request.console);
  RunPlan plan = plan_of(options, scenario);
  const std::unique_ptr<CheckpointFolder> checkpoints =
      open_checkpoints(options.checkpoints, options.output, scenario, plan, request.console);

  RunOutcome outcome;
  const Interruption interruption;
  Progress progress(request.console, "simulated years",
                    static_cast<std::size_t>(options.replicates) *
                        static_cast<std::size_t>(scenario.calendar.warm_up_years + scenario.calendar.years));
  RunHooks hooks;
  hooks.cancel = interruption.flag();
  hooks.year_done = [&progress] { progress.step(); };
  if (options.timings) {
    outcome.phase_seconds.assign(phase_table().size(), 0.0);
    hooks.phase_seconds = &outcome.phase_seconds;
  }
  const PlacedSink sink = [&](RunPlace place, const YearRecord& record) {
    if (file) file->write(place, record);
    table.take(place.replicate, record);
    if (options.ledger) ledger.take(place.replicate, record);
  };
  with_threads(options.threads, [&] {
    outcome.threads = threads_in_use();
    outcome.count = run_replicates(scenarios, plan, sink, hooks);
  });
  if (interruption.flag()->load()) throw Cancelled();
  if (file) file->publish();
  if (checkpoints) {
    for (const std::string& note : checkpoints->notes()) request.console.warn(note);
    checkpoints->remove();
  }
  outcome.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() - outcome.count.build_seconds;
  return outcome;
}

nlohmann::json outcome_as_json(const Scenario& scenario, const RunOptions& options, const RunOutcome& outcome) {
  nlohmann::json object = {{"digest", digest_of(options.output)},
                           {"teacher_weeks", outcome.count.teacher_weeks},
                           {"seconds", outcome.seconds},
                           {"build_seconds", outcome.count.build_seconds},
                           {"output", options.output},
                           {"scenario", scenario.name},
                           {"district", scenario.district.name},
                           {"schools", scenario.district.schools.size()},
                           {"replicates", options.replicates},
                           {"years", scenario.calendar.years},
                           {"seed", options.seed},
                           {"threads", outcome.threads},
                           {"parameters", options.fix_parameters ? "held" : "drawn"}};
  if (options.timings) {
    nlohmann::json& phases = object["phase_seconds"];
    std::size_t row = 0;
    for (const Phase& phase : phase_table()) phases[std::string(phase.name)] = outcome.phase_seconds[row++];
  }
  return object;
}

ExitCode carry_out_run(const RunOptions& options, const Request& request) {
  const Console& console = request.console;
  if (options.list_phases || options.list_mechanisms) {
    list(options, console);
    return ExitCode::ok;
  }
  check_words(options);
  const Scenario scenario = scenario_of(options);
  YearTable table(static_cast<std::size_t>(options.replicates), static_cast<std::size_t>(scenario.calendar.years));
  LedgerPages ledger(scenario, scenario.calendar.years);
  RunOutcome outcome;
  try {
    outcome = run_to_file(scenario, options, request, table, ledger);
  } catch (const Cancelled&) {
    if (!options.checkpoints.wanted()) throw;
    console.complain(fmt::format("stopped; {}.checkpoint keeps what is done: go on with --resume", options.output));
    return ExitCode::interrupted;
  }
  console.say(fmt::format("{} in {:.2f} s: {:.3g} million teacher-weeks, {} threads",
                          options.output.empty() ? "ran" : "wrote " + options.output, outcome.seconds,
                          static_cast<double>(outcome.count.teacher_weeks) * 1e-6, outcome.threads));
  if (options.json) {
    nlohmann::json object = outcome_as_json(scenario, options, outcome);
    object["means"] = table.json();
    if (options.ledger) object["ledger"] = ledger.json();
    console.print(json_line(object));
    return ExitCode::ok;
  }
  std::vector<std::string> labels;
  for (int year = 1; year <= scenario.calendar.years; ++year) {
    labels.push_back(school_year_label(scenario.calendar.start, year));
  }
  console.print(table.text(labels));
  if (options.ledger) console.print(ledger.text(labels.back()));
  if (options.timings) console.print("\n" + timings_as_text(outcome.phase_seconds));
  return ExitCode::ok;
}

}  // namespace

void add_run(CLI::App& program, Request& request) {
  auto options = std::make_shared<RunOptions>();
  CLI::App& command = *program.add_subcommand("run", "Simulate a scenario and write every week to a result file");
  command.footer(run_examples);
  command.add_option("scenario", options->scenario, "Scenario file")->type_name("SCENARIO");
  command.add_option("-o,--output", options->output, "Result file to write")->type_name("OUT.h5");
  command
      .add_option("--with", options->layers, "Layers (frameworks, contexts) to lay over the scenario, in this order")
      ->type_name("LAYER");
  add_number(command, "--replicates", options->replicates, 1, 1'000'000,
             "How often to run it, each with luck of its own (1)");
  add_number<std::uint64_t>(command, "--seed", options->seed, 0, UINT64_MAX, "Seed of all luck (1)");
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  add_number(command, "--years", options->years, 1, 30, "School years, instead of the scenario's");
  add_settings(command, options->settings);
  add_choice(command, "--agents", options->agents, {"none", "yearly", "weekly"}, "How often to record single teachers");
  add_choice(command, "--interactions", options->interactions, {"none", "sample", "all"},
             "Which single support interactions to record: none, 1 in 100, or all");
  add_checkpoints(command, options->checkpoints);
  command.add_flag("--fix-parameters", options->fix_parameters,
                   "Hold parameters at their values instead of drawing them for each replicate");
  command.add_flag("--ledger", options->ledger,
                   "Print the ledger of the last year: posts and dollars by line, fund and school, of replicate 0");
  command.add_flag("--timings", options->timings, "Print the seconds of each phase");
  command.add_flag("--list-phases", options->list_phases, "Print the steps of a year, run nothing");
  command.add_flag(
      "--list-mechanisms", options->list_mechanisms,
      "Print the mechanisms, their evidence, parameters and whether the scenario has them on, run nothing");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_run(*options, request); }; });
}

}  // namespace districtsim
