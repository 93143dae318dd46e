#include "sim/cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "sim/core/build_info.hpp"
#include "sim/phases/teacher_week.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

constexpr const char* program_examples = R"(
Examples:
  districtsim init my-district              a folder with a district and scenarios to change
  districtsim run my-district/baseline.yaml -o baseline.h5
  districtsim info baseline.h5

districtsim COMMAND --help explains a command.
Exit codes: 0 done, 1 failed, 2 wrong command line, 3 invalid scenario, 4 bad input data,
5 part of a sweep is missing, 130 interrupted.)";

std::string version_text() {
  const BuildInfo& build = build_info();
  return fmt::format("districtsim {}\ncommit:    {}\ncompiler:  {}\nflags:     {}\nkernel:    {}\nlibraries: {}\n",
                     build.version, build.git_commit, build.compiler, build.flags, teacher_week_build(),
                     build.libraries);
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// The innermost command that was named, or the program itself.
const CLI::App& named_command(const CLI::App& app) {
  const std::vector<CLI::App*> named = app.get_subcommands();
  return named.empty() ? app : named_command(*named.back());
}

std::string full_name(const CLI::App& command) {
  return command.get_parent() == nullptr ? "districtsim" : full_name(*command.get_parent()) + " " + command.get_name();
}

std::string help_of(const CLI::App& command) {
  return command.help(command.get_parent() == nullptr ? "" : full_name(*command.get_parent()));
}

/// What to say of the first word that fits nowhere; "" if all words fit.
std::string unknown_word(const CLI::App& command, const std::vector<std::string>& extra) {
  if (extra.empty()) return "";
  const std::string word = extra.front().substr(0, extra.front().find('='));
  if (word.size() > 1 && word[0] == '-') {
    return fmt::format("there is no option {}{}", word, did_you_mean(word, option_names(command)));
  }
  const std::vector<std::string> names = command_names(command);
  if (names.empty()) return fmt::format("one word too many: {}", extra.front());
  const std::string guess = did_you_mean(extra.front(), names);
  return fmt::format("there is no command {}{}", extra.front(), guess.empty() ? "; there are " + listed(names) : guess);
}

/// What to say where a command should follow; "" where none should.
std::string missing_command(const CLI::App& command) {
  const std::vector<std::string> names = command_names(command);
  return names.empty() ? "" : "a command is missing; there are " + listed(names);
}

ExitCode explain(const CLI::App& program, const CLI::ParseError& error, const Console& console) {
  const CLI::App& command = named_command(program);
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    const bool wants_version = dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr;
    console.print(wants_version ? version_text() : help_of(command));
    console.flush();
    return ExitCode::ok;
  }
  std::string problem = unknown_word(command, command.remaining());
  if (problem.empty()) problem = missing_command(command);
  if (problem.empty()) problem = error.what();
  console.complain(problem + "\nSee " + full_name(command) + " --help.");
  return ExitCode::usage;
}

}  // namespace

void add_commands(CLI::App& program, Request& request) {
  add_init(program, request);
  add_import(program, request);
  add_validate(program, request);
  add_run(program, request);
  add_compare(program, request);
  add_diverge(program, request);
  add_explain(program, request);
  add_info(program, request);
  add_export(program, request);
  add_bundle(program, request);
  add_design(program, request);
  add_sweep(program, request);
  add_merge(program, request);
  add_verify(program, request);
  add_sensitivity(program, request);
}

ExitCode read_command_line(int argc, const char* const* argv, Request& request) {
  request.words.assign(argv, argv + argc);
  CLI::App program("Simulates a school district: people, time, money and what students learn.", "districtsim");
  program.footer(program_examples);
  program.set_version_flag("--version", version_text(), "Print version and build details");
  program.set_help_flag("-h,--help", "Print this help");
  program.require_subcommand(1);
  add_commands(program, request);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    request.action = nullptr;
    return explain(program, error, request.console);
  }
  return ExitCode::ok;
}

}  // namespace districtsim
