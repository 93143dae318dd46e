#include "sim/cli/branch_argument.hpp"

#include <fmt/format.h>

#include "sim/cli/arguments.hpp"

namespace districtsim {

void add_branch(CLI::App& command, std::optional<BranchPoint>& branch) {
  const auto read = [&branch](const std::string& text) {
    const std::size_t colon = text.find(':');
    BranchPoint point;
    point.year = static_cast<int>(whole_number("--branch-at YEAR", text.substr(0, colon), 1, 30));
    if (colon != std::string::npos) {
      point.week = static_cast<int>(whole_number("--branch-at YEAR:WEEK", text.substr(colon + 1), 1, 52)) - 1;
    }
    branch = point;
  };
  command
      .add_option_function<std::string>("--branch-at", read,
                                        "Run the baseline once to this school year (from 1) and week (from 1), and let "
                                        "every alternative continue from there under its own rules")
      ->type_name("YEAR[:WEEK]");
}

std::string branch_text(const BranchPoint& branch) {
  return fmt::format("year {}, week {}", branch.year, branch.week + 1);
}

void announce_branch(const std::vector<const Scenario*>& scenarios, const BranchPoint& branch, const Console& console) {
  console.say("alternatives continue the baseline's history from " + branch_text(branch));
  for (const Scenario* scenario : scenarios) {
    for (const std::string& note : unheeded_by_branch(*scenarios.front(), *scenario, branch)) {
      console.warn(scenario->name + ": " + note);
    }
  }
}

}  // namespace districtsim
