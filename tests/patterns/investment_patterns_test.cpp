// Who gains by when from money spent early or late (S10 of the model page: reported, not required).

#include <gtest/gtest.h>

#include <functional>
#include <iostream>

#include "sim/phases/taught_cells.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

constexpr int followed_years = 9;

/// Four elementary schools of kindergarten to grade 5 and two middle schools that their students go to.
Scenario two_levels() {
  std::vector<SchoolProfile> schools;
  for (std::uint32_t key = 1; key <= 4; ++key) {
    schools.push_back(hand_made_school(key, SchoolLevel::elementary, kindergarten, grade_row(5), 60, 0.5, 24));
    schools.back().feeder = key <= 2 ? 4 : 5;
  }
  for (std::uint32_t key = 5; key <= 6; ++key) {
    schools.push_back(hand_made_school(key, SchoolLevel::middle, grade_row(6), grade_row(8), 120, 0.5, 24));
  }
  return scenario_of(schools);
}

/// Mean scores without luck, by year: of early grades, of grades 6 to 8, and of low-income students in all.
struct Scores {
  double early[followed_years] = {};
  double middle[followed_years] = {};
  double low_income[followed_years] = {};
  double all[followed_years] = {};
};

double mean_score(const CohortCells& cells, const std::function<bool(int, Group)>& counts) {
  double sum = 0.0;
  double students = 0.0;
  for (std::size_t school = 0; school + 1 < cells.begin.size(); ++school) {
    for (int grade = cells.lowest_grade[school]; grade < cells.lowest_grade[school] + cells.grades(school); ++grade) {
      for (const Group group : {Group::low_income, Group::other}) {
        if (!counts(grade, group)) continue;
        const std::size_t row = cells.row(school, grade, group, Subject::reading);
        sum += cells.students[row] * (cells.persistent[row] + cells.transitory[row]);
        students += cells.students[row];
      }
    }
  }
  return sum / students;
}

/// The same teachers every year; only what is bought differs.
Scores scores_with(int early_posts_each, int intervention_each) {
  SmallWorld world(two_levels());
  world.conditions.parameters.cohort.class_noise = 0.0;
  District& d = world.district;
  PostPlan plan = allocate(world.conditions, world.year(0), d);
  for (std::size_t school = 0; school < 4; ++school) {
    plan.teachers[school] += early_posts_each;
    plan.early[school] = early_posts_each;
  }
  for (std::size_t school = 4; school < 6; ++school) plan.interventionists[school] = intervention_each;
  restaff(world.conditions, world.year(1), plan, d);
  hire(world.conditions, world.year(1), d);
  // Everybody teaches as the norm has it, so that scores show what was bought alone.
  for (std::size_t row = 0; row < d.teachers.size(); ++row) {
    d.teachers.talent[row] = 0.0F;
    d.teachers.learned[row] = static_cast<float>(d.norm_practice);
    for (std::size_t dimension = 0; dimension < dimension_count; ++dimension) {
      d.teachers.stable[dimension][row] = d.teachers.supported_sum[dimension][row] = 0.0F;
    }
  }
  Scores scores;
  for (int index = 0; index < followed_years; ++index) {
    if (index > 0) promote(world.conditions, world.year(index + 1), d);
    assess(world.conditions, world.year(index + 1), d);
    scores.early[index] = mean_score(d.cells, [](int grade, Group) { return is_early_grade(grade); });
    scores.middle[index] = mean_score(d.cells, [](int grade, Group) { return grade >= grade_row(6); });
    scores.low_income[index] = mean_score(d.cells, [](int, Group group) { return group == Group::low_income; });
    scores.all[index] = mean_score(d.cells, [](int, Group) { return true; });
  }
  return scores;
}

TEST(InvestmentPattern, S10EarlyGradePostsAndLateInterventionOfTheSameCostHelpOthersAtOtherTimes) {
  const Scores without = scores_with(0, 0);
  const Scores early = scores_with(2, 0);  // eight posts, as many dollars
  const Scores late = scores_with(0, 4);
  std::cout << "S10, gains in SD by year: early posts (grades K-3, 6-8, all, low income), then intervention\n";
  for (const int year : {0, 4, followed_years - 1}) {
    std::cout << "  year " << year + 1 << ":";
    for (const Scores* scores : {&early, &late}) {
      std::cout << "  " << scores->early[year] - without.early[year] << " "
                << scores->middle[year] - without.middle[year] << " " << scores->all[year] - without.all[year] << " "
                << scores->low_income[year] - without.low_income[year] << ";";
    }
    std::cout << "\n";
  }
  const int last = followed_years - 1;
  for (const Scores* scores : {&early, &late}) {
    EXPECT_GT(scores->all[0], without.all[0] + 0.005) << "both help in the first year";
    EXPECT_GT(scores->all[last], scores->all[0] - without.all[0] + without.all[last]) << "and more as it lasts";
  }
  EXPECT_GT(early.early[0] - without.early[0], 0.03);
  EXPECT_NEAR(early.middle[0], without.middle[0], 0.001) << "early money reaches grade 6 only with its students";
  EXPECT_GT(early.middle[last], without.middle[last] + 0.01) << "years later part of it is there";
  EXPECT_LT(early.middle[last] - without.middle[last], late.middle[last] - without.middle[last])
      << "fade-out: money spent late shows more where it is spent";
  EXPECT_NEAR(late.early[last], without.early[last], 0.001) << "late money never reaches early grades";
  EXPECT_GT(late.low_income[0] - without.low_income[0], 1.5 * (late.all[0] - without.all[0]))
      << "intervention goes to those who are behind";
}

}  // namespace
}  // namespace districtsim
