#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/sensitivity_report.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"

namespace districtsim {

namespace {

constexpr const char* sensitivity_examples = R"(
Examples:
  districtsim sensitivity --design d.csv --results y.csv
  districtsim sensitivity --design d.csv --results y.csv --json

D.csv has one column for each input and one row for each run, Y.csv one column for each measure and the same rows. The
kind of design is recognised: Saltelli (S1, ST, S2), Morris (mu, mu*, sigma), any other sample (SRC, PRCC). Inputs that
always change together count as one. An input named inert gives the line below which nothing is ranked.)";

struct SensitivityOptions {
  std::string design = {};
  std::string results = {};
  std::size_t resamples = 500;
  std::uint64_t seed = 1;
  bool json = false;
};

ExitCode carry_out_sensitivity(const SensitivityOptions& options, const Console& console) {
  const DesignTable design = read_design_table(options.design, Words::as_levels);
  const DesignTable results = read_design_table(options.results);
  if (design.rows() != results.rows()) {
    throw Failure(ExitCode::bad_input_data,
                  fmt::format("{} has {} rows, {} has {}; they must have the same runs", options.design, design.rows(),
                              options.results, results.rows()));
  }
  const SensitivityReport report = sensitivity_report(design, results, options.resamples, options.seed);
  console.print(options.json ? sensitivity_json(report) : sensitivity_text(report));
  return ExitCode::ok;
}

}  // namespace

void add_sensitivity(CLI::App& program, Request& request) {
  auto options = std::make_shared<SensitivityOptions>();
  CLI::App& command = *program.add_subcommand("sensitivity", "What a measure depends on: indices of anyone's numbers");
  command.footer(sensitivity_examples);
  command.add_option("--design", options->design, "Inputs, one row for each run")->type_name("D.csv")->required();
  command.add_option("--results", options->results, "Measures, one row for each run")->type_name("Y.csv")->required();
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
