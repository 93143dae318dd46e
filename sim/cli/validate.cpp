#include <fmt/format.h>

#include <memory>

#include "analysis/experiment_design.hpp"
#include "analysis/sweep_plan.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

namespace {

constexpr const char* validate_examples = R"(
Examples:
  districtsim validate baseline.yaml
  districtsim validate *.yaml --json
  districtsim validate policy.yaml --set framework.discretion=0.4

Every error of every file is listed, with file, line and column. Exit code 3 if there is any.)";

struct ValidateOptions {
  std::vector<std::string> files = {};
  std::vector<std::string> settings = {};
  bool json = false;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// What a file is, as far as its keys tell.
enum class FileKind : std::uint8_t { scenario, district, design };

FileKind kind_of_file(const std::string& path) {
  const Document document = read_document(path);
  if (!document.root.is_map()) return FileKind::scenario;
  const Node* const kind = document.root.find("kind");
  if (kind != nullptr && kind->text == "district") return FileKind::district;
  return document.root.find("design") != nullptr ? FileKind::design : FileKind::scenario;
}

/// With its base and alternatives, if it has a base.
void check_design(const std::string& path) {
  const ExperimentDesign design = read_experiment_design(path);
  if (!design.sweep.base.empty()) static_cast<void>(SweepPlan(path));
}

std::vector<std::string> errors_of(const std::string& path, const std::vector<Override>& overrides) {
  const FileKind kind = kind_of_file(path);
  if (kind == FileKind::scenario) return scenario_errors(path, overrides);
  try {
    if (kind == FileKind::design) {
      check_design(path);
    } else {
      static_cast<void>(profile_from_file(path));
    }
    return {};
  } catch (const Failure& failure) {
    return lines_of(failure.what());
  }
}

ExitCode carry_out_validate(const ValidateOptions& options, const Console& console) {
  const std::vector<Override> overrides = overrides_of(options.settings);
  nlohmann::json files = nlohmann::json::array();
  bool all_valid = true;
  for (const std::string& path : options.files) {
    const std::vector<std::string> errors = errors_of(path, overrides);
    all_valid = all_valid && errors.empty();
    files.push_back({{"file", path}, {"valid", errors.empty()}, {"errors", errors}});
    if (options.json) continue;
    if (errors.empty() && !console.is_quiet()) console.print(path + ": ok\n");
    for (const std::string& error : errors) console.complain_of_input(error);
  }
  if (options.json) console.print(json_line({{"valid", all_valid}, {"files", files}}));
  return all_valid ? ExitCode::ok : ExitCode::invalid_scenario;
}

}  // namespace

void add_validate(CLI::App& program, Request& request) {
  auto options = std::make_shared<ValidateOptions>();
  CLI::App& command = *program.add_subcommand("validate", "List every error of scenario, district and design files");
  command.footer(validate_examples);
  command.add_option("files", options->files, "Scenario, district or design files")->type_name("FILE")->required();
  add_settings(command, options->settings);
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_validate(*options, request.console); };
  });
}

}  // namespace districtsim
