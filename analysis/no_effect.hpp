#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Top-level keys of the scenarios' texts in which what acts differs: not name, description or what is recorded.
[[nodiscard]] std::vector<std::string> differing_keys(const Scenario& baseline, const Scenario& alternative);

/// Why an alternative may have changed nothing: the likeliest reason its scenario shows, as one sentence.
[[nodiscard]] std::string why_no_effect(const Scenario& baseline, const Scenario& alternative);

}  // namespace districtsim
