#pragma once

#include "sim/district/conditions.hpp"
#include "sim/run/simulation.hpp"

namespace districtsim {

/// One replicate of one scenario, from the start to the last summer; each recorded year goes to `sink`. A pure function
/// of the conditions. Throws what Simulation::advance_to throws.
RunCount simulate(const Conditions& conditions, const Recorder::Sink& sink, const RunHooks& hooks = {});

/// The conditions of a replicate. Parameters are drawn once for each replicate, the same for every scenario, unless
/// they are held at their values.
enum class ParameterUse { drawn, held };
[[nodiscard]] Conditions conditions_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replicate,
                                       ParameterUse use);

}  // namespace districtsim
