#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// The district at the start of a run: posts as the profile and staffing rules say, people drawn by their keys.
/// A pure function of scenario, parameters, seed and replicate.
[[nodiscard]] District build_district(const Conditions& conditions);

}  // namespace districtsim
