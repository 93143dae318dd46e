#pragma once

#include <array>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Stipends of a school year, by school, as shares of a teacher's salary; 0 where nothing is paid. A teacher gets a
/// salary at most from them, retention first.
struct Stipends {
  std::vector<double> retention;             ///< to teachers who are there
  std::vector<double> transfer;              ///< to teachers who come from another school, in their first two years
  std::array<double, 3> best_transfer = {};  ///< largest of them by grade span
};

/// Of the school year with this number; nothing before year 1 and where the mechanism is off.
[[nodiscard]] Stipends stipends_of(const Conditions& conditions, int year);

/// What stipends cost the district this year: retention for every teaching post of their schools, transfer for those
/// who came with one. The plan has the posts of the year that begins. Other services pay it.
[[nodiscard]] Cents stipend_cost(const Conditions& conditions, const SchoolYear& year, const District& district,
                                 const PostPlan& plan);

}  // namespace districtsim
