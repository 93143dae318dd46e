#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Why an alternative may have changed nothing: the likeliest reason its scenario shows, as one sentence.
[[nodiscard]] std::string why_no_effect(const Scenario& baseline, const Scenario& alternative);

}  // namespace districtsim
