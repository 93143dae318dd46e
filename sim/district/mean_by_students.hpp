#pragma once

#include <algorithm>

#include "sim/district/schools.hpp"

namespace districtsim {

/// Mean of a column over the district's students. [the column's unit]
[[nodiscard]] inline double mean_by_students(const std::vector<double>& column, const Schools& schools) {
  double sum = 0.0;
  double students = 0.0;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    sum += column[school] * schools.students[school];
    students += schools.students[school];
  }
  return sum / std::max(1.0, students);
}

}  // namespace districtsim
