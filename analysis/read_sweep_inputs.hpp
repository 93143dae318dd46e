#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/experiment_design.hpp"
#include "sim/scenario/document.hpp"

namespace districtsim {

/// What a checked design file says about the runs of a sweep: files that can be read, measures that exist. Complains of
/// the rest.
[[nodiscard]] SweepInputs read_sweep_inputs(const Node& root, const nlohmann::json& checked, SamplingPlan plan,
                                            std::vector<Complaint>& complaints);

/// What can only be seen with the arms at hand: all have the same recorded years, and chosen years are among them.
[[nodiscard]] std::vector<Complaint> check_years(const Node& root, const std::vector<ScenarioVariants>& arms);

}  // namespace districtsim
