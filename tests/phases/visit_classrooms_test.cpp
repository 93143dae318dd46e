#include <gtest/gtest.h>

#include <algorithm>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario visited(double specific_base, double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.parameters.visit.specific_base = specific_base;
  scenario.parameters.uptake.base = uptake_base;
  return scenario;
}

void visit_week(SmallWorld& world, int week = 0) {
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  visit_classrooms(world.conditions, week_at(world.scenario.calendar, 0, week), d.norm_practice, d.principals,
                   d.assistant_principals, d.schools, d.teachers, d.support, d.journal);
}

int visited_teachers(const Teachers& before, const Teachers& after) {
  int count = 0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    count += after.minutes_free[row] < before.minutes_free[row] ? 1 : 0;
  }
  return count;
}

TEST(VisitClassrooms, UnspecificFeedbackCostsTrustAndTeachesNothing) {
  SmallWorld world(visited(-80.0, 80.0));
  const Teachers before = world.district.teachers;
  visit_week(world);
  ASSERT_GT(visited_teachers(before, world.district.teachers), 10);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool seen = world.district.teachers.minutes_free[row] < before.minutes_free[row];
    EXPECT_EQ(world.district.teachers.trust_principal[row] < before.trust_principal[row], seen);
  }
}

TEST(VisitClassrooms, SpecificFeedbackBuildsTrustAndTeachesThoseBehind) {
  SmallWorld world(visited(80.0, 80.0));
  for (auto& column : world.district.teachers.stable) std::fill(column.begin(), column.end(), -4.0F);
  const Teachers before = world.district.teachers;
  visit_week(world);
  ASSERT_GT(visited_teachers(before, world.district.teachers), 10);
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool seen = world.district.teachers.minutes_free[row] < before.minutes_free[row];
    EXPECT_EQ(world.district.teachers.trust_principal[row] > before.trust_principal[row], seen);
    EXPECT_EQ(world.district.teachers.supported[1][row] > before.supported[1][row], seen);
  }
}

TEST(VisitClassrooms, LeadersGiveOnlyTheirShareOfInstruction) {
  SmallWorld world(visited(0.0, 0.0));
  const double usual = world.conditions.parameters.principal_role.engagement;
  world.district.principals.engagement.assign(6, usual);
  world.district.principals.team_leading.assign(6, usual);
  for (int week = 0; week < 8; ++week) {
    visit_week(world, week);
    for (std::size_t school = 0; school < 6; ++school) {
      EXPECT_LE(
          world.district.schools.visit_minutes[school],
          world.district.schools.leaders[school].instruction * world.conditions.parameters.visit.share_of_instruction);
    }
  }
}

TEST(VisitClassrooms, NobodyIsVisitedTwiceInAWeek) {
  SmallWorld world(visited(0.0, 0.0));
  world.conditions.parameters.visit.leader_hours = 0.05;
  world.conditions.parameters.visit.teacher_hours = 0.1;
  const Teachers before = world.district.teachers;
  visit_week(world);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_GE(world.district.teachers.minutes_free[row], before.minutes_free[row] - 6);
  }
}

TEST(VisitClassrooms, SwitchedOffNobodyIsVisited) {
  Scenario scenario = visited(80.0, 80.0);
  scenario.mechanisms.turn(Mechanism::informal_visits, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  visit_week(world);
  EXPECT_EQ(world.district.teachers.trust_principal, before.trust_principal);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
  EXPECT_EQ(world.district.schools.visit_minutes, std::vector<Minutes>(6, 0));
}

TEST(VisitClassrooms, EngagedPrincipalsVisitMoreAndThoseWhoLeadTeamsLess) {
  SmallWorld world(visited(0.0, 0.0));
  District& d = world.district;
  const double usual = world.conditions.parameters.principal_role.engagement;
  d.principals.engagement.assign(6, usual);
  d.principals.team_leading.assign(6, usual);
  d.schools.backlog.assign(6, 100000);
  visit_week(world);
  const std::vector<Minutes> average = d.schools.visit_minutes;
  d.principals.team_leading.assign(6, 1.0);
  d.schools.backlog.assign(6, 100000);
  visit_week(world);
  for (std::size_t school = 0; school < 6; ++school) EXPECT_LE(d.schools.visit_minutes[school], average[school]);
  EXPECT_NE(d.schools.visit_minutes, average);
}

TEST(VisitClassrooms, VisitsNeverTakeWhatInquiryHas) {
  SmallWorld world(visited(0.0, 0.0));
  District& d = world.district;
  world.conditions.parameters.visit.share_of_instruction = 1.0;
  d.principals.engagement.assign(6, 1.0);
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 6; ++school) {
    d.schools.inquiry_minutes[school] = d.schools.leaders[school].instruction - 70;
  }
  visit_classrooms(world.conditions, week_at(world.scenario.calendar, 0, 0), d.norm_practice, d.principals,
                   d.assistant_principals, d.schools, d.teachers, d.support, d.journal);
  EXPECT_EQ(d.schools.visit_minutes, std::vector<Minutes>(6, 60)) << "two visits of half an hour";
}

TEST(VisitClassrooms, TheLedgerAndTheJournalHoldEveryVisit) {
  Scenario scenario = visited(-80.0, 80.0);
  scenario.record.interactions = InteractionsRecorded::all;
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  visit_week(world);
  std::int32_t kept = 0;
  std::size_t noted = 0;
  for (std::size_t school = 0; school < 6; ++school) {
    const KindTally& tally = world.district.support.places[school].of(InteractionKind::informal_visits);
    EXPECT_EQ(tally.given, world.district.schools.visit_minutes[school]);
    EXPECT_EQ(tally.refused, 0);
    kept += tally.kept;
    noted += world.district.journal.by_school()[school].size();
    for (const Interaction& visit : world.district.journal.by_school()[school]) {
      EXPECT_EQ(visit.outcome, Outcome::nothing_to_act);
      EXPECT_EQ(visit.effect, 0.0F);
    }
  }
  EXPECT_EQ(kept, visited_teachers(before, world.district.teachers));
  EXPECT_EQ(static_cast<std::int32_t>(noted), kept);
}

}  // namespace
}  // namespace districtsim
