#pragma once

#include "sim/record/result_file.hpp"
#include "sim/record/run_layout.hpp"

namespace districtsim {

/// The tables of a result file that have a row for each person or event: child groups `agents` and `interactions`.
[[nodiscard]] AgentVariables define_agents(ResultFile& file);
[[nodiscard]] InteractionVariables define_interactions(ResultFile& file);

}  // namespace districtsim
