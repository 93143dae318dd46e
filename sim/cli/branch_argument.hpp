#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/console.hpp"
#include "sim/run/branch.hpp"

namespace districtsim {

/// `--branch-at YEAR` or `YEAR:WEEK`: school years from 1, weeks of a year from 1.
void add_branch(CLI::App& command, std::optional<BranchPoint>& branch);

/// "year 4, week 12"
[[nodiscard]] std::string branch_text(const BranchPoint& branch);

/// Says where alternatives begin, and warns of what differs between the first scenario and each other one but does
/// nothing after a branch.
void announce_branch(const std::vector<const Scenario*>& scenarios, const BranchPoint& branch, const Console& console);

}  // namespace districtsim
