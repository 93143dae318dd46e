#include "sim/cli/compare_scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "sim/core/failure.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/load_scenario.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

/// Everything that failures say, each line once: layers share the errors of the baseline.
class Failures {
 public:
  void add(const Failure& failure) {
    std::istringstream lines(failure.what());
    for (std::string line; std::getline(lines, line);) {
      if (said_.insert(line).second) all_ += (all_.empty() ? "" : "\n") + line;
    }
    if (code_ == ExitCode::ok) code_ = failure.code();
  }
  void throw_if_any() const {
    if (code_ != ExitCode::ok) throw Failure(code_, all_);
  }

 private:
  std::set<std::string> said_;
  std::string all_;
  ExitCode code_ = ExitCode::ok;
};

/// A scenario that stands alone, or a layer laid over the first file.
Scenario load_alternative(const std::string& first, const std::string& path) {
  return layer_of(path).empty() ? load_scenario(path) : load_scenario(first, {}, {path});
}

void require_common_ground(const Scenario& baseline, const Scenario& scenario) {
  const auto fail = [&](const std::string& why) {
    throw Failure(ExitCode::invalid_scenario,
                  fmt::format("scenarios {} and {} cannot be compared: {}", baseline.name, scenario.name, why));
  };
  if (scenario.context.price_year != baseline.context.price_year) {
    fail(fmt::format("context.price_year is {} and {}, so their dollars are not the same", baseline.context.price_year,
                     scenario.context.price_year));
  }
  if (scenario.calendar.warm_up_years != baseline.calendar.warm_up_years) {
    fail(fmt::format("calendar.warm_up_years is {} and {}, so they cannot share luck", baseline.calendar.warm_up_years,
                     scenario.calendar.warm_up_years));
  }
}

/// Row of the scenario that `wanted` names: a path as it was given, or else a scenario's name.
std::size_t chosen_row(const std::string& wanted, const std::vector<std::string>& paths,
                       const std::vector<Scenario>& scenarios) {
  const auto path = std::find(paths.begin(), paths.end(), wanted);
  if (path != paths.end()) return static_cast<std::size_t>(path - paths.begin());
  std::vector<std::size_t> rows;
  std::vector<std::string> names = paths;
  for (std::size_t row = 0; row < scenarios.size(); ++row) {
    names.push_back(scenarios[row].name);
    std::error_code none;
    if (scenarios[row].name == wanted || std::filesystem::equivalent(paths[row], wanted, none)) rows.push_back(row);
  }
  if (rows.size() == 1) return rows.front();
  if (rows.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("--baseline {}: must be the path or name of one of the given scenarios{}", wanted,
                              did_you_mean(wanted, names)));
  }
  throw Failure(ExitCode::usage, fmt::format("--baseline {}: {} of the given scenarios are called so; name a path",
                                             wanted, rows.size()));
}

}  // namespace

std::vector<Scenario> load_compared(const ComparedFiles& files) {
  std::vector<Scenario> scenarios;
  Failures failures;
  const auto take = [&](const auto& load) {
    try {
      scenarios.push_back(load());
    } catch (const Failure& failure) {
      failures.add(failure);
    }
  };
  take([&] { return load_scenario(files.first); });
  for (const std::string& path : files.others) take([&] { return load_alternative(files.first, path); });
  failures.throw_if_any();
  if (!files.baseline.empty()) {
    std::vector<std::string> paths = {files.first};
    paths.insert(paths.end(), files.others.begin(), files.others.end());
    const auto row = static_cast<std::ptrdiff_t>(chosen_row(files.baseline, paths, scenarios));
    std::rotate(scenarios.begin(), scenarios.begin() + row, scenarios.begin() + row + 1);
  }
  for (Scenario& scenario : scenarios) {
    if (files.equal_cost) scenario.cost_reference = scenarios.front().framework;
  }
  for (const Scenario& scenario : scenarios) require_common_ground(scenarios.front(), scenario);
  return scenarios;
}

}  // namespace districtsim
