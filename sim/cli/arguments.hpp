#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/cli/console.hpp"
#include "sim/scenario/overrides.hpp"

namespace districtsim {

/// The whole number that `text` is, in plain digits, from `low` to `high`. CLI::ValidationError names the option else.
[[nodiscard]] std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t low,
                                         std::uint64_t high);

/// An option that takes a whole number from `low` to `high`; its default is what `target` holds.
template <class T>
CLI::Option* add_number(CLI::App& command, const std::string& name, T& target, T low, T high, const std::string& help) {
  const auto read = [&target, name, low, high](const std::string& text) {
    target =
        static_cast<T>(whole_number(name, text, static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(high)));
  };
  return command.add_option_function<std::string>(name, read, help)->type_name("N");
}

/// An option that takes one of some words.
void add_choice(CLI::App& command, const std::string& name, std::string& target,
                const std::vector<std::string>& choices, const std::string& help);

/// `--set path=value`, any number of times.
void add_settings(CLI::App& command, std::vector<std::string>& settings);
/// The settings split at their first `=`. Failure(usage) for one without.
[[nodiscard]] std::vector<Override> overrides_of(const std::vector<std::string>& settings);

void add_json(CLI::App& command, bool& json);
/// `--quiet` takes effect on the console as soon as it is read.
void add_quiet(CLI::App& command, Console& console);

}  // namespace districtsim
