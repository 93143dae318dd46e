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

/// Whether a row of grades is one of the early ones, kindergarten to grade 3.
[[nodiscard]] constexpr bool is_early_grade(int grade) { return grade >= kindergarten && grade <= grade_row(3); }

/// Students of a school in kindergarten to grade 3.
[[nodiscard]] inline double early_students(const CohortCells& cells, std::size_t school) {
  double students = 0.0;
  const int first = cells.lowest_grade[school];
  for (int grade = first; grade < first + cells.grades(school); ++grade) {
    if (!is_early_grade(grade)) continue;
    for (const Group group : {Group::low_income, Group::other}) {
      students += cells.students[cells.row(school, grade, group, Subject::reading)];
    }
  }
  return students;
}

}  // namespace districtsim
