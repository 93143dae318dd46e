#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/divergence_search.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/progress.hpp"
#include "sim/core/parallel.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

namespace {

constexpr const char* diverge_examples = R"(
Examples:
  districtsim diverge baseline.yaml coaches_to_need.yaml
  districtsim diverge baseline.yaml frameworks/oakland.yaml --replicate 3 --years 2
  districtsim diverge a.h5 b.h5
  districtsim diverge comparison.h5 --every 12 --json

Runs two scenarios side by side with the same luck and names the first phase, week and person after which they are not
the same bit for bit, and how many people differ from then on, by kind and by school. Result files are run again from
the scenario, seed and replicate that they hold, and checked against what they recorded. A file of a comparison alone
stands for its first two scenarios. People are matched by their luck, not by where they are.)";

struct DivergeOptions {
  std::vector<std::string> inputs = {};
  std::string data = {};
  std::optional<std::uint64_t> seed = {};
  std::optional<int> replicate = {};
  int years = 0;
  int every = 0;
  int threads = 0;
  bool fix_parameters = false;
  bool json = false;
};

void take_results(const DivergeOptions& options, DivergePair& pair) {
  if (options.seed || options.fix_parameters) {
    throw Failure(ExitCode::usage, "diverge: result files have a seed and parameters of their own");
  }
  const bool alone = options.inputs.size() == 1;
  for (std::size_t at = 0; at < 2; ++at) {
    const std::string& file = options.inputs[alone ? 0 : at];
    const std::size_t count = scenarios_in(file);
    if (alone ? count < 2 : count != 1) {
      throw Failure(ExitCode::usage,
                    fmt::format("diverge: {} holds {} scenario{}; name two files of one each, or one of a comparison",
                                file, count, count == 1 ? "" : "s"));
    }
    pair.results[at] = std::make_shared<ScenarioOfResult>(file, alone ? at : 0, options.data);
    pair.scenarios[at] = pair.results[at]->scenario();
  }
  const ScenarioOfResult& first = *pair.results[0];
  const ScenarioOfResult& second = *pair.results[1];
  if (first.seed() != second.seed() || first.parameters() != second.parameters()) {
    throw Failure(ExitCode::bad_input_data,
                  fmt::format("{} and {} share no luck: their seeds are {} and {}, or one held its parameters",
                              options.inputs.front(), options.inputs.back(), first.seed(), second.seed()));
  }
  pair.seed = first.seed();
  pair.parameters = first.parameters();
  pair.replicate = options.replicate.value_or(std::max(first.first_replicate(), second.first_replicate()));
}

void take_scenarios(const DivergeOptions& options, DivergePair& pair) {
  const std::string& base = options.inputs.front();
  const std::string& other = options.inputs.back();
  pair.scenarios[0] = load_scenario(base);
  pair.scenarios[1] = layer_of(other).empty() ? load_scenario(other) : load_scenario(base, {}, {other});
  pair.seed = options.seed.value_or(1);
  pair.replicate = options.replicate.value_or(0);
  pair.parameters = options.fix_parameters ? ParameterUse::held : ParameterUse::drawn;
}

DivergePair pair_of(const DivergeOptions& options) {
  DivergePair pair;
  const auto results = std::count_if(options.inputs.begin(), options.inputs.end(),
                                     [](const std::string& input) { return is_result_file(input); });
  if (results != 0 && static_cast<std::size_t>(results) != options.inputs.size()) {
    throw Failure(ExitCode::usage, "diverge: name two scenarios or two result files, not one of each");
  }
  if (results == 0 && options.inputs.size() < 2)
    throw Failure(ExitCode::usage, "diverge: a second scenario is missing");
  if (results > 0) {
    take_results(options, pair);
  } else {
    take_scenarios(options, pair);
  }
  for (Scenario& scenario : pair.scenarios) {
    if (options.years > 0) scenario.calendar.years = std::min(options.years, scenario.calendar.years);
  }
  const CalendarPlan& calendar = pair.scenarios[0].calendar;
  pair.scenarios[1].calendar.years = std::min(pair.scenarios[1].calendar.years, calendar.years);
  pair.scenarios[0].calendar.years = pair.scenarios[1].calendar.years;
  if (!(calendar == pair.scenarios[1].calendar)) {
    throw Failure(ExitCode::invalid_scenario, "diverge: the scenarios differ in `calendar`, so no week is the same");
  }
  return pair;
}

ExitCode carry_out_diverge(const DivergeOptions& options, const Request& request) {
  const DivergePair pair = pair_of(options);
  const CalendarPlan& calendar = pair.scenarios[0].calendar;
  const Interruption interruption;
  Divergence divergence;
  {
    Progress progress(request.console, "simulated years",
                      2 * static_cast<std::size_t>(calendar.warm_up_years + calendar.years));
    RunHooks hooks;
    hooks.cancel = interruption.flag();
    hooks.year_done = [&progress] { progress.step(); };
    with_threads(options.threads, [&] { divergence = diverge(pair, options.every, hooks); });
  }
  const bool same_text = pair.scenarios[0].resolved_text == pair.scenarios[1].resolved_text;
  if (!divergence.first && !same_text) {
    request.console.say("the scenarios' texts differ, but nothing comes of it in these years");
  }
  request.console.print(options.json ? json_line(divergence_as_json(divergence)) : divergence_as_text(divergence));
  return ExitCode::ok;
}

}  // namespace

void add_diverge(CLI::App& program, Request& request) {
  auto options = std::make_shared<DivergeOptions>();
  CLI::App& command = *program.add_subcommand("diverge", "Name the first week and person in which two scenarios part");
  command.footer(diverge_examples);
  command
      .add_option("inputs", options->inputs,
                  "Two scenarios (the second may be a layer), two result files, or a "
                  "comparison's")
      ->type_name("A [B]")
      ->required()
      ->expected(1, 2);
  command
      .add_option_function<std::string>(
          "--seed", [options](const std::string& text) { options->seed = whole_number("--seed", text, 0, UINT64_MAX); },
          "Seed of all luck (1)")
      ->type_name("N");
  command
      .add_option_function<std::string>(
          "--replicate",
          [options](const std::string& text) {
            options->replicate = static_cast<int>(whole_number("--replicate", text, 0, 1'000'000));
          },
          "Number of the replicate, from 0 (the first)")
      ->type_name("N");
  add_number(command, "--years", options->years, 1, 30, "School years to follow, at most (all)");
  add_number(command, "--every", options->every, 1, 2000, "Weeks from one row of the table to the next (school years)");
  command.add_option("--data", options->data, "Folder of the data files that result files were run with")
      ->type_name("FOLDER");
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  command.add_flag("--fix-parameters", options->fix_parameters,
                   "Hold parameters at their values instead of drawing them for the replicate");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_diverge(*options, request); }; });
}

}  // namespace districtsim
