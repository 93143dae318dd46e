#include "analysis/sweep_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/check_inputs.hpp"
#include "analysis/measures.hpp"
#include "analysis/sweep_inputs.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

/// Stems of the arms' files; later ones that are taken already get a number.
std::vector<std::string> arm_names_of(const SweepInputs& sweep) {
  std::vector<std::string> names = {sweep.base.stem().string()};
  for (const std::filesystem::path& path : sweep.alternatives) {
    const std::string stem = path.stem().string();
    std::string name = stem;
    for (int number = 2; std::find(names.begin(), names.end(), name) != names.end(); ++number) {
      name = fmt::format("{}_{}", stem, number);
    }
    names.push_back(name);
  }
  return names;
}

}  // namespace

SweepPlan::SweepPlan(const std::filesystem::path& design_file) : design_(read_experiment_design(design_file)) {
  if (design_.sweep.base.empty()) {
    throw Failure(ExitCode::invalid_scenario,
                  design_file.string() + ": base is missing; a sweep needs the scenario that is run");
  }
  rows_ = design_rows(design_);
  if (design_.sweep.luck != LuckSharing::common && rows_.rows() / design_.rows_of_block() > most_luck_groups) {
    throw Failure(ExitCode::invalid_scenario,
                  fmt::format("{}: more than {} rows or blocks with luck of their own; take fewer, or luck: common",
                              design_file.string(), most_luck_groups));
  }
  arm_names_ = arm_names_of(design_.sweep);
  arms_ = sweep_arms(design_.sweep);
  for (const ScenarioVariants& arm : arms_) takes_.push_back(inputs_taken(design_, arm.base()));
}

int SweepPlan::years() const { return arms_.front().base().calendar.years; }

SweepSize SweepPlan::size() const {
  SweepSize size;
  size.rows = rows_.rows();
  size.arms = arms();
  size.replicates = replicates();
  size.runs = size.rows * size.arms * size.replicates;
  size.values_of_run = district_measures().size() * static_cast<std::size_t>(years());
  return size;
}

std::vector<Override> SweepPlan::settings(std::size_t row, std::size_t arm) const {
  std::vector<Override> settings;
  settings.reserve(design_.inputs.size());
  for (std::size_t input = 0; input < design_.inputs.size(); ++input) {
    if (!takes_[arm][input]) continue;
    const ExperimentInput& own = design_.inputs[input];
    settings.push_back({own.path(), own.text_of(rows_.at(row, input))});
  }
  return settings;
}

Scenario SweepPlan::scenario(std::size_t row, std::size_t arm) const { return arms_[arm].with(settings(row, arm)); }

std::uint32_t SweepPlan::luck(std::size_t row, std::size_t replicate) const {
  const auto own = static_cast<std::uint32_t>(replicate);
  switch (design_.sweep.luck) {
    case LuckSharing::common:
      return own;
    case LuckSharing::row:
      return (own << bits_of_luck_group) | static_cast<std::uint32_t>(row);
    case LuckSharing::block:
      break;
  }
  return (own << bits_of_luck_group) | static_cast<std::uint32_t>(row / design_.rows_of_block());
}

}  // namespace districtsim
