#pragma once

#include "sim/district/cohort_cells.hpp"
#include "sim/district/schools.hpp"

namespace districtsim {

/// Whether a team teaches a grade and subject of its school.
[[nodiscard]] inline bool teaches(const Teams& teams, std::size_t team, int grade, Subject subject) {
  const bool of_grade = teams.grade[team] < 0 || teams.grade[team] == grade;
  const bool of_subject =
      teams.subject[team] == Teams::Subject::both || static_cast<int>(teams.subject[team]) == static_cast<int>(subject);
  return of_grade && of_subject;
}

}  // namespace districtsim
