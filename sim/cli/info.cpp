#include <fmt/format.h>

#include <memory>

#include "analysis/hours_table.hpp"
#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/core/build_info.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/provenance.hpp"
#include "sim/record/read_result.hpp"

namespace districtsim {

namespace {

constexpr const char* info_examples = R"(
Examples:
  districtsim info baseline.h5
  districtsim info baseline.h5 --json
  districtsim info baseline.h5 --hours
  districtsim info baseline.h5 --scenario > resolved.json

The digest is the same for equal results, however and whenever they were written.)";

struct InfoOptions {
  std::string result = {};
  bool json = false;
  bool scenario = false;
  bool hours = false;
};

/// Sizes of the dimensions, in the order of their names.
std::vector<std::pair<std::string, std::size_t>> dimensions_of(const SavedResult& result) {
  std::vector<std::pair<std::string, std::size_t>> sizes;
  for (const StoredDataset& dataset : result.datasets()) {
    const bool is_coordinate = dataset.dimensions.size() == 1 && dataset.dimensions.front() == dataset.path;
    if (dataset.dimension_only || is_coordinate) sizes.emplace_back(dataset.path, dataset.shape.front());
  }
  return sizes;
}

/// What a reader should know before trusting the numbers.
std::vector<std::string> warnings_of(const SavedResult& result, const Provenance& provenance) {
  std::vector<std::string> warnings;
  if (provenance.git_commit.find("dirty") != std::string::npos) {
    warnings.push_back("written by a program with uncommitted changes (" + provenance.git_commit + ")");
  }
  if (provenance.program_version != build_info().version) {
    warnings.push_back("written by version " + provenance.program_version + ", this is " + build_info().version);
  }
  const std::string notes = result.text_attribute("", "district_notes").value_or("");
  for (std::size_t begin = 0; begin < notes.size();) {
    const std::size_t end = std::min(notes.find('\n', begin), notes.size());
    warnings.push_back(notes.substr(begin, end - begin));
    begin = end + 1;
  }
  return warnings;
}

nlohmann::json info_as_json(const SavedResult& result, const Provenance& from) {
  nlohmann::json scenarios = nlohmann::json::array();
  for (const ResolvedScenario& scenario : from.scenarios) {
    scenarios.push_back({{"name", scenario.name}, {"sha256", scenario.sha256}});
  }
  nlohmann::json dimensions = nlohmann::json::object();
  for (const auto& [name, size] : dimensions_of(result)) dimensions[name] = size;
  return {{"file", result.path().string()},
          {"title", from.title},
          {"district", result.text_attribute("", "district").value_or("")},
          {"scenarios", scenarios},
          {"dimensions", dimensions},
          {"digest", digest_of(result.path())},
          {"seed", from.seed},
          {"date", from.date},
          {"command_line", from.command_line},
          {"program_version", from.program_version},
          {"git_commit", from.git_commit},
          {"compiler", from.compiler},
          {"compiler_flags", from.compiler_flags},
          {"instruction_set", from.instruction_set},
          {"cpu_model", from.cpu_model},
          {"libc_version", from.libc_version},
          {"input_hash", from.input_hash},
          {"warnings", warnings_of(result, from)}};
}

std::string info_as_text(const SavedResult& result, const Provenance& from) {
  std::string text;
  const auto line = [&text](std::string_view name, std::string_view value) {
    text += fmt::format("{:<11} {}\n", name, value);
  };
  line("title", from.title);
  line("district", result.text_attribute("", "district").value_or(""));
  for (const ResolvedScenario& scenario : from.scenarios) {
    line("scenario", fmt::format("{} ({:.12})", scenario.name, scenario.sha256));
  }
  std::string sizes;
  for (const auto& [name, size] : dimensions_of(result)) {
    sizes += fmt::format("{}{} {}", sizes.empty() ? "" : ", ", name, size);
  }
  line("dimensions", sizes);
  line("digest", digest_of(result.path()));
  line("seed", std::to_string(from.seed));
  line("date", from.date);
  line("command", from.command_line);
  line("program",
       fmt::format("{} {}, {}, {}", from.program_version, from.git_commit, from.compiler, from.compiler_flags));
  line("machine", fmt::format("{}, {}, {}", from.cpu_model, from.instruction_set, from.libc_version));
  line("input hash", from.input_hash.empty() ? "no data files" : from.input_hash);
  for (const std::string& warning : warnings_of(result, from)) line("warning", warning);
  return text;
}

/// The text of the only scenario, byte by byte, or a list of several.
std::string scenarios_as_json(const std::vector<ResolvedScenario>& scenarios) {
  std::string texts;
  for (const ResolvedScenario& scenario : scenarios) texts += (texts.empty() ? "" : ",\n") + scenario.text;
  return scenarios.size() == 1 ? texts + "\n" : "[" + texts + "]\n";
}

ExitCode carry_out_info(const InfoOptions& options, const Console& console) {
  const SavedResult result = SavedResult::open(options.result);
  if (options.hours) {
    const std::vector<HoursTable> tables = hours_tables(result);
    console.print(options.json ? json_line(hours_as_json(tables)) : hours_as_text(tables));
    return ExitCode::ok;
  }
  const Provenance provenance = read_provenance(result);
  if (options.scenario) {
    console.print(scenarios_as_json(provenance.scenarios));
  } else {
    console.print(options.json ? json_line(info_as_json(result, provenance)) : info_as_text(result, provenance));
  }
  return ExitCode::ok;
}

}  // namespace

void add_info(CLI::App& program, Request& request) {
  auto options = std::make_shared<InfoOptions>();
  CLI::App& command = *program.add_subcommand("info", "Say where a result file comes from and what it holds");
  command.footer(info_examples);
  command.add_option("result", options->result, "Result file")->type_name("OUT.h5")->required();
  command.add_flag("--scenario", options->scenario,
                   "Print the complete scenario as it was run, as JSON; several as a list");
  command.add_flag("--hours", options->hours,
                   "Print where leaders' hours go, in schools of lowest and highest need, and what support they are");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_info(*options, request.console); };
  });
}

}  // namespace districtsim
