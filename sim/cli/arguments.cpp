#include "sim/cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sim/core/failure.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t low, std::uint64_t high) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < low || number > high) {
    throw CLI::ValidationError(option, fmt::format("must be a whole number from {} to {}, not {}", low, high, text));
  }
  return number;
}

void add_choice(CLI::App& command, const std::string& name, std::string& target,
                const std::vector<std::string>& choices, const std::string& help) {
  const auto read = [&target, name, choices](const std::string& text) {
    if (std::find(choices.begin(), choices.end(), text) == choices.end()) {
      throw CLI::ValidationError(
          name, fmt::format("must be one of {}, not {}{}", listed(choices), text, did_you_mean(text, choices)));
    }
    target = text;
  };
  command.add_option_function<std::string>(name, read, help)->type_name(fmt::format("{}", fmt::join(choices, "|")));
}

void add_settings(CLI::App& command, std::vector<std::string>& settings) {
  command.add_option("--set", settings, "Change the scenario: keys with dots between, and a value; may be repeated")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
}

std::vector<Override> overrides_of(const std::vector<std::string>& settings) {
  std::vector<Override> overrides;
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Failure(ExitCode::usage,
                    fmt::format("--set {}: must be path=value, such as framework.discretion=0.4", setting));
    }
    overrides.push_back({setting.substr(0, equals), setting.substr(equals + 1)});
  }
  return overrides;
}

void add_json(CLI::App& command, bool& json) {
  command.add_flag("--json", json, "Print one JSON object on standard output");
}

void add_quiet(CLI::App& command, Console& console) {
  command.add_flag_callback(
      "-q,--quiet", [&console] { console.be(Loudness::quiet); }, "No messages and no progress, only errors");
}

}  // namespace districtsim
