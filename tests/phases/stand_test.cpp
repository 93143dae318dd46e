#include <gtest/gtest.h>

#include <numeric>

#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_leaders() {
  Scenario scenario = small_scenario(6, 240);
  scenario.framework.teachers_per_coach = 20.0;
  return scenario;
}

void stand_week(SmallWorld& world, int week) {
  District& d = world.district;
  stand(world.conditions, week_at(world.scenario.calendar, 0, week), d.schools, d.teacher_leaders, d.support);
}

TEST(Stand, TaintComesWithEvaluationOnlyWhereMisuseIsOn) {
  Scenario scenario = with_leaders();
  scenario.support.teacher_leaders_evaluate = 0.5;
  SmallWorld on(scenario);
  scenario.mechanisms.turn(Mechanism::role_misuse, false);
  SmallWorld off(scenario);
  stand_week(on, 0);
  stand_week(off, 0);
  const auto gain = static_cast<float>(0.5 * on.conditions.parameters.teacher_leader.taint_gain);
  for (const float taint : on.district.teacher_leaders.taint) EXPECT_NEAR(taint, gain, 1e-6);
  for (const float taint : off.district.teacher_leaders.taint) EXPECT_EQ(taint, 0.0F);
}

TEST(Stand, OfficeWorkCostsLegitimacy) {
  SmallWorld world(with_leaders());
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.office[0] = protected_minutes(world.conditions);
  const float before = leaders.legitimacy[0];
  stand_week(world, 0);
  const auto loss = static_cast<float>(world.conditions.parameters.teacher_leader.legitimacy_misused);
  EXPECT_NEAR(leaders.legitimacy[0], before - loss * before, 1e-6);
  EXPECT_EQ(leaders.legitimacy[1], before);
}

TEST(Stand, ATeachingShareRaisesLegitimacy) {
  SmallWorld world(with_leaders());
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.role[0] = LeaderRole::demonstration_teacher;
  const float before = leaders.legitimacy[0];
  stand_week(world, 0);
  EXPECT_GT(leaders.legitimacy[0], before);
}

TEST(Stand, ExpertiseGainedFadesAndAbsorptionRecovers) {
  SmallWorld world(with_leaders());
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.supported[0] = 1.0F;
  leaders.absorption[0] = 0.1F;
  const SkillParameters& p = world.conditions.parameters.skill;
  stand_week(world, 0);
  EXPECT_NEAR(leaders.supported[0], weekly_retention(p.forgetting, 36), 1e-6);
  EXPECT_NEAR(leaders.absorption[0], 0.1 + 0.9 / p.recovery_weeks, 1e-6);
}

TEST(Stand, EveryWorkingHourOfTeacherLeadersIsSomewhere) {
  SmallWorld world(with_leaders());
  District& d = world.district;
  const Minutes hours = in_minutes(world.conditions.parameters.coaching.work_week);
  for (int week = 0; week < 3; ++week) {
    d.support.enter(0, PersonKind::teacher_leader, OtherActivity::office_work, 70);
    stand_week(world, week);
    for (std::size_t school = 0; school < d.schools.size(); ++school) {
      const auto& own = d.support.places[school].hours[static_cast<std::size_t>(PersonKind::teacher_leader)];
      const auto people = static_cast<Minutes>(leaders_of(d.teacher_leaders, school).size());
      EXPECT_EQ(std::accumulate(own.begin(), own.end(), Minutes{0}), hours * people * (week + 1));
    }
  }
}

}  // namespace
}  // namespace districtsim
