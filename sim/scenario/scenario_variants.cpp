#include "sim/scenario/scenario_variants.hpp"

#include <utility>

#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

struct ScenarioVariants::State {
  std::filesystem::path path;
  std::vector<std::filesystem::path> layers;
  std::vector<Override> common;
  Scenario base;
};

ScenarioVariants::ScenarioVariants(std::filesystem::path path, std::vector<std::filesystem::path> layers,
                                   std::vector<Override> common) {
  Scenario base = load_scenario(path, common, layers);
  state_ = std::make_unique<const State>(State{std::move(path), std::move(layers), std::move(common), std::move(base)});
}
ScenarioVariants::~ScenarioVariants() = default;
ScenarioVariants::ScenarioVariants(ScenarioVariants&&) noexcept = default;
ScenarioVariants& ScenarioVariants::operator=(ScenarioVariants&&) noexcept = default;

const Scenario& ScenarioVariants::base() const { return state_->base; }

Scenario ScenarioVariants::with(const std::vector<Override>& settings) const {
  std::vector<Override> all = state_->common;
  all.insert(all.end(), settings.begin(), settings.end());
  return load_scenario(state_->path, all, state_->layers);
}

}  // namespace districtsim
