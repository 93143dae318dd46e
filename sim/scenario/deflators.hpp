#pragma once

#include <string>
#include <vector>

#include "sim/scenario/parameters.hpp"

namespace districtsim {

/// Year whose dollars scenarios/parameters.yaml writes.
constexpr int year_of_parameters = 2025;

/// Consumer prices of a year (1990 to 2025) against those of the parameters' year (CPI-U, scenarios/deflators.yaml).
[[nodiscard]] double price_level(int year);

/// Turns every parameter in dollars (a unit that begins with $) into dollars of `year`, except those in `held`, which
/// the scenario writes itself, in its own dollars.
void convert_dollars(int year, const std::vector<std::string>& held, Parameters& parameters);

}  // namespace districtsim
