#pragma once

#include <vector>

#include "analysis/experiment_design.hpp"
#include "sim/scenario/document.hpp"

namespace districtsim {

/// Checks a design's inputs against the arms of its sweep: every name is a parameter or a path to one value that the
/// base or an alternative has, and every value fits it. Marks whole numbers and puts in the base's values. `root` is
/// the design file, for places.
[[nodiscard]] std::vector<Complaint> check_inputs(const Node& root, const std::vector<ScenarioVariants>& arms,
                                                  ExperimentDesign& design);

/// Whether a scenario takes each input: it lacks those below a row of a list that it does not have.
[[nodiscard]] std::vector<bool> inputs_taken(const ExperimentDesign& design, const Scenario& scenario);

}  // namespace districtsim
