#include <gtest/gtest.h>

#include <cmath>

#include "sim/phases/week_phases.hpp"
#include "sim/rules/leadership_team.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_teams() {
  Scenario scenario = small_scenario(6, 360);
  scenario.framework.teachers_per_coach = 15.0;
  return scenario;
}

void meet_for_a_year(SmallWorld& world, Minutes instruction = 6000) {
  District& d = world.district;
  plan_caseloads(world.conditions, world.year(0), d);  // puts teacher leaders in the order of schools
  for (int week = 0; week < 36; ++week) {
    d.schools.committed.assign(d.schools.size(), 0);
    LeaderWeek leaders;
    leaders.total = leaders.instruction = instruction;
    d.schools.leaders.assign(d.schools.size(), leaders);
    lead_team(world.conditions, week_at(world.scenario.calendar, 0, week), d.norm_practice, d.principals,
              d.assistant_principals, d.teacher_leaders, d.schools, d.support, d.journal);
    for (std::size_t school = 0; school < d.schools.size(); ++school) {
      EXPECT_LE(d.schools.committed[school], instruction);
    }
  }
}

std::int32_t contacts(const SmallWorld& world, std::size_t school) {
  return world.district.support.places[school].of(InteractionKind::leadership_team).kept;
}

TEST(LeadTeam, AnEngagedPrincipalsTeamMeetsAsOftenAsPlanned) {
  SmallWorld world(with_teams());
  world.conditions.parameters.leadership_team.held = 1.0;
  world.district.principals.engagement.assign(6, 1.0);
  meet_for_a_year(world);
  for (std::size_t school = 0; school < 6; ++school) {
    const int members = world.district.schools.coaches[school] + world.district.schools.assistants[school];
    EXPECT_EQ(contacts(world, school), 9 * members) << "36 weeks, every 4";
  }
}

TEST(LeadTeam, HandsOffPrincipalsMeetLessAndTheirTeamsGrowTogetherLess) {
  SmallWorld engaged(with_teams());
  SmallWorld hands_off(with_teams());
  engaged.district.principals.engagement.assign(6, 0.8);
  hands_off.district.principals.engagement.assign(6, 0.2);
  meet_for_a_year(engaged);
  meet_for_a_year(hands_off);
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_GT(contacts(engaged, school), contacts(hands_off, school));
    EXPECT_GT(engaged.district.schools.cohesion[school], hands_off.district.schools.cohesion[school]);
  }
}

TEST(LeadTeam, WithoutInstructionalTimeNoTeamMeetsAndCohesionFalls) {
  SmallWorld world(with_teams());
  const District before = world.district;
  meet_for_a_year(world, 20);
  EXPECT_EQ(contacts(world, 0), 0);
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_LT(world.district.schools.cohesion[school], 0.6 * before.schools.cohesion[school]);
  }
  EXPECT_LT(world.district.teacher_leaders.clarity[0], before.teacher_leaders.clarity[0]);
}

TEST(LeadTeam, OnlyAsManyAssistantPrincipalsComeAsHaveTime) {
  Scenario scenario = with_teams();
  for (SchoolProfile& school : scenario.district.schools) school.assistant_principals = 2;
  SmallWorld world(scenario);
  world.conditions.parameters.leadership_team.held = 1.0;
  world.district.principals.engagement.assign(6, 1.0);
  const Minutes meeting = in_minutes(world.conditions.parameters.leadership_team.meeting_hours);
  meet_for_a_year(world, 2 * meeting + 5);
  const auto& hours = world.district.support.places[0].of(InteractionKind::leadership_team);
  ASSERT_GE(world.district.schools.assistants[0], 2);
  EXPECT_EQ(hours.given, 9 * 2 * meeting) << "the principal and one more";
  EXPECT_EQ(hours.received, 9 * world.district.schools.coaches[0] * meeting);
}

TEST(LeadTeam, MembersLearnFromEachOtherAndRolesGetClearer) {
  SmallWorld world(with_teams());
  world.conditions.parameters.leadership_team.held = 1.0;
  world.district.principals.engagement.assign(6, 1.0);
  world.district.principals.talent.assign(6, -1.0);
  auto& assistants = world.district.assistant_principals;
  ASSERT_GT(assistants.size(), 0U);
  assistants.talent.assign(assistants.size(), -1.0);
  const District before = world.district;
  meet_for_a_year(world);
  for (std::size_t school = 0; school < 6; ++school) {
    if (world.district.schools.coaches[school] > 0) {
      EXPECT_GT(world.district.principals.supported[school], 0.0);
    }
  }
  for (std::size_t row = 0; row < assistants.size(); ++row) {
    const std::size_t school = assistants.school[row];
    if (world.district.schools.coaches[school] > 0) {
      EXPECT_GT(assistants.supported[row], 0.0);
    }
  }
  for (std::size_t row = 0; row < before.teacher_leaders.size(); ++row) {
    EXPECT_GT(world.district.teacher_leaders.clarity[row], before.teacher_leaders.clarity[row]);
    EXPECT_LE(world.district.teacher_leaders.clarity[row], 1.0F);
  }
}

TEST(LeadTeam, TheReferenceIsTheDefaultDistrict) { EXPECT_DOUBLE_EQ(Framework{}.discretion, reference_discretion); }

TEST(LeadTeam, MoreDiscretionBuildsAStrongerTeam) {
  Scenario free = with_teams();
  free.framework.discretion = 0.35;
  SmallWorld with(free);
  SmallWorld without(with_teams());
  meet_for_a_year(with);
  meet_for_a_year(without);
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_GT(with.district.schools.cohesion[school], without.district.schools.cohesion[school]);
  }
}

TEST(LeadTeam, SwitchedOffNobodyMeetsAndCohesionFades) {
  Scenario scenario = with_teams();
  scenario.mechanisms.turn(Mechanism::leadership_team, false);
  SmallWorld world(scenario);
  const District before = world.district;
  meet_for_a_year(world);
  const double fade = world.conditions.parameters.leadership_team.cohesion_fade;
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_NEAR(world.district.schools.cohesion[school], before.schools.cohesion[school] * std::pow(1.0 - fade, 36),
                1e-9);
  }
  EXPECT_EQ(world.district.principals.supported, before.principals.supported);
  EXPECT_EQ(world.district.schools.committed, std::vector<Minutes>(6, 0));
}

}  // namespace
}  // namespace districtsim
