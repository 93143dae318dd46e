#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Whether a mandate brings teacher leaders a role that is new to the district: later than year 1, or negotiated.
[[nodiscard]] bool is_new_role(const Conditions& conditions, std::size_t entry);

/// Schools whose holders of a new role have little legitimacy may give it up: the posts that its mandate opened close,
/// and their money is left for materials. A part of mandate.
void give_up_roles(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district);

}  // namespace districtsim
