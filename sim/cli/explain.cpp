#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/attribution_text.hpp"
#include "analysis/measures.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/compare_scenarios.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/progress.hpp"
#include "sim/core/parallel.hpp"
#include "sim/record/run_file.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/suggest.hpp"
#include "sim/scenario/write_text.hpp"

namespace districtsim {

namespace {

constexpr const char* explain_examples = R"(
Examples:
  districtsim explain baseline.yaml coaches_to_need.yaml
  districtsim explain baseline.yaml a.yaml --measure achievement_gap --measure retention --year 3 --json
  districtsim explain baseline.yaml a.yaml --mechanisms --permutations 4 -o parts.csv

Switches families of mechanisms off and on in both scenarios, with the same luck, and splits the difference between
them: how much each family adds. Parts sum to the difference. Several measures cost no more runs than one.)";

struct ExplainOptions {
  std::string baseline = {};
  std::string alternative = {};
  std::vector<std::string> measures = {};
  int year = 0;        ///< 0: the last
  int replicates = 0;  ///< 0: as usual for what is asked
  int permutations = 0;
  bool mechanisms = false;
  bool families = false;
  std::uint64_t seed = 1;
  int threads = 0;
  bool fix_parameters = false;
  std::string output = {};
  bool json = false;
};

std::vector<std::size_t> measures_of(const ExplainOptions& options) {
  std::vector<std::string> names = options.measures;
  if (names.empty()) names = {"practice", "achievement", "achievement_low_income"};
  std::vector<std::size_t> rows;
  for (const std::string& name : names) {
    const std::optional<std::size_t> row = measure_named(name);
    if (!row || district_measures()[*row].of == nullptr) {
      std::vector<std::string> known;
      for (const DistrictMeasure& measure : district_measures()) known.emplace_back(measure.name);
      throw Failure(ExitCode::usage,
                    fmt::format("--measure {}: {}{}", name,
                                row ? "needs a plan's giving schools and cannot be split" : "there is no such measure",
                                row ? "" : did_you_mean(name, known)));
    }
    if (std::find(rows.begin(), rows.end(), *row) == rows.end()) rows.push_back(*row);
  }
  return rows;
}

/// Runs coalitions, and after the first of them says how long all will take.
class CoalitionRuns {
 public:
  CoalitionRuns(const ExplainOptions& options, const Scenario& baseline, std::size_t runs, const Console& console)
      : options_(options), runs_(runs), console_(console) {
    const int years = baseline.calendar.warm_up_years + baseline.calendar.years;
    progress_ =
        std::make_unique<Progress>(console, "simulated years", runs * static_cast<std::size_t>(std::max(years, 1)));
    hooks_.cancel = interruption_.flag();
    hooks_.year_done = [this] { progress_->step(); };
  }

  void run(const std::vector<const Scenario*>& scenarios, int first, int replicates, const PlacedSink& sink) {
    RunPlan plan;
    plan.seed = options_.seed;
    plan.first_replicate = first;
    plan.replicates = replicates;
    plan.parameters = options_.fix_parameters ? ParameterUse::held : ParameterUse::drawn;
    const auto start = std::chrono::steady_clock::now();
    run_replicates(scenarios, plan, sink, hooks_);
    if (interruption_.flag()->load()) throw Cancelled();
    if (said_) return;
    said_ = true;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double made = static_cast<double>(scenarios.size()) * replicates;
    console_.say(fmt::format("{} runs, about {}", runs_, duration_text(seconds / made * static_cast<double>(runs_))));
  }

 private:
  const ExplainOptions& options_;
  std::size_t runs_;
  const Console& console_;
  Interruption interruption_ = {};
  std::unique_ptr<Progress> progress_ = {};
  RunHooks hooks_ = {};
  bool said_ = false;
};

Attribution attribute(const Scenario& baseline, const Scenario& alternative, const AttributionPlan& plan,
                      int permutations, const ExplainOptions& options, const Console& console) {
  const std::size_t runs = permutations > 0 ? runs_for_mechanisms(baseline, alternative, plan.replicates, permutations)
                                            : runs_for_families(baseline, alternative, plan.replicates);
  CoalitionRuns coalitions(options, baseline, runs, console);
  const RunCoalitions run = [&](const std::vector<const Scenario*>& scenarios, int first, int replicates,
                                const PlacedSink& sink) { coalitions.run(scenarios, first, replicates, sink); };
  Attribution result;
  with_threads(options.threads, [&] {
    result = permutations > 0 ? attribute_to_mechanisms(baseline, alternative, plan, permutations, run)
                              : attribute_to_families(baseline, alternative, plan, run);
  });
  return result;
}

ExitCode carry_out_explain(const ExplainOptions& options, const Request& request) {
  constexpr int usual_of_families = 40;
  constexpr int usual_of_mechanisms = 20;
  constexpr int usual_orders = 2;
  AttributionPlan plan;
  plan.measures = measures_of(options);
  ComparedFiles files;
  files.first = options.baseline;
  files.others = {options.alternative};
  const std::vector<Scenario> scenarios = load_compared(files);
  require_alike(scenarios.front(), scenarios.back());
  const int years = scenarios.front().calendar.years;
  if (options.year > years) {
    throw Failure(ExitCode::usage, fmt::format("--year {}: the scenarios have {} years", options.year, years));
  }
  plan.year = options.year > 0 ? options.year : years;
  const bool single = options.mechanisms || options.permutations > 0;
  const int permutations = !single ? 0 : (options.permutations > 0 ? options.permutations : usual_orders);
  plan.replicates = options.replicates > 0 ? options.replicates : (single ? usual_of_mechanisms : usual_of_families);
  const Attribution result =
      attribute(scenarios.front(), scenarios.back(), plan, permutations, options, request.console);
  const AttributionMade made{scenarios.front().name, scenarios.back().name, scenarios.front().district.name, plan.year,
                             options.seed,           permutations,          !options.fix_parameters};
  if (!options.output.empty()) write_text(options.output, attribution_csv(result, made));
  request.console.print(options.json ? json_line(attribution_as_json(result, made)) : attribution_text(result, made));
  request.console.flush();
  if (!options.output.empty()) request.console.say("wrote " + options.output);
  return ExitCode::ok;
}

}  // namespace

void add_explain(CLI::App& program, Request& request) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App& command = *program.add_subcommand("explain", "Why two scenarios differ: a difference split by mechanisms");
  command.footer(explain_examples);
  command.add_option("baseline", options->baseline, "Scenario to explain from")->type_name("BASE")->required();
  command.add_option("alternative", options->alternative, "Scenario to explain, or a layer to lay over the first")
      ->type_name("ALT")
      ->required();
  command
      .add_option("--measure", options->measures,
                  "Measure to split; may be repeated (practice, achievement, achievement_low_income)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_number(command, "--year", options->year, 1, 1000, "Recorded year (the last)");
  add_number(command, "--replicates", options->replicates, 1, 1'000'000,
             "How often to run each set (40; 20 with --mechanisms)");
  CLI::Option* const families =
      command.add_flag("--families", options->families, "Split by families of mechanisms, exactly: the default");
  command
      .add_flag("--mechanisms", options->mechanisms,
                "Split by single mechanisms, estimated from orders drawn at random")
      ->excludes(families);
  add_number(command, "--permutations", options->permutations, 1, 10'000,
             "Orders of mechanisms in each replicate (2); with --mechanisms")
      ->excludes(families);
  add_number<std::uint64_t>(command, "--seed", options->seed, 0, UINT64_MAX, "Seed of all luck (1)");
  add_number(command, "--threads", options->threads, 1, 4096, "Threads; results do not depend on them (all)");
  command.add_flag("--fix-parameters", options->fix_parameters,
                   "Hold parameters at their values instead of drawing them for each replicate");
  command.add_option("-o,--output", options->output, "CSV table to write as well")->type_name("OUT.csv");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback(
      [options, &request] { request.action = [options, &request] { return carry_out_explain(*options, request); }; });
}

}  // namespace districtsim
