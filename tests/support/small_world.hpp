#pragma once

#include <cstdint>
#include <vector>

#include "sim/district/build_district.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/run/simulate.hpp"
#include "sim/scenario/district_source.hpp"

namespace districtsim {

/// A synthetic district of `schools` schools and `teachers` teaching posts, with the structs' defaults otherwise.
inline Scenario small_scenario(int schools, int teachers) {
  SyntheticPlan plan;
  plan.schools = schools;
  plan.teachers = teachers;
  Scenario scenario;
  scenario.name = "small";
  scenario.district = synthetic_profile(plan);
  scenario.parameters = default_parameters();
  scenario.calendar.years = 3;
  scenario.calendar.warm_up_years = 1;
  return scenario;
}

/// A school written by hand: `students` in every grade it serves, a share of them from low-income families.
inline SchoolProfile hand_made_school(std::uint32_t key, SchoolLevel level, int lowest, int highest, int students,
                                      double low_income, int teachers) {
  SchoolProfile school;
  school.id = "H" + std::to_string(key);
  school.name = "School " + std::to_string(key);
  school.key = key;
  school.level = level;
  school.lowest_grade = lowest;
  school.highest_grade = highest;
  school.teachers = teachers;
  for (int grade = lowest; grade <= highest; ++grade) {
    school.students[static_cast<std::size_t>(grade)] = students;
    school.low_income[static_cast<std::size_t>(grade)] = static_cast<int>(low_income * students + 0.5);
  }
  return school;
}

/// A scenario over hand-made schools.
inline Scenario scenario_of(const std::vector<SchoolProfile>& schools) {
  Scenario scenario;
  scenario.name = "hand-made";
  scenario.district.name = "Hand-made district";
  scenario.district.schools = schools;
  scenario.parameters = default_parameters();
  scenario.calendar.years = 3;
  scenario.calendar.warm_up_years = 1;
  return scenario;
}

/// A scenario, its conditions at the parameters' values, and a district at the start. Not copied: conditions refer to
/// the scenario here.
struct SmallWorld {
  explicit SmallWorld(const Scenario& given, std::uint32_t replicate = 0)
      : scenario(given),
        conditions(conditions_of(scenario, 7, replicate, ParameterUse::held)),
        district(build_district(conditions)) {}
  SmallWorld(const SmallWorld&) = delete;
  SmallWorld& operator=(const SmallWorld&) = delete;

  /// School year of index `index`, counted with the scenario's warm-up years.
  [[nodiscard]] SchoolYear year(int index) const {
    SchoolYear year;
    year.index = index;
    year.number = index - scenario.calendar.warm_up_years + 1;
    year.start = week_at(scenario.calendar, index, 0).index;
    year.summer = summer_index(scenario.calendar, index);
    return year;
  }

  Scenario scenario;
  Conditions conditions;
  District district;
};

}  // namespace districtsim
