#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "analysis/comparison.hpp"
#include "analysis/comparison_file.hpp"
#include "analysis/comparison_json.hpp"
#include "analysis/comparison_table.hpp"
#include "analysis/proofs.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/branch_argument.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/progress.hpp"
#include "sim/core/parallel.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/run_file.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

namespace {

constexpr const char* compare_examples = R"(
Examples:
  districtsim compare baseline.yaml coaches_to_need.yaml -o comparison.h5
  districtsim compare baseline.yaml a.yaml b.yaml -o c.h5 --replicates 200 --seed 7
  districtsim compare baseline.yaml a.yaml -o c.h5 --json > c.json
  districtsim compare baseline.yaml frameworks/*.yaml -o f.h5 --equal-cost
  districtsim compare baseline.yaml a.yaml b.yaml -o c.h5 --branch-at 4

An alternative that is a layer (a framework or a context) is laid over the baseline.
Every replicate gives all scenarios the same luck and the same draw of uncertain parameters. Every comparison also
checks itself with real runs and writes nothing if a check fails. What the numbers mean: analysis/README.md.)";

constexpr int usual_replicates = 20;
constexpr std::size_t replicates_of_proofs = 2;

struct CompareOptions {
  std::string baseline = {};
  std::vector<std::string> alternatives = {};
  std::string output = {};
  int replicates = usual_replicates;
  std::uint64_t seed = 1;
  int threads = 0;
  std::optional<BranchPoint> branch = {};
  bool fix_parameters = false;
  bool equal_cost = false;
  bool details = false;
  bool json = false;
};

/// A finished comparison and what it took.
struct CompareOutcome {
  Comparison comparison = {};
  std::vector<Proof> proofs = {};
  double seconds = 0.0;  ///< simulation, checks and output
};

void check_words(const CompareOptions& options) {
  std::vector<std::string> inputs = options.alternatives;
  inputs.push_back(options.baseline);
  for (const std::string& input : inputs) {
    std::error_code none;
    if (std::filesystem::equivalent(input, options.output, none)) {
      throw Failure(ExitCode::usage, "compare: -o names a scenario: " + options.output);
    }
  }
}

/// A scenario that stands alone, or a layer laid over the baseline.
Scenario load_alternative(const std::string& baseline, const std::string& path) {
  return layer_of(path).empty() ? load_scenario(path) : load_scenario(baseline, {}, {path});
}

/// Everything that failures say, each line once: layers share the errors of the baseline.
class Failures {
 public:
  void add(const Failure& failure) {
    std::istringstream lines(failure.what());
    for (std::string line; std::getline(lines, line);) {
      if (said_.insert(line).second) all_ += (all_.empty() ? "" : "\n") + line;
    }
    if (code_ == ExitCode::ok) code_ = failure.code();
  }
  void throw_if_any() const {
    if (code_ != ExitCode::ok) throw Failure(code_, all_);
  }

 private:
  std::set<std::string> said_;
  std::string all_;
  ExitCode code_ = ExitCode::ok;
};

/// Baseline first. All errors of all files at once.
std::vector<Scenario> load_all(const CompareOptions& options) {
  std::vector<Scenario> scenarios;
  Failures failures;
  const auto take = [&](const auto& load) {
    try {
      scenarios.push_back(load());
    } catch (const Failure& failure) {
      failures.add(failure);
    }
  };
  take([&] { return load_scenario(options.baseline); });
  for (const std::string& path : options.alternatives) take([&] { return load_alternative(options.baseline, path); });
  failures.throw_if_any();
  for (Scenario& scenario : scenarios) {
    if (options.equal_cost) scenario.cost_reference = scenarios.front().framework;
  }
  for (const Scenario& scenario : scenarios) {
    const int year = scenarios.front().context.price_year;
    if (scenario.context.price_year == year) continue;
    throw Failure(
        ExitCode::invalid_scenario,
        fmt::format("scenarios {} and {} cannot be compared: context.price_year is {} and {}, so their dollars "
                    "are not the same",
                    scenarios.front().name, scenario.name, year, scenario.context.price_year));
  }
  for (const Scenario& scenario : scenarios) {
    if (scenario.calendar.warm_up_years == scenarios.front().calendar.warm_up_years) continue;
    throw Failure(ExitCode::invalid_scenario,
                  fmt::format("scenarios {} and {} cannot be compared: calendar.warm_up_years is {} and {}, so they "
                              "cannot share luck",
                              scenarios.front().name, scenario.name, scenarios.front().calendar.warm_up_years,
                              scenario.calendar.warm_up_years));
  }
  return scenarios;
}

RunPlan plan_for(const CompareOptions& options, int replicates) {
  RunPlan plan;
  plan.seed = options.seed;
  plan.replicates = replicates;
  plan.parameters = options.fix_parameters ? ParameterUse::held : ParameterUse::drawn;
  return plan;
}

/// Runs, proves, pairs and writes. Throws Cancelled when told to stop.
CompareOutcome compare_to_file(const std::vector<const Scenario*>& scenarios, const CompareOptions& options,
                               const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  const Scenario& baseline = *scenarios.front();
  const auto replicates = static_cast<std::size_t>(options.replicates);
  Provenance provenance = provenance_here();
  provenance.command_line = as_command_line(request.words);
  provenance.seed = options.seed;
  RunFile file(options.output, scenarios, {0, options.replicates}, provenance);

  const std::size_t proven = std::min(replicates, replicates_of_proofs);
  const int years_of_run = baseline.calendar.warm_up_years + baseline.calendar.years;
  const auto years = static_cast<std::size_t>(years_of_run);
  const Interruption interruption;
  Progress progress(request.console, "simulated years",
                    scenarios.size() * replicates * years + years_of_proofs(baseline, proven));
  RunHooks hooks;
  hooks.cancel = interruption.flag();
  hooks.year_done = [&progress] { progress.step(); };

  DistrictYears runs(scenarios, replicates);
  KeptYears kept(proven, baseline.calendar.years);
  CompareOutcome outcome;
  with_threads(options.threads, [&] {
    RunPlan plan = plan_for(options, options.replicates);
    plan.branch = options.branch;
    if (!rows_may_wait(scenarios, options.replicates)) plan.order = RunOrder::one_by_one;
    const PlacedSink sink = [&](RunPlace place, const YearRecord& record) {
      file.write(place, record);
      runs.take(place, record);
      if (place.scenario == 0) kept.take(place.replicate, record);
    };
    run_replicates(scenarios, plan, sink, hooks);
    const RunArms run_arms = [&](const std::vector<const Scenario*>& arms, std::size_t count,
                                 const PlacedSink& arm_sink) {
      run_replicates(arms, plan_for(options, static_cast<int>(count)), arm_sink, hooks);
    };
    outcome.proofs = prove(baseline, kept, run_arms);
  });
  if (interruption.flag()->load()) throw Cancelled();
  require_all(outcome.proofs);
  outcome.comparison = compare_years(runs);
  write_comparison(file.file(), outcome.comparison);
  file.publish();
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return outcome;
}

nlohmann::json compare_as_json(const CompareOutcome& outcome, const CompareOptions& options) {
  return {{"headlines", headlines_as_json(outcome.comparison)},
          {"roll_backs", roll_backs_as_json(outcome.comparison)},
          {"proofs", proofs_as_json(outcome.proofs)},
          {"digest", digest_of(options.output)},
          {"output", options.output},
          {"district", outcome.comparison.district},
          {"baseline", outcome.comparison.baseline},
          {"years", outcome.comparison.years},
          {"replicates", options.replicates},
          {"seed", options.seed},
          {"parameters", options.fix_parameters ? "held" : "drawn"},
          {"equal_cost", options.equal_cost},
          {"seconds", outcome.seconds}};
}

ExitCode carry_out_compare(const CompareOptions& options, const Request& request) {
  check_words(options);
  const std::vector<Scenario> scenarios = load_all(options);
  std::vector<const Scenario*> rows;
  for (const Scenario& scenario : scenarios) rows.push_back(&scenario);
  if (options.branch) {
    check_branch(rows, *options.branch);
    announce_branch(rows, *options.branch, request.console);
  }
  const CompareOutcome outcome = compare_to_file(rows, options, request);
  if (options.json) {
    request.console.print(json_line(compare_as_json(outcome, options)));
  } else {
    request.console.print(
        comparison_table(outcome.comparison, outcome.proofs,
                         {options.seed, !options.fix_parameters, options.equal_cost, options.details}));
  }
  request.console.flush();
  request.console.say(fmt::format("wrote {} in {:.1f} s", options.output, outcome.seconds));
  return ExitCode::ok;
}

}  // namespace

void add_compare(CLI::App& program, Request& request) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App& command = *program.add_subcommand("compare", "Compare scenarios with a baseline, replicate by replicate");
  command.footer(compare_examples);
  command.add_option("baseline", options->baseline, "Scenario that the others are compared with")
      ->type_name("BASE")
      ->required();
  command.add_option("alternatives", options->alternatives, "Scenarios to compare with it, or layers to lay over it")
      ->type_name("ALT")
      ->required();
  command.add_option("-o,--output", options->output, "Result file to write")->type_name("OUT.h5")->required();
  add_number(command, "--replicates", options->replicates, 1, 1'000'000,
             "How often to run each scenario; 1 gives no ranges (20)");
  add_number<std::uint64_t>(command, "--seed", options->seed, 0, UINT64_MAX, "Seed of all luck (1)");
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  add_branch(command, options->branch);
  command.add_flag("--fix-parameters", options->fix_parameters,
                   "Hold parameters at their values instead of drawing them for each replicate");
  command.add_flag("--equal-cost", options->equal_cost,
                   "Every alternative spends, at the start, what the baseline does on schools and central office");
  command.add_flag("--details", options->details,
                   "Print every alternative in full, also where there are three or more");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_compare(*options, request); }; });
}

}  // namespace districtsim
