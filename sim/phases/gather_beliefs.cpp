#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

double mean_of(const Column<float>& column, Rows staff, double none) {
  double sum = 0.0;
  for (std::size_t row = staff.begin; row < staff.end; ++row) sum += static_cast<double>(column[row]);
  return staff.size() > 0 ? sum / static_cast<double>(staff.size()) : none;
}

}  // namespace

void gather_beliefs(const Conditions& conditions, Week week, const Teachers& teachers, Schools& schools) {
  if (!week.first_of_year() && !is_network_week(conditions.scenario.calendar, week)) return;
  for_blocks(schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      schools.efficacy[school] = mean_of(teachers.efficacy, staff, conditions.parameters.efficacy.start);
      schools.ownership[school] = mean_of(teachers.ownership, staff, conditions.parameters.beliefs.ownership);
    }
  });
}

}  // namespace districtsim
