#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// School year in which a mandate's posts open: its own, or for teacher leaders' new roles when they are agreed.
[[nodiscard]] int opening_year(const Conditions& conditions, std::size_t entry);

/// Raises the plan to what the framework's mandates require, with what is required at least; new roles wait for
/// agreement, schools get ready for them, and give up those that do not take root. A part of allocate.
void mandate(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district);

}  // namespace districtsim
