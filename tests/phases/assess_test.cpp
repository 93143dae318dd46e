#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario without_luck() {
  Scenario scenario = small_scenario(5, 200);
  scenario.parameters.cohort.class_noise = 0.0;
  return scenario;
}

/// Every teacher with the same practice above the norm in all dimensions, no talent.
void set_practice(SmallWorld& world, float above) {
  Teachers& teachers = world.district.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    teachers.talent[row] = 0.0F;
    teachers.learned[row] = static_cast<float>(world.district.norm_practice);
    for (std::size_t d = 0; d < dimension_count; ++d) {
      teachers.stable[d][row] = above;
      teachers.supported[d][row] = 0.0F;
      teachers.supported_sum[d][row] = 0.0F;
    }
  }
}

TEST(Assess, ClassesGainLambdaTimesPracticeAboveTheNormAndKeepItsPersistentPart) {
  SmallWorld world(without_luck());
  set_practice(world, 0.4F);
  const Parameters& p = world.conditions.parameters;
  const CohortCells before = world.district.cells;
  assess(world.conditions, world.year(1), world.district);
  const double gain = 0.4 * p.teacher_effect.practice_to_achievement;
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_NEAR(world.district.cells.persistent[row] - before.persistent[row], p.cohort.persistence * gain, 1e-6);
    EXPECT_NEAR(world.district.cells.transitory[row], (1.0 - p.cohort.persistence) * gain, 1e-6);
  }
}

TEST(Assess, TheYearsMeanOfSupportedPracticeCounts) {
  SmallWorld world(without_luck());
  set_practice(world, 0.0F);
  for (auto& column : world.district.teachers.supported_sum) std::fill(column.begin(), column.end(), 18.0F);
  const CohortCells before = world.district.cells;
  assess(world.conditions, world.year(1), world.district);
  const Parameters& p = world.conditions.parameters;
  EXPECT_NEAR(world.district.cells.persistent[0] - before.persistent[0],
              p.cohort.persistence * 0.5 * p.teacher_effect.practice_to_achievement, 1e-6)
      << "18 of 36 weeks";
}

TEST(Assess, WithoutFadeOutAllOfTheGainLasts) {
  Scenario scenario = without_luck();
  scenario.mechanisms.turn(Mechanism::fade_out, false);
  SmallWorld world(scenario);
  set_practice(world, 0.4F);
  const CohortCells before = world.district.cells;
  assess(world.conditions, world.year(1), world.district);
  EXPECT_NEAR(world.district.cells.persistent[3] - before.persistent[3],
              0.4 * world.conditions.parameters.teacher_effect.practice_to_achievement, 1e-6);
  EXPECT_NEAR(world.district.cells.transitory[3], 0.0, 1e-12);
}

TEST(Assess, WithoutStudentLearningLevelsStay) {
  Scenario scenario = without_luck();
  scenario.mechanisms.turn(Mechanism::student_learning, false);
  SmallWorld world(scenario);
  set_practice(world, 0.4F);
  const CohortCells before = world.district.cells;
  assess(world.conditions, world.year(1), world.district);
  EXPECT_EQ(world.district.cells.persistent, before.persistent);
}

TEST(Assess, SmallerClassesThanAtTheStartHelp) {
  SmallWorld world(without_luck());
  set_practice(world, 0.0F);
  world.district.schools.students_per_teacher_at_start[0] += 7.0;
  const CohortCells before = world.district.cells;
  assess(world.conditions, world.year(1), world.district);
  const Parameters& p = world.conditions.parameters;
  EXPECT_NEAR(world.district.cells.persistent[0] - before.persistent[0],
              p.bought.class_size_lasting * p.cohort.class_size * 7.0, 1e-6)
      << "kindergarten";
  EXPECT_NEAR(world.district.cells.transitory[0], (1.0 - p.bought.class_size_lasting) * p.cohort.class_size * 7.0,
              1e-6);
  EXPECT_NEAR(world.district.cells.persistent.back(), before.persistent.back(), 1e-6);
}

TEST(Assess, EveryThingBoughtGainsAndLastsInItsOwnWay) {
  SmallWorld world(without_luck());
  set_practice(world, 0.0F);
  District& d = world.district;
  d.schools.interventionists[0] = 1000;
  d.schools.extended_hours[1] = 2.0;
  const CohortCells before = d.cells;
  assess(world.conditions, world.year(1), d);
  const BoughtParameters& p = world.conditions.parameters.bought;
  const std::size_t helped = before.row(0, before.lowest_grade[0], Group::low_income, Subject::reading);
  EXPECT_NEAR(d.cells.persistent[helped] - before.persistent[helped], p.intervention_lasting * p.intervention, 1e-6);
  EXPECT_NEAR(d.cells.transitory[helped], (1.0 - p.intervention_lasting) * p.intervention, 1e-6);
  const std::size_t longer = before.row(1, before.lowest_grade[1], Group::other, Subject::mathematics);
  EXPECT_NEAR(d.cells.persistent[longer] - before.persistent[longer], p.extended_time_lasting * 2.0 * p.extended_time,
              1e-6);
  EXPECT_NEAR(d.cells.persistent.back(), before.persistent.back(), 1e-6);
}

TEST(Assess, EachThingBoughtHasItsSwitch) {
  Scenario scenario = without_luck();
  for (const Mechanism off : {Mechanism::class_size, Mechanism::intervention, Mechanism::extended_time}) {
    scenario.mechanisms.turn(off, false);
  }
  SmallWorld world(scenario);
  set_practice(world, 0.0F);
  District& d = world.district;
  d.schools.interventionists[0] = 1000;
  d.schools.extended_hours[1] = 2.0;
  d.schools.students_per_teacher_at_start[2] += 7.0;
  const CohortCells before = d.cells;
  assess(world.conditions, world.year(1), d);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_NEAR(d.cells.persistent[row], before.persistent[row], 1e-6);
  }
}

TEST(Assess, EarlyPostsHelpEarlyGradesAndCostLaterOnesALittle) {
  SmallWorld world(
      scenario_of({hand_made_school(1, SchoolLevel::elementary, kindergarten, grade_row(5), 60, 0.5, 24)}));
  world.conditions.parameters.cohort.class_noise = 0.0;
  set_practice(world, 0.0F);
  District& d = world.district;
  d.schools.early_posts[0] = 4;
  const CohortCells before = d.cells;
  assess(world.conditions, world.year(1), d);
  const Parameters& p = world.conditions.parameters;
  const auto gain = [&](int grade) {
    const std::size_t row = before.row(0, grade, Group::other, Subject::reading);
    return (d.cells.persistent[row] - before.persistent[row]) / p.bought.class_size_lasting;
  };
  // 240 of 360 students, 20 general posts: 240/(20 2/3 + 4) = 13.85 and 18 students a teacher instead of 15.
  EXPECT_NEAR(gain(grade_row(3)), p.cohort.class_size * (15.0 - 240.0 / (40.0 / 3.0 + 4.0)), 1e-6);
  EXPECT_NEAR(gain(grade_row(4)), p.bought.later_grades * p.cohort.class_size * (15.0 - 18.0), 1e-6);
}

TEST(Assess, PedagogyCountsMoreForLowIncomeStudents) {
  SmallWorld world(without_luck());
  world.conditions.parameters.teacher_effect.differentiation_tilt = 0.1;
  world.conditions.parameters.teacher_effect.expectations = 0.0;
  set_practice(world, 0.0F);
  auto& pedagogy = world.district.teachers.stable[1];
  std::fill(pedagogy.begin(), pedagogy.end(), 1.0F);
  const CohortCells before = world.district.cells;
  assess(world.conditions, world.year(1), world.district);
  const auto low = before.row(0, 2, Group::low_income, Subject::reading);
  const auto other = before.row(0, 2, Group::other, Subject::reading);
  const CohortCells& after = world.district.cells;
  EXPECT_NEAR((after.persistent[low] - before.persistent[low]) / (after.persistent[other] - before.persistent[other]),
              0.35 / 0.15, 1e-4);
}

TEST(Assess, HighExpectationsTurnTheSamePracticeTowardLowIncomeStudents) {
  double gap[2] = {};
  for (const int high : {0, 1}) {
    SmallWorld world(without_luck());
    set_practice(world, 0.0F);
    auto& pedagogy = world.district.teachers.stable[1];
    std::fill(pedagogy.begin(), pedagogy.end(), 1.0F);
    auto& expectations = world.district.teachers.expectations;
    std::fill(expectations.begin(), expectations.end(), high == 1 ? 0.9F : 0.1F);
    const CohortCells before = world.district.cells;
    assess(world.conditions, world.year(1), world.district);
    const auto low = before.row(0, 2, Group::low_income, Subject::reading);
    const auto other = before.row(0, 2, Group::other, Subject::reading);
    const CohortCells& after = world.district.cells;
    const double of_low = after.persistent[low] - before.persistent[low];
    const double of_other = after.persistent[other] - before.persistent[other];
    gap[high] = of_low - of_other;
    EXPECT_NEAR(of_low + of_other,
                0.5 * world.conditions.parameters.cohort.persistence *
                    world.conditions.parameters.teacher_effect.practice_to_achievement,
                1e-6)
        << "expectations turn practice, they add nothing";
  }
  EXPECT_GT(gap[1], gap[0]);
}

TEST(Assess, SmallCellsAreTestedWithMoreError) {
  double small_error = 0.0;
  double large_error = 0.0;
  for (std::uint32_t replicate = 0; replicate < 40; ++replicate) {
    Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 8, 0.5, 15),
                                     hand_made_school(2, SchoolLevel::elementary, 1, 6, 800, 0.5, 15)});
    scenario.mechanisms.turn(Mechanism::test_pressure, false);
    SmallWorld world(scenario, replicate);
    assess(world.conditions, world.year(1), world.district);
    const CohortCells& cells = world.district.cells;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const double error = cells.tested[row] - cells.persistent[row] - cells.transitory[row];
      (row < cells.begin[1] ? small_error : large_error) += error * error;
    }
  }
  EXPECT_NEAR(small_error / large_error, 100.0, 20.0);
}

}  // namespace
}  // namespace districtsim
