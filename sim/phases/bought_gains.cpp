#include "sim/phases/bought_gains.hpp"

#include <algorithm>

namespace districtsim {

namespace {

double students_of_group(const CohortCells& cells, std::size_t school, Group group) {
  double students = 0.0;
  const int first = cells.lowest_grade[school];
  for (int grade = first; grade < first + cells.grades(school); ++grade) {
    students += cells.students[cells.row(school, grade, group, Subject::reading)];
  }
  return students;
}

void add_class_size(const Parameters& p, const Schools& schools, const CohortCells& cells, std::size_t school,
                    BoughtGains& gains) {
  ClassPlan plan;
  plan.early = early_students(cells, school);
  plan.later = std::max(0.0, schools.students[school] - plan.early);
  plan.teachers = schools.teachers(school);
  plan.early_posts = schools.early_posts[school];
  const ClassSizes sizes = class_sizes(plan);
  const double start = schools.students_per_teacher_at_start[school];
  gains.smaller_early = p.cohort.class_size * (start - sizes.early);
  gains.smaller_later = p.cohort.class_size * p.bought.later_grades * (start - sizes.later);
}

}  // namespace

BoughtGains bought_gains(const Conditions& conditions, const Schools& schools, const CohortCells& cells,
                         std::size_t school) {
  const Parameters& p = conditions.parameters;
  BoughtGains gains;
  if (conditions.on(Mechanism::class_size)) add_class_size(p, schools, cells, school, gains);
  if (conditions.on(Mechanism::intervention) && schools.interventionists[school] > 0) {
    const Served served = served_shares(schools.interventionists[school] * p.bought.intervention_students,
                                        students_of_group(cells, school, Group::low_income),
                                        students_of_group(cells, school, Group::other));
    gains.intervened = {p.bought.intervention * served.low_income, p.bought.intervention * served.other};
  }
  if (conditions.on(Mechanism::extended_time)) gains.longer = p.bought.extended_time * schools.extended_hours[school];
  return gains;
}

}  // namespace districtsim
