#pragma once

#include <array>

#include "sim/district/cohort_cells.hpp"
#include "sim/district/conditions.hpp"
#include "sim/district/schools.hpp"
#include "sim/phases/taught_cells.hpp"

namespace districtsim {

/// What a school's money bought its students in a year besides their teachers. [SD]
struct BoughtGains {
  double smaller_early = 0.0;                    ///< by class size, in kindergarten to grade 3
  double smaller_later = 0.0;                    ///< in other grades
  std::array<double, group_count> intervened{};  ///< by intervention teachers, mean over each group
  double longer = 0.0;                           ///< by extended time

  [[nodiscard]] double smaller(int grade) const { return is_early_grade(grade) ? smaller_early : smaller_later; }
  [[nodiscard]] double of_group(Group group) const { return intervened[static_cast<std::size_t>(group)]; }
};

/// Against the classes of the start. Classes of kindergarten to grade 3 are smaller, and the others a little larger,
/// where early posts are not general ones. Krueger 1999; Nickow, Oreopoulos & Quan 2020; Lavy 2015.
[[nodiscard]] BoughtGains bought_gains(const Conditions& conditions, const Schools& schools, const CohortCells& cells,
                                       std::size_t school);

/// What is left of these gains a year later. [SD]
[[nodiscard]] inline double lasting_gain(const BoughtGains& gains, int grade, Group group, const BoughtParameters& p) {
  return p.class_size_lasting * gains.smaller(grade) + p.intervention_lasting * gains.of_group(group) +
         p.extended_time_lasting * gains.longer;
}

}  // namespace districtsim
