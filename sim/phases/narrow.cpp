#include <algorithm>

#include "sim/core/elementary.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/rules/test_pressure.hpp"

namespace districtsim {

namespace {

/// Share of a school's students below proficiency in the last state assessment. [1]
double share_behind(const CohortCells& cells, std::size_t school, double cut) {
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

}  // namespace

void narrow(const Conditions& conditions, const CohortCells& cells, Schools& schools) {
  if (!conditions.on(Mechanism::test_pressure)) {
    std::fill(schools.inflation.begin(), schools.inflation.end(), 0.0);
    std::fill(schools.breadth.begin(), schools.breadth.end(), 1.0);
    return;
  }
  const TestPressureParameters& p = conditions.parameters.test_pressure;
  const double pressure = conditions.scenario.context.accountability_pressure;
  const double cut = conditions.parameters.cohort.proficiency_cut;
  for_blocks(schools.size(), 16, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      schools.inflation[school] = score_inflation(pressure, schools.accountability[school], p);
      schools.breadth[school] = breadth_next(schools.breadth[school], pressure, share_behind(cells, school, cut), p);
    }
  });
}

}  // namespace districtsim
