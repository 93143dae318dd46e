#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// How the arrangement of an alternative differs from the baseline's, from the texts of both: who decides, who is
/// assigned, which posts exist, and what befalls the district. One phrase each, "label: baseline -> alternative".
[[nodiscard]] std::vector<std::string> structure_differences(const Scenario& baseline, const Scenario& alternative);

}  // namespace districtsim
