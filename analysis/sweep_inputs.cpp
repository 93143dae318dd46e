#include "analysis/sweep_inputs.hpp"

#include "sim/scenario/extends.hpp"

namespace districtsim {

std::vector<ScenarioVariants> sweep_arms(const SweepInputs& sweep) {
  // A sweep keeps measures alone, and years set from outside may end before later events, as with run --years.
  std::vector<Override> common = {{"record.agents", "none"}, {"record.interactions", "none"}};
  if (sweep.years > 0) common.push_back({"calendar.years", std::to_string(sweep.years)});
  std::vector<ScenarioVariants> arms;
  arms.reserve(1 + sweep.alternatives.size());
  arms.emplace_back(sweep.base, sweep.layers, common);
  for (const std::filesystem::path& alternative : sweep.alternatives) {
    if (layer_of(alternative).empty()) {
      arms.emplace_back(alternative, sweep.layers, common);
    } else {
      std::vector<std::filesystem::path> layers = sweep.layers;
      layers.push_back(alternative);
      arms.emplace_back(sweep.base, std::move(layers), common);
    }
  }
  return arms;
}

}  // namespace districtsim
