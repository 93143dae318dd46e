#include "sim/run/simulate.hpp"

#include "sim/scenario/deflators.hpp"

namespace districtsim {

RunCount simulate(const Conditions& conditions, const Recorder::Sink& sink, const RunHooks& hooks) {
  Simulation simulation(conditions, sink, hooks);
  simulation.advance_to(simulation.end());
  return simulation.count();
}

Conditions conditions_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replicate, ParameterUse use) {
  Parameters parameters = use == ParameterUse::drawn
                              ? draw_parameters(scenario.parameters, scenario.parameters_set, seed, replicate)
                              : scenario.parameters;
  convert_dollars(scenario.context.price_year, scenario.parameters_set, parameters);
  return {scenario, parameters, Draws(seed, replicate)};
}

}  // namespace districtsim
