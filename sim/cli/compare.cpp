#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/comparison_json.hpp"
#include "analysis/comparison_table.hpp"
#include "analysis/equity_json.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/branch_argument.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/compare_runs.hpp"
#include "sim/cli/compare_scenarios.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/record/digest.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

constexpr const char* compare_examples = R"(
Examples:
  districtsim compare baseline.yaml coaches_to_need.yaml -o comparison.h5
  districtsim compare baseline.yaml a.yaml b.yaml -o c.h5 --replicates 200 --seed 7
  districtsim compare baseline.yaml a.yaml -o c.h5 --json > c.json
  districtsim compare baseline.yaml frameworks/*.yaml -o f.h5 --equal-cost
  districtsim compare baseline.yaml a.yaml b.yaml -o c.h5 --branch-at 4
  districtsim compare baseline.yaml a.yaml -o c.h5 --until-settled --max-replicates 400
  districtsim compare baseline.yaml a.yaml b.yaml -o c.h5 --baseline a.yaml

An alternative that is a layer (a framework or a context) is laid over the baseline.
Every replicate gives all scenarios the same luck and the same draw of uncertain parameters. Every comparison also
checks itself with real runs and writes nothing if a check fails. What the numbers mean: analysis/README.md.)";

constexpr int usual_replicates = 20;

struct CompareOptions {
  std::string first = {};
  std::vector<std::string> others = {};
  std::string baseline = {};  ///< path or name; "" for the first
  std::string output = {};
  int replicates = usual_replicates;
  bool until_settled = false;
  int most_replicates = 0;  ///< 0: not said
  double seconds = 0.0;     ///< 0: not said
  std::vector<std::string> precision = {};
  std::uint64_t seed = 1;
  int threads = 0;
  std::optional<BranchPoint> branch = {};
  bool fix_parameters = false;
  bool equal_cost = false;
  bool details = false;
  bool json = false;
};

void check_words(const CompareOptions& options) {
  std::vector<std::string> inputs = options.others;
  inputs.push_back(options.first);
  for (const std::string& input : inputs) {
    std::error_code none;
    if (std::filesystem::equivalent(input, options.output, none)) {
      throw Failure(ExitCode::usage, "compare: -o names a scenario: " + options.output);
    }
  }
}

RunPlan plan_for(const CompareOptions& options) {
  RunPlan plan;
  plan.seed = options.seed;
  plan.parameters = options.fix_parameters ? ParameterUse::held : ParameterUse::drawn;
  return plan;
}

/// "0.01" for every headline, or "practice=0.02" for one measure.
void read_precision(const std::string& text, PrecisionAsked& asked) {
  const std::size_t equals = text.find('=');
  const std::string number = equals == std::string::npos ? text : text.substr(equals + 1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value) || value <= 0.0) {
    throw Failure(ExitCode::usage, fmt::format("--precision {}: must be a number above 0, or MEASURE=NUMBER", text));
  }
  if (equals == std::string::npos) {
    asked.share = value;
    return;
  }
  const std::string name = text.substr(0, equals);
  const std::optional<std::size_t> measure = measure_named(name);
  if (!measure || district_measures()[*measure].of == nullptr) {
    std::vector<std::string> names;
    for (const DistrictMeasure& known : district_measures()) names.emplace_back(known.name);
    throw Failure(ExitCode::usage, fmt::format("--precision {}: there is no measure {} to wait for{}", text, name,
                                               measure ? "" : did_you_mean(name, names)));
  }
  asked.absolute.emplace_back(*measure, value);
}

ReplicateBudget budget_of(const CompareOptions& options) {
  constexpr int usual_most = 1000;
  constexpr int no_end = 1'000'000;
  ReplicateBudget budget;
  budget.until_settled = options.until_settled;
  budget.replicates = options.replicates;
  for (const std::string& text : options.precision) read_precision(text, budget.precision);
  if (!options.until_settled) return budget;
  budget.most_replicates = options.most_replicates;
  if (budget.most_replicates == 0) budget.most_replicates = options.seconds > 0.0 ? no_end : usual_most;
  if (options.seconds > 0.0) {
    constexpr int few = 5;  // the first round cannot know how long it takes
    budget.seconds = options.seconds;
    budget.replicates = few;
  }
  budget.replicates = std::min(budget.replicates, budget.most_replicates);
  return budget;
}

nlohmann::json compare_as_json(const CompareOutcome& outcome, const CompareOptions& options) {
  nlohmann::json branch = nullptr;
  if (options.branch) branch = {{"year", options.branch->year}, {"week", options.branch->week + 1}};
  return {{"headlines", headlines_as_json(outcome.comparison)},
          {"alternatives", alternatives_as_json(outcome.comparison)},
          {"until_settled", rounds_as_json(outcome.comparison, outcome.rounds)},
          {"winners_and_losers", winners_as_json(outcome.comparison)},
          {"regret", regrets_as_json(outcome.comparison)},
          {"robustness", robustness_as_json(outcome.comparison)},
          {"roll_backs", roll_backs_as_json(outcome.comparison)},
          {"proofs", proofs_as_json(outcome.proofs)},
          {"digest", digest_of(options.output)},
          {"output", options.output},
          {"district", outcome.comparison.district},
          {"baseline", outcome.comparison.baseline},
          {"years", outcome.comparison.years},
          {"replicates", outcome.comparison.replicates},
          {"seed", options.seed},
          {"parameters", options.fix_parameters ? "held" : "drawn"},
          {"equal_cost", options.equal_cost},
          {"branch_at", branch},
          {"seconds", outcome.seconds}};
}

ExitCode carry_out_compare(const CompareOptions& options, const Request& request) {
  check_words(options);
  const ReplicateBudget budget = budget_of(options);
  const std::vector<Scenario> scenarios =
      load_compared({options.first, options.others, options.baseline, options.equal_cost});
  std::vector<const Scenario*> rows;
  for (const Scenario& scenario : scenarios) rows.push_back(&scenario);
  RunPlan plan = plan_for(options);
  plan.branch = options.branch;
  if (plan.branch) {
    check_branch(rows, *plan.branch);
    announce_branch(rows, *plan.branch, request.console);
  }
  const CompareOutcome outcome = compare_to_file(rows, options.output, plan, budget, options.threads, request);
  if (options.json) {
    request.console.print(json_line(compare_as_json(outcome, options)));
  } else {
    request.console.print(comparison_table(outcome.comparison, outcome.proofs,
                                           {options.seed, !options.fix_parameters, options.equal_cost, options.details,
                                            outcome.rounds, options.branch ? branch_text(*options.branch) : ""}));
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
  command.add_option("baseline", options->first, "Scenario that the others are compared with")
      ->type_name("BASE")
      ->required();
  command.add_option("alternatives", options->others, "Scenarios to compare with it, or layers to lay over it")
      ->type_name("ALT")
      ->required();
  command.add_option("-o,--output", options->output, "Result file to write")->type_name("OUT.h5")->required();
  command
      .add_option("--baseline", options->baseline,
                  "Compare with another of the given scenarios than the first: its path or name")
      ->type_name("NAME");
  CLI::Option* const replicates = add_number(command, "--replicates", options->replicates, 1, 1'000'000,
                                             "How often to run each scenario; 1 gives no ranges (20)");
  CLI::Option* const until_settled =
      command.add_flag("--until-settled", options->until_settled,
                       "Run replicates in rounds until every headline difference is known well enough");
  until_settled->excludes(replicates);
  command
      .add_option("--precision", options->precision,
                  "How well: half width of the interval as a share of each measure's scale, or MEASURE=WIDTH in its "
                  "unit; may be repeated")
      ->type_name("P")
      ->allow_extra_args(false);
  add_number(command, "--max-replicates", options->most_replicates, 1, 1'000'000,
             "Budget of --until-settled: most replicates (1000)")
      ->needs(until_settled);
  command
      .add_option(
          "--time-budget", options->seconds,
          "Budget of --until-settled: about so many seconds of simulation; the number of replicates then depends "
          "on the machine")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber)
      ->needs(until_settled);
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
