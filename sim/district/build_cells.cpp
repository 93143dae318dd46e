#include "sim/district/build_cells.hpp"

#include <algorithm>

#include "sim/district/feeder_flows.hpp"
#include "sim/district/purpose.hpp"

namespace districtsim {

double intake_level(const Conditions& conditions, std::uint32_t school_key, Group group) {
  const CohortParameters& p = conditions.parameters.cohort;
  const double luck = conditions.draws.normal(Purpose::school_intake, {school_key, 0}, 0);
  return (group == Group::low_income ? p.low_income_level : p.other_level) + p.school_level_sd * luck;
}

void build_cells(const Conditions& conditions, District& district) {
  CohortCells& cells = district.cells;
  cells.begin.assign(1, 0);
  const auto& profiles = conditions.scenario.district.schools;
  for (const SchoolProfile& school : profiles) {
    const int lowest = std::max(school.lowest_grade, kindergarten);
    cells.lowest_grade.push_back(static_cast<std::int8_t>(lowest));
    for (int grade = lowest; grade <= school.highest_grade; ++grade) {
      for (int group = 0; group < group_count; ++group) {
        const auto row = static_cast<std::size_t>(grade);
        const int low = school.low_income[row];
        for (int subject = 0; subject < subject_count; ++subject) {
          cells.students.push_back(group == 0 ? low : school.students[row] - low);
          cells.persistent.push_back(intake_level(conditions, school.key, static_cast<Group>(group)));
        }
      }
    }
    cells.begin.push_back(static_cast<std::uint32_t>(cells.students.size()));
  }
  cells.transitory.assign(cells.size(), 0.0);
  cells.spread.assign(cells.size(), conditions.parameters.cohort.within_sd);
  cells.tested = cells.persistent;
  cells.growth.assign(cells.size(), 0.0);
  district.feeders = feeder_flows(profiles);
}

}  // namespace districtsim
