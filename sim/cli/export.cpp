#include <memory>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/record/export_csv.hpp"

namespace districtsim {

namespace {

constexpr const char* export_examples = R"(
Examples:
  districtsim export baseline.h5 --csv tables

One table for each set of dimensions; columns.csv lists every column's unit and meaning.)";

struct ExportOptions {
  std::string result = {};
  std::string folder = {};
  bool json = false;
};

ExitCode carry_out_export(const ExportOptions& options, const Console& console) {
  std::vector<std::string> files;
  for (const auto& path : export_csv(options.result, options.folder)) files.push_back(path.string());
  if (options.json) {
    console.print(json_line({{"files", files}}));
  } else if (!console.is_quiet()) {
    for (const std::string& file : files) console.print(file + "\n");
  }
  return ExitCode::ok;
}

}  // namespace

void add_export(CLI::App& program, Request& request) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App& command = *program.add_subcommand("export", "Write a result file's values as tidy tables");
  command.footer(export_examples);
  command.add_option("result", options->result, "Result file")->type_name("OUT.h5")->required();
  command.add_option("--csv", options->folder, "Folder for CSV tables")->type_name("DIR")->required();
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_export(*options, request.console); };
  });
}

}  // namespace districtsim
