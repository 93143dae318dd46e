#include <gtest/gtest.h>

#include <cmath>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_leaders() {
  Scenario scenario = small_scenario(6, 360);
  scenario.framework.teachers_per_coach = 15.0;
  return scenario;
}

void sponsor_week(SmallWorld& world, int week, Minutes instruction = 6000) {
  District& d = world.district;
  plan_caseloads(world.conditions, world.year(0), d);  // puts teacher leaders in the order of schools
  d.schools.committed.assign(d.schools.size(), 0);
  LeaderWeek leaders;
  leaders.total = leaders.instruction = instruction;
  d.schools.leaders.assign(d.schools.size(), leaders);
  sponsor(world.conditions, week_at(world.scenario.calendar, 0, week), d.central, d.principals, d.schools,
          d.teacher_leaders, d.support, d.journal);
}

TEST(Sponsor, AWordOfThePrincipalRaisesStandingByHand) {
  SmallWorld world(with_leaders());
  SponsorshipParameters& p = world.conditions.parameters.sponsorship;
  p.chance = 1.0;
  p.engagement = 0.0;
  p.legitimacy_gain = 0.2;
  p.clarity_gain = 0.1;
  p.legitimacy_fade = 0.0;
  auto& leaders = world.district.teacher_leaders;
  ASSERT_GT(leaders.size(), 0U);
  leaders.legitimacy.assign(leaders.size(), 0.5F);
  leaders.clarity.assign(leaders.size(), 0.5F);
  sponsor_week(world, 3);  // a network week
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    EXPECT_FLOAT_EQ(leaders.legitimacy[row], 0.6F);
    EXPECT_FLOAT_EQ(leaders.clarity[row], 0.55F);
  }
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_EQ(world.district.schools.committed[school], world.district.schools.coaches[school] * in_minutes(p.hours));
  }
  sponsor_week(world, 4);
  EXPECT_FLOAT_EQ(leaders.legitimacy[0], 0.6F) << "between network weeks nothing is said";
}

TEST(Sponsor, TheTopsSponsorshipMakesItStronger) {
  SmallWorld world(with_leaders());
  SponsorshipParameters& p = world.conditions.parameters.sponsorship;
  p.chance = 1.0;
  p.engagement = 0.0;
  p.legitimacy_gain = 0.2;
  p.from_top = 1.0;
  p.legitimacy_fade = 0.0;
  world.district.central.sponsorship = 1.0;
  auto& leaders = world.district.teacher_leaders;
  leaders.legitimacy.assign(leaders.size(), 0.5F);
  sponsor_week(world, 3);
  EXPECT_FLOAT_EQ(leaders.legitimacy[0], 0.65F);  // 1.5 times .2 of the way
}

TEST(Sponsor, HandsOffPrincipalsSayNothingAndStandingFades) {
  SmallWorld world(with_leaders());
  SponsorshipParameters& p = world.conditions.parameters.sponsorship;
  p.chance = 0.5;
  p.engagement = 1.0;
  p.legitimacy_fade = 0.01;
  world.district.principals.engagement.assign(6, 0.0);
  world.conditions.parameters.principal_role.engagement = 0.5;
  auto& leaders = world.district.teacher_leaders;
  leaders.legitimacy.assign(leaders.size(), 0.5F);
  sponsor_week(world, 3);
  EXPECT_FLOAT_EQ(leaders.legitimacy[0], 0.495F);
}

TEST(Sponsor, WithoutTimeNobodyIsSponsored) {
  SmallWorld world(with_leaders());
  world.conditions.parameters.sponsorship.chance = 1.0;
  world.conditions.parameters.sponsorship.legitimacy_fade = 0.0;
  const auto before = world.district.teacher_leaders.legitimacy;
  sponsor_week(world, 3, 5);
  EXPECT_EQ(world.district.teacher_leaders.legitimacy, before);
}

TEST(Sponsor, SwitchedOffNobodyIsSponsoredAndStandingFades) {
  Scenario scenario = with_leaders();
  scenario.mechanisms.turn(Mechanism::sponsorship, false);
  SmallWorld world(scenario);
  ASSERT_GT(world.district.teacher_leaders.size(), 0U);
  plan_caseloads(world.conditions, world.year(0), world.district);
  const auto before = world.district.teacher_leaders.legitimacy;
  for (int week = 0; week < 36; ++week) sponsor_week(world, week);
  const double kept = std::pow(1.0 - world.conditions.parameters.sponsorship.legitimacy_fade, 36);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_NEAR(world.district.teacher_leaders.legitimacy[row], before[row] * kept, 1e-5);
  }
  EXPECT_EQ(world.district.schools.committed, std::vector<Minutes>(6, 0));
}

}  // namespace
}  // namespace districtsim
