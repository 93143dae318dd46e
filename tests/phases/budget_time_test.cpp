#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(BudgetTime, HoursAreConservedAndTheProtectedShareIsKept) {
  SmallWorld world(small_scenario(8, 300));
  District& d = world.district;
  const TimeAccountParameters& p = world.conditions.parameters.time_account;
  d.schools.backlog.assign(8, 100000);
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 8; ++school) {
    const LeaderWeek& week = d.schools.leaders[school];
    EXPECT_EQ(week.total, in_minutes(p.principal_week) + d.schools.assistants[school] * in_minutes(p.assistant_week));
    EXPECT_EQ(week.other + week.operations + week.instruction, week.total);
    const PrincipalRoleParameters& role = world.conditions.parameters.principal_role;
    const double kept = p.protected_instruction + p.protection_skill * d.principals.organisation[school] +
                        role.protection * (d.principals.engagement[school] - role.engagement);
    EXPECT_NEAR(week.instruction, (week.total - week.other) * kept, 1.0);
  }
}

TEST(BudgetTime, WithoutMattersAllTheRestIsInstruction) {
  SmallWorld world(small_scenario(3, 120));
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 3; ++school) {
    EXPECT_EQ(d.schools.leaders[school].operations, 0);
    EXPECT_EQ(d.schools.backlog[school], 0);
    EXPECT_EQ(d.schools.climate[school], d.schools.climate_trait[school]);
  }
}

TEST(BudgetTime, BacklogShrinksByWhatIsResolvedAndWhatLapses) {
  Scenario scenario = small_scenario(3, 120);
  scenario.parameters.operations.lapse = 0.25;
  SmallWorld world(scenario);
  District& d = world.district;
  d.schools.backlog.assign(3, 20000);
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 3; ++school) {
    const Minutes waiting = 20000 - d.schools.leaders[school].operations;
    EXPECT_EQ(d.schools.backlog[school], waiting - waiting / 4);
    EXPECT_LT(d.schools.climate[school], d.schools.climate_trait[school]) << "a backlog wears the climate down";
  }
}

TEST(BudgetTime, ChasingTheCentralOfficeTakesTimeAndResolvesNothing) {
  Scenario scenario = small_scenario(3, 120);
  scenario.parameters.operations.chasing = 1.0;
  scenario.parameters.operations.lapse = 0.0;
  SmallWorld world(scenario);
  District& d = world.district;
  d.schools.central_queue.assign(3, 1000000);
  d.schools.backlog.assign(3, 500);
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 3; ++school) {
    EXPECT_GT(d.schools.leaders[school].operations, 0);
    EXPECT_EQ(d.schools.backlog[school], 500);
  }
}

TEST(BudgetTime, AManagerGivesHoursBackToInstruction) {
  SmallWorld world(small_scenario(3, 120));
  District& d = world.district;
  d.schools.backlog.assign(3, 1800);
  d.schools.managers = {1, 0, 0};
  Schools without = d.schools;
  without.managers = {0, 0, 0};
  budget_time(world.conditions, d.principals, d.schools);
  budget_time(world.conditions, d.principals, without);
  EXPECT_GT(d.schools.leaders[0].instruction, without.leaders[0].instruction);
  EXPECT_EQ(d.schools.leaders[1].instruction, without.leaders[1].instruction);
}

TEST(BudgetTime, AnEngagedPrincipalKeepsMoreForInstruction) {
  SmallWorld world(small_scenario(3, 120));
  District& d = world.district;
  const PrincipalRoleParameters& role = world.conditions.parameters.principal_role;
  d.schools.backlog.assign(3, 100000);
  d.principals.organisation.assign(3, 0.0);
  d.principals.engagement = {role.engagement, role.engagement + 0.4, role.engagement - 0.4};
  budget_time(world.conditions, d.principals, d.schools);
  const auto kept_share = [&](std::size_t school) {
    const LeaderWeek& week = d.schools.leaders[school];
    return static_cast<double>(week.instruction) / (week.total - week.other);
  };
  EXPECT_NEAR(kept_share(0), world.conditions.parameters.time_account.protected_instruction, 1e-3);
  EXPECT_NEAR(kept_share(1) - kept_share(0), 0.4 * role.protection, 1e-3);
  EXPECT_NEAR(kept_share(0) - kept_share(2), 0.4 * role.protection, 1e-3);
}

TEST(BudgetTime, UrgentMattersTakeFromProtectedTimeToo) {
  SmallWorld world(small_scenario(3, 120));
  District& d = world.district;
  d.schools.backlog.assign(3, 100000);
  d.schools.urgent = {0, 600, 1000000};
  d.principals.organisation.assign(3, 0.0);
  d.principals.engagement.assign(3, world.conditions.parameters.principal_role.engagement);
  d.schools.assistants.assign(3, 0);
  budget_time(world.conditions, d.principals, d.schools);
  EXPECT_NEAR(d.schools.leaders[0].instruction - d.schools.leaders[1].instruction,
              600 * world.conditions.parameters.time_account.protected_instruction, 1.0);
  EXPECT_EQ(d.schools.leaders[2].instruction, 0);
}

}  // namespace
}  // namespace districtsim
