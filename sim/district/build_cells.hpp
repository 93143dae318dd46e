#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// Students by school, grade, group and subject at the start, with the level of their intake, and where leavers go.
void build_cells(const Conditions& conditions, District& district);

/// Level of students who enter a school from outside the district's schools. [SD]
[[nodiscard]] double intake_level(const Conditions& conditions, std::uint32_t school_key, Group group);

}  // namespace districtsim
