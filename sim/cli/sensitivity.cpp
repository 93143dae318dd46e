#include <fmt/format.h>

#include <memory>

#include "analysis/sensitivity_report.hpp"
#include "analysis/sweep_results.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/sensitivity_of_sweep.hpp"

namespace districtsim {

namespace {

constexpr const char* sensitivity_examples = R"(
Examples:
  districtsim sensitivity screening
  districtsim sensitivity screening --json --measure practice
  districtsim sensitivity --design d.csv --results y.csv
  districtsim sensitivity --design d.csv --results y.csv --json

D.csv has one column for each input and one row for each run, Y.csv one column for each measure and the same rows. The
kind of design is recognised: Saltelli (S1, ST, S2), Morris (mu, mu*, sigma), any other sample (SRC, PRCC). Inputs that
always change together count as one. An input named inert gives the line below which nothing is ranked.
DIR is the folder of a sweep, with its design's own groups; if a row of it is missing or failed there are no indices.
Exit code 5: rows are missing or failed; they are named.)";

struct SensitivityOptions {
  std::string folder = {};
  std::vector<std::string> measures = {};
  std::string design = {};
  std::string results = {};
  std::size_t resamples = 500;
  std::uint64_t seed = 1;
  bool json = false;
};

InputsAndResults inputs_and_results(const SensitivityOptions& options) {
  const DesignTable design = read_design_table(options.design, Words::as_levels);
  DesignTable results = read_design_table(options.results);
  if (design.rows() != results.rows()) {
    throw Failure(ExitCode::bad_input_data,
                  fmt::format("{} has {} rows, {} has {}; they must have the same runs", options.design, design.rows(),
                              options.results, results.rows()));
  }
  if (!options.measures.empty()) results = chosen_columns(results, options.measures);
  return {design, results, std::nullopt, {}};
}

ExitCode carry_out_sensitivity(const SensitivityOptions& options, const Console& console) {
  const bool tables = !options.design.empty() && !options.results.empty();
  const bool any_table = !options.design.empty() || !options.results.empty();
  if (options.folder.empty() ? !tables : any_table) {
    throw Failure(ExitCode::usage, "sensitivity: name DIR, the folder of a sweep, or both --design and --results");
  }
  const InputsAndResults all = options.folder.empty()
                                   ? inputs_and_results(options)
                                   : sweep_inputs_and_results(options.folder, options.measures, console);
  const SensitivityReport report =
      sensitivity_report(all.design, all.results, options.resamples, options.seed, all.kind, all.replicates);
  console.print(options.json ? sensitivity_json(report) : sensitivity_text(report));
  return ExitCode::ok;
}

}  // namespace

void add_sensitivity(CLI::App& program, Request& request) {
  auto options = std::make_shared<SensitivityOptions>();
  CLI::App& command =
      *program.add_subcommand("sensitivity", "What a measure depends on: indices of a sweep, or of anyone's numbers");
  command.footer(sensitivity_examples);
  command.add_option("folder", options->folder, "Folder of a sweep")->type_name("DIR");
  command.add_option("--design", options->design, "Inputs, one row for each run")->type_name("D.csv");
  command.add_option("--results", options->results, "Measures, one row for each run")->type_name("Y.csv");
  command.add_option("--measure", options->measures, "Only these measures")->type_name("NAME ...");
  command.add_option("--resamples", options->resamples, "Bootstrap samples of blocks, 0 for none")
      ->check(CLI::Range(0, 100000));
  command.add_option("--seed", options->seed, "Seed of the bootstrap");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_sensitivity(*options, request.console); };
  });
}

}  // namespace districtsim
