#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <vector>

#include "sim/cli/console.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

/// What a command line asks for. Each add_ function registers one subcommand; when a command line names it, its
/// callback sets `action`, which main then carries out. Options live as long as the action that holds them.
struct Request {
  std::vector<std::string> words;  ///< the whole command line, for provenance
  Console console;
  std::function<ExitCode()> action;
};

void add_run(CLI::App& program, Request& request);
void add_compare(CLI::App& program, Request& request);
void add_diverge(CLI::App& program, Request& request);
void add_validate(CLI::App& program, Request& request);
void add_import(CLI::App& program, Request& request);
void add_init(CLI::App& program, Request& request);
void add_info(CLI::App& program, Request& request);
void add_export(CLI::App& program, Request& request);
void add_bundle(CLI::App& program, Request& request);
void add_sweep(CLI::App& program, Request& request);
void add_merge(CLI::App& program, Request& request);
void add_verify(CLI::App& program, Request& request);
void add_design(CLI::App& program, Request& request);
void add_explain(CLI::App& program, Request& request);
void add_sensitivity(CLI::App& program, Request& request);

/// All of them, in the order of help.
void add_commands(CLI::App& program, Request& request);

}  // namespace districtsim
