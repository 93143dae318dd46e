#pragma once

#include <cstdint>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// One who looks for another school of the district.
struct Looker {
  std::uint32_t row = 0;
  bool drawn = false;  ///< looks for a transfer stipend alone, and takes no school without one
};

/// Teachers who look for another school of the district choose among those with a vacancy at their level, drawn to
/// lower need and better climate; the more experienced choose first. Without a better place they stay.
void transfer(const Conditions& conditions, const SchoolYear& year, const std::vector<std::vector<Looker>>& looking,
              District& district);

}  // namespace districtsim
