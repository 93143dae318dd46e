#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

int students_of(const CohortCells& cells) {
  int sum = 0;
  for (std::size_t row = 0; row < cells.size(); row += subject_count) sum += cells.students[row];
  return sum;
}

/// Two elementary schools that feed one middle school, which feeds one high school.
Scenario chain() {
  std::vector<SchoolProfile> schools = {hand_made_school(1, SchoolLevel::elementary, 1, 6, 40, 0.25, 15),
                                        hand_made_school(2, SchoolLevel::elementary, 1, 6, 60, 0.5, 22),
                                        hand_made_school(3, SchoolLevel::middle, 7, 9, 100, 0.4, 20),
                                        hand_made_school(4, SchoolLevel::high, 10, 13, 100, 0.4, 26)};
  schools[0].feeder = schools[1].feeder = 2;
  schools[2].feeder = 3;
  Scenario scenario = scenario_of(schools);
  scenario.enrolment = Enrolment::cohorts;
  return scenario;
}

Scenario thirty_schools_by_cohorts() {
  Scenario scenario = small_scenario(30, 1300);
  scenario.enrolment = Enrolment::cohorts;
  return scenario;
}

TEST(Promote, CohortsMoveUpAGradeWithTheirLevel) {
  SmallWorld world(chain());
  CohortCells& cells = world.district.cells;
  for (std::size_t row = 0; row < cells.size(); ++row) cells.persistent[row] = static_cast<double>(row) / 100.0;
  const CohortCells before = cells;
  promote(world.conditions, world.year(2), world.district);
  for (int grade = 1; grade < 6; ++grade) {
    const auto from = before.row(0, grade, Group::other, Subject::mathematics);
    const auto to = before.row(0, grade + 1, Group::other, Subject::mathematics);
    EXPECT_EQ(cells.students[to], before.students[from]);
    EXPECT_DOUBLE_EQ(cells.persistent[to], before.persistent[from]);
    EXPECT_NEAR(cells.spread[to], before.spread[from], 1e-12);
  }
}

TEST(Promote, SchoolsThatMeetMergeMeansAndVariancesWithTheBetweenPart) {
  SmallWorld world(chain());
  CohortCells& cells = world.district.cells;
  const auto a = cells.row(0, 6, Group::low_income, Subject::reading);  // 10 students
  const auto b = cells.row(1, 6, Group::low_income, Subject::reading);  // 30
  cells.persistent[a] = -0.6;
  cells.persistent[b] = 0.2;
  cells.spread[a] = 0.8;
  cells.spread[b] = 1.0;
  promote(world.conditions, world.year(2), world.district);
  const auto to = cells.row(2, 7, Group::low_income, Subject::reading);
  EXPECT_EQ(cells.students[to], 40);
  EXPECT_NEAR(cells.persistent[to], 0.0, 1e-12);  // (10 (-.6) + 30 .2) / 40
  // within (10 .64 + 30 1) / 40 = .91, between (10 .36 + 30 .04) / 40 = .12
  EXPECT_NEAR(cells.spread[to] * cells.spread[to], 1.03, 1e-12);
}

TEST(Promote, StudentsAreConserved) {
  SmallWorld world(thirty_schools_by_cohorts());
  for (int year = 0; year < 15; ++year) {
    const CohortCells before = world.district.cells;
    promote(world.conditions, world.year(2), world.district);
    int graduates = 0;
    int entrants = 0;
    for (std::size_t school = 0; school < 30; ++school) {
      const SchoolProfile& profile = world.scenario.district.schools[school];
      for (const Group group : {Group::low_income, Group::other}) {
        if (profile.level == SchoolLevel::high) {
          graduates += before.students[before.row(school, 13, group, Subject::reading)];
        }
        if (profile.level == SchoolLevel::elementary) {
          entrants += world.district.cells.students[before.row(school, 1, group, Subject::reading)];
        }
      }
    }
    EXPECT_EQ(students_of(world.district.cells), students_of(before) - graduates + entrants);
    EXPECT_EQ(students_of(world.district.cells),
              std::accumulate(world.district.schools.students.begin(), world.district.schools.students.end(), 0));
  }
}

TEST(Promote, BothSubjectsKeepTheSameStudents) {
  SmallWorld world(thirty_schools_by_cohorts());
  for (int year = 0; year < 6; ++year) promote(world.conditions, world.year(2), world.district);
  const CohortCells& cells = world.district.cells;
  for (std::size_t row = 0; row < cells.size(); row += subject_count) {
    EXPECT_EQ(cells.students[row], cells.students[row + 1]);
  }
}

TEST(Promote, KindergartenTakesInAsManyAsAtTheStart) {
  SmallWorld world(chain());
  for (int year = 0; year < 3; ++year) promote(world.conditions, world.year(2), world.district);
  const CohortCells& cells = world.district.cells;
  EXPECT_EQ(cells.students[cells.row(0, 1, Group::low_income, Subject::reading)], 10);
  EXPECT_EQ(cells.students[cells.row(0, 1, Group::other, Subject::reading)], 30);
}

TEST(Promote, AnEntryGradeThatNoSchoolFeedsTakesInAsManyAsAtTheStart) {
  // The school's grade 5 is fed by nobody; its grade 6 by an elementary school that ends with grade 5.
  std::vector<SchoolProfile> schools = {
      hand_made_school(1, SchoolLevel::elementary, 1, grade_row(5), 50, 0.5, 15),
      hand_made_school(2, SchoolLevel::middle, grade_row(5), grade_row(8), 70, 0.5, 20)};
  schools[0].feeder = 1;
  SmallWorld world(scenario_of(schools));
  promote(world.conditions, world.year(2), world.district);
  const CohortCells& cells = world.district.cells;
  const auto entry = cells.row(1, grade_row(5), Group::other, Subject::reading);
  EXPECT_EQ(cells.students[entry], 35);
}

TEST(Promote, SteadyEnrolmentKeepsEveryGradeAsMeasuredAndMovesLevelsAllTheSame) {
  Scenario scenario = chain();
  scenario.enrolment = Enrolment::steady;
  SmallWorld world(scenario);
  CohortCells& cells = world.district.cells;
  for (std::size_t row = 0; row < cells.size(); ++row) cells.persistent[row] = static_cast<double>(row) / 100.0;
  const CohortCells before = cells;
  for (int year = 0; year < 4; ++year) {
    promote(world.conditions, world.year(2), world.district);
    EXPECT_EQ(cells.students, before.students) << year;
  }
  const auto fourth_up = cells.row(0, 5, Group::other, Subject::reading);
  EXPECT_DOUBLE_EQ(cells.persistent[fourth_up], before.persistent[before.row(0, 1, Group::other, Subject::reading)]);
}

Event students_change(int year, double share) {
  Event event;
  event.kind = Event::Kind::enrolment_change;
  event.year = year;
  event.share = share;
  return event;
}

TEST(Promote, SteadyEnrolmentChangesEveryGradeFromTheEventOn) {
  Scenario scenario = chain();
  scenario.enrolment = Enrolment::steady;
  scenario.events = {students_change(2, -0.25), students_change(3, 0.2)};
  SmallWorld world(scenario);
  const CohortCells& cells = world.district.cells;
  const auto row = cells.row(1, 3, Group::other, Subject::reading);                     // 30 of 60
  for (const auto& [year, students] : {std::pair{1, 30}, {2, 22}, {3, 27}, {4, 27}}) {  // 45 less 23, 54 less 27
    promote(world.conditions, world.year(year), world.district);
    EXPECT_EQ(cells.students[row], students) << year;
    EXPECT_EQ(students_of(cells),
              std::accumulate(world.district.schools.students.begin(), world.district.schools.students.end(), 0));
  }
}

TEST(Promote, CohortsChangeByTheirIntakeAlone) {
  Scenario scenario = chain();
  scenario.events = {students_change(2, -0.5)};
  SmallWorld world(scenario);
  const int before = students_of(world.district.cells);
  promote(world.conditions, world.year(1), world.district);
  EXPECT_EQ(students_of(world.district.cells), before);
  promote(world.conditions, world.year(2), world.district);
  EXPECT_EQ(students_of(world.district.cells), before - 50) << "kindergartens take in 50 instead of 100";
}

TEST(Promote, TheTransitoryPartDoesNotCarryOver) {
  SmallWorld world(chain());
  world.district.cells.transitory.assign(world.district.cells.size(), 0.3);
  promote(world.conditions, world.year(2), world.district);
  for (const double part : world.district.cells.transitory) EXPECT_EQ(part, 0.0);
}

}  // namespace
}  // namespace districtsim
