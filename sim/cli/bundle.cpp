#include "analysis/bundle.hpp"

#include <fmt/format.h>

#include <memory>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"

namespace districtsim {

namespace {

constexpr const char* bundle_examples = R"(
Examples:
  districtsim bundle results -o paper.zip       a folder with result files of run and compare
  districtsim bundle sweep-folder -o paper.zip  the folder of a sweep

For a paper's supplement: scenarios, parameters, data or their hash, the model's description (ODD), tables for figures,
provenance, CodeMeta, and reproduce.sh, which repeats a sample in minutes and everything with --all.)";

struct BundleOptions {
  std::string folder = {};
  std::string output = {};
  bool json = false;
};

ExitCode carry_out_bundle(const BundleOptions& options, const Console& console) {
  const Bundle bundle = bundle_of(options.folder);
  ZipFile file(options.output, bundle.date);
  std::vector<std::string> names;
  for (const BundleEntry& entry : bundle.entries) {
    file.add(entry.name, entry.text, entry.mode);
    names.push_back(entry.name);
  }
  file.publish();
  for (const std::string& note : bundle.notes) console.warn(note);
  if (options.json) {
    console.print(json_line({{"output", options.output}, {"files", names}, {"notes", bundle.notes}}));
  } else if (!console.is_quiet()) {
    for (const std::string& name : names) console.print(name + "\n");
  }
  console.flush();
  console.say(fmt::format("wrote {} with {} files", options.output, names.size()));
  return ExitCode::ok;
}

}  // namespace

void add_bundle(CLI::App& program, Request& request) {
  auto options = std::make_shared<BundleOptions>();
  CLI::App& command = *program.add_subcommand("bundle", "Pack results, inputs and a script that repeats them");
  command.footer(bundle_examples);
  command.add_option("folder", options->folder, "Folder with result files, or of a sweep")
      ->type_name("DIR")
      ->required();
  command.add_option("-o,--output", options->output, "Archive to write")->type_name("OUT.zip")->required();
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_bundle(*options, request.console); };
  });
}

}  // namespace districtsim
