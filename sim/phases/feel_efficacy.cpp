#include "sim/core/parallel.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/phases/taught_cells.hpp"
#include "sim/rules/efficacy.hpp"

namespace districtsim {

namespace {

/// Growth of a team's classes in the year, as tested.
struct ClassGrowth {
  double sum = 0.0;  ///< [SD students]
  double students = 0.0;

  [[nodiscard]] double believed(const EfficacyParameters& p) const {
    return students > 0.0 ? believed_growth(sum / students, students, p) : 0.0;
  }
};

void add_cells(const CohortCells& cells, std::size_t school, int grade, Subject subject, ClassGrowth& growth) {
  for (const Group group : {Group::low_income, Group::other}) {
    const std::size_t row = cells.row(school, grade, group, subject);
    growth.sum += cells.growth[row] * cells.students[row];
    growth.students += cells.students[row];
  }
}

/// Growth of the classes a team teaches; of all of the school's for a team of other subjects.
ClassGrowth growth_of(const District& district, std::size_t school, std::size_t team) {
  const CohortCells& cells = district.cells;
  const bool other = district.teams.subject[team] == Teams::Subject::other;
  ClassGrowth growth;
  const int first = cells.lowest_grade[school];
  for (int grade = first; grade < first + cells.grades(school); ++grade) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      if (other || teaches(district.teams, team, grade, subject)) add_cells(cells, school, grade, subject, growth);
    }
  }
  return growth;
}

/// Trust in those who persuade: the school's leaders, and the teacher leader where there is one.
double persuading_trust(const Teachers& teachers, std::size_t row) {
  const auto leaders = static_cast<double>(teachers.trust_principal[row]);
  return teachers.coach[row] == no_coach ? leaders : 0.5 * (leaders + static_cast<double>(teachers.trust_coach[row]));
}

}  // namespace

void feel_efficacy(const Conditions& conditions, District& district) {
  if (!conditions.on(Mechanism::efficacy)) return;
  const EfficacyParameters& p = conditions.parameters.efficacy;
  Teachers& teachers = district.teachers;
  for_blocks(district.schools.size(), 16, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      for (std::size_t team = district.schools.team_begin[school]; team < district.schools.team_begin[school + 1];
           ++team) {
        const double growth = growth_of(district, school, team).believed(p);
        for (std::size_t row = district.teams.teacher_begin[team]; row < district.teams.teacher_begin[team + 1];
             ++row) {
          const YearOfTeaching year{growth, persuading_trust(teachers, row), static_cast<double>(teachers.strain[row])};
          teachers.efficacy[row] =
              static_cast<float>(efficacy_next(static_cast<double>(teachers.efficacy[row]), year, p));
        }
      }
    }
  });
}

}  // namespace districtsim
