#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/share_behind.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/rules/initiative.hpp"
#include "sim/rules/test_pressure.hpp"

namespace districtsim {

namespace {

/// Pressure of tests on what is taught: more where the district's tests are common to all schools, less where schools
/// adapt their own (Portin et al. 2009, Table 1). [1]
double pressure_on_teaching(const Conditions& conditions) {
  const double pressure = conditions.scenario.context.accountability_pressure;
  const Initiative held = held_in(conditions, &Initiatives::assessment_and_accountability);
  if (held == Initiative::district) return common_pressure(pressure, conditions.parameters.initiative);
  return held == Initiative::school ? own_pressure(pressure, conditions.parameters.initiative) : pressure;
}

}  // namespace

void narrow(const Conditions& conditions, const CohortCells& cells, Schools& schools) {
  if (!conditions.on(Mechanism::test_pressure)) {
    std::fill(schools.inflation.begin(), schools.inflation.end(), 0.0);
    std::fill(schools.breadth.begin(), schools.breadth.end(), 1.0);
    return;
  }
  const TestPressureParameters& p = conditions.parameters.test_pressure;
  const double pressure = pressure_on_teaching(conditions);
  const double cut = conditions.parameters.cohort.proficiency_cut;
  for_blocks(schools.size(), 16, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      schools.inflation[school] = score_inflation(pressure, schools.accountability[school], p);
      schools.breadth[school] = breadth_next(schools.breadth[school], pressure, share_behind(cells, school, cut), p);
    }
  });
}

}  // namespace districtsim
