#pragma once

#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// Students this year against the start by school, 1 where dollars do not follow them.
[[nodiscard]] std::vector<double> students_against_start(const Conditions& conditions, const Schools& schools);

/// What the framework's formula gives each school of general money: by posts at the start or by students, by need, less
/// what is won back outside of it, with what schools are held harmless for. `weights`: dollars at the start times
/// `growth` of students; `without`: what schools would have by them alone. The sum stays.
[[nodiscard]] std::vector<Cents> formula_amounts(const Conditions& conditions, const District& district,
                                                 const std::vector<double>& growth, std::vector<double> weights,
                                                 const std::vector<Cents>& without);

}  // namespace districtsim
