#include <gtest/gtest.h>

#include <algorithm>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Leaders with time enough for everything, and weeks of evaluation.
struct EvaluationWorld : SmallWorld {
  explicit EvaluationWorld(const Scenario& given) : SmallWorld(given) {}

  void evaluate_week(int week, Minutes instruction = 6000) {
    const std::size_t schools = district.schools.size();
    district.schools.committed.assign(schools, 0);
    LeaderWeek leaders;
    leaders.total = leaders.instruction = instruction;
    district.schools.leaders.assign(schools, leaders);
    std::fill(district.teachers.minutes_free.begin(), district.teachers.minutes_free.end(), 210);
    evaluate(conditions, week_at(scenario.calendar, 0, week), district.principals, district.schools, district.teachers,
             district.support, district.journal);
  }
  [[nodiscard]] std::int32_t evaluations(std::size_t school) const {
    return district.support.places[school].of(InteractionKind::formal_evaluation).kept;
  }
};

TEST(Evaluate, EverybodyIsEvaluatedOnceAndNovicesTwiceWithinTheSeason) {
  EvaluationWorld world(small_scenario(6, 240));
  for (int week = 0; week < 36; ++week) world.evaluate_week(week);
  const District& d = world.district;
  for (std::size_t school = 0; school < 6; ++school) {
    std::int32_t due = 0;
    for (auto row = d.schools.teacher_begin[school]; row < d.schools.teacher_begin[school + 1]; ++row) {
      due += d.teachers.experience[row] < 3.0F ? 2 : 1;
    }
    EXPECT_EQ(world.evaluations(school), due);
  }
}

TEST(Evaluate, OutsideTheSeasonNobodyIsEvaluated) {
  EvaluationWorld world(small_scenario(3, 120));
  const EvaluationParameters& p = world.conditions.parameters.evaluation;
  world.evaluate_week(static_cast<int>(p.first_week) - 2);
  world.evaluate_week(static_cast<int>(p.first_week + p.weeks) - 1);
  EXPECT_EQ(world.evaluations(0), 0);
  world.evaluate_week(static_cast<int>(p.first_week) - 1);
  EXPECT_GT(world.evaluations(0), 0);
}

TEST(Evaluate, LeadersGiveNoMoreThanTheirInstructionalHours) {
  EvaluationWorld world(small_scenario(3, 120));
  const Minutes each = in_minutes(world.conditions.parameters.evaluation.leader_hours);
  for (int week = 0; week < 36; ++week) {
    world.evaluate_week(week, each + each / 2);
    for (std::size_t school = 0; school < 3; ++school) EXPECT_LE(world.district.schools.committed[school], each);
  }
  const KindTally& tally = world.district.support.places[1].of(InteractionKind::formal_evaluation);
  EXPECT_EQ(tally.given, tally.kept * each);
  EXPECT_EQ(tally.received, tally.kept * in_minutes(world.conditions.parameters.evaluation.teacher_hours));
}

TEST(Evaluate, ItRaisesAccountabilityAndTeachesNothing) {
  EvaluationWorld world(small_scenario(3, 120));
  world.conditions.parameters.evaluation.accountability_fade = 0.0;
  const District before = world.district;
  for (int week = 0; week < 36; ++week) world.evaluate_week(week);
  for (std::size_t school = 0; school < 3; ++school) {
    EXPECT_GT(world.district.schools.accountability[school], before.schools.accountability[school]);
    EXPECT_LT(world.district.schools.accountability[school], 1.0);
  }
  EXPECT_EQ(world.district.teachers.supported, before.teachers.supported);
}

TEST(Evaluate, WithoutEvaluationsAYearFadesAccountabilityByItsParameter) {
  EvaluationWorld world(small_scenario(3, 120));
  const double start = world.district.schools.accountability[0];
  for (int week = 0; week < 36; ++week) world.evaluate_week(week, 0);
  EXPECT_NEAR(world.district.schools.accountability[0],
              start * (1.0 - world.conditions.parameters.evaluation.accountability_fade), 1e-9);
}

TEST(Evaluate, OnlyWhereFeedbackDidNotHelpBeforeDoesItCostOpenness) {
  EvaluationWorld world(small_scenario(3, 120));
  Teachers& teachers = world.district.teachers;
  const auto start = static_cast<float>(world.conditions.parameters.trust.start);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    teachers.trust_principal[row] = row % 2 == 0 ? start - 0.1F : start + 0.1F;
  }
  const Teachers before = teachers;
  for (int week = 0; week < 36; ++week) world.evaluate_week(week);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    EXPECT_EQ(teachers.trust_principal[row] < before.trust_principal[row], row % 2 == 0);
    EXPECT_EQ(teachers.resistance[row] > before.resistance[row], row % 2 == 0);
    EXPECT_LE(teachers.resistance[row],
              before.resistance[row] + static_cast<float>(world.conditions.parameters.evaluation.resistance));
  }
}

TEST(Evaluate, SwitchedOffNobodyIsEvaluatedAndAccountabilityFades) {
  Scenario scenario = small_scenario(3, 120);
  scenario.mechanisms.turn(Mechanism::formal_evaluation, false);
  EvaluationWorld world(scenario);
  world.district.schools.evaluated.assign(3, 5);
  const District before = world.district;
  for (int week = 0; week < 36; ++week) world.evaluate_week(week);
  EXPECT_NEAR(world.district.schools.accountability[0],
              before.schools.accountability[0] * (1.0 - world.conditions.parameters.evaluation.accountability_fade),
              1e-9);
  EXPECT_EQ(world.district.schools.evaluated, std::vector<std::uint32_t>(3, 0));
  EXPECT_EQ(world.district.teachers.resistance, before.teachers.resistance);
  EXPECT_EQ(world.evaluations(0), 0);
}

}  // namespace
}  // namespace districtsim
