#include <fmt/format.h>

#include <memory>

#include "analysis/experiment_design.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/scenario/write_text.hpp"

namespace districtsim {

namespace {

constexpr const char* design_examples = R"(
Examples:
  districtsim design design.yaml -o d.csv
  districtsim design design.yaml | head

Rows for anyone's model: run it once a row, write its measures in the same order, then
  districtsim sensitivity --design d.csv --results y.csv)";

struct DesignOptions {
  std::string file = {};
  std::string out = {};
};

ExitCode carry_out_design(const DesignOptions& options, const Console& console) {
  const ExperimentDesign design = read_experiment_design(options.file);
  const DesignTable rows = design_rows(design);
  const std::string text = design_csv(design, rows);
  if (options.out.empty()) {
    console.print(text);
  } else {
    write_text(options.out, text);
    console.say(fmt::format("wrote {} rows of {} inputs to {}", rows.rows(), rows.columns(), options.out));
  }
  return ExitCode::ok;
}

}  // namespace

void add_design(CLI::App& program, Request& request) {
  auto options = std::make_shared<DesignOptions>();
  CLI::App& command = *program.add_subcommand("design", "Rows of a design of experiments, for anyone's model");
  command.footer(design_examples);
  command.add_option("design", options->file, "Design file")->type_name("DESIGN.yaml")->required();
  command.add_option("-o,--out", options->out, "CSV table to write; default: standard output")->type_name("D.csv");
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_design(*options, request.console); };
  });
}

}  // namespace districtsim
