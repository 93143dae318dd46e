#pragma once

#include "sim/core/elementary.hpp"
#include "sim/district/cohort_cells.hpp"

namespace districtsim {

/// Share of a school's students below proficiency in the last state assessment. [1]
[[nodiscard]] inline double share_behind(const CohortCells& cells, std::size_t school, double cut) {
  double behind = 0.0;
  double students = 0.0;
  for (std::size_t row = cells.begin[school]; row < cells.begin[school + 1]; ++row) {
    const double count = cells.students[row];
    if (count <= 0.0) continue;
    behind += count * normal_cdf((cut - cells.tested[row]) / cells.spread[row]);
    students += count;
  }
  return students > 0.0 ? behind / students : 0.0;
}

}  // namespace districtsim
