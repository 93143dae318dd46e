#include "sim/phases/initiative.hpp"

#include <algorithm>

#include "sim/district/purpose.hpp"
#include "sim/rules/initiative.hpp"

namespace districtsim {

namespace {

/// How far each dimension of a staff's practice is below their mean. [iSD]
Focus weakness_of(const Schools& schools, const Teachers& teachers, std::size_t school) {
  Focus practice{};
  double mean = 0.0;
  const double staff = std::max(1U, schools.teachers(school));
  for (std::size_t d = 0; d < dimension_count; ++d) {
    for (std::size_t row = schools.teacher_begin[school]; row < schools.teacher_begin[school + 1]; ++row) {
      practice[d] += static_cast<double>(teachers.stable[d][row] + teachers.supported[d][row]);
    }
    practice[d] /= staff;
    mean += practice[d] / dimension_count;
  }
  for (double& own : practice) own = mean - own;
  return practice;
}

}  // namespace

Focus school_focus(const Conditions& conditions, const Principals& principals, const Schools& schools,
                   const Teachers& teachers, std::size_t school) {
  const InitiativeParameters& p = conditions.parameters.initiative;
  Focus weakness = weakness_of(schools, teachers, school);
  const double error = focus_error(principals.skill(school), p);
  const auto luck = conditions.draws.normals(Purpose::school_focus, {schools.key[school], 0}, 0);
  for (std::size_t d = 0; d < dimension_count; ++d) weakness[d] += error * luck[d];
  return chosen_focus(weakness, p);
}

}  // namespace districtsim
