#include <gtest/gtest.h>

#include <numeric>

#include "sim/district/invariants.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario plain_district() {
  Scenario scenario = small_scenario(24, 1000);
  scenario.framework.low_income_weight = 0.0;
  scenario.framework.discretion = 0.0;
  return scenario;
}

int posts_in(const std::vector<int>& posts) { return std::accumulate(posts.begin(), posts.end(), 0); }

void expect_balance(const District& d) {
  EXPECT_EQ(d.ledger.revenue, d.ledger.schools_total() + d.ledger.central + d.ledger.other_services + d.ledger.reserve);
  for (std::size_t school = 0; school < d.schools.size(); ++school) {
    EXPECT_EQ(d.ledger.school_staff[school] + d.ledger.school_programmes[school] + d.ledger.school_dollars[school],
              d.ledger.school_allocation[school]);
  }
}

TEST(Allocate, WithoutAnyRuleEverythingStays) {
  SmallWorld world(plain_district());
  const District before = world.district;
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  EXPECT_EQ(plan.coaches, before.schools.coaches);
  EXPECT_EQ(plan.teachers, before.schools.teachers_at_start);
  expect_balance(world.district);
  for (std::size_t school = 0; school < 24; ++school) {
    EXPECT_NEAR(static_cast<double>(world.district.ledger.school_allocation[school]),
                static_cast<double>(before.ledger.school_allocation[school]), 1.0);
  }
}

TEST(Allocate, NothingIsDecidedInWarmUpYears) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 1.0;
  scenario.events.push_back({Event::Kind::revenue_change, 1, -0.3, {}, 0});
  SmallWorld world(scenario);
  const PostPlan plan = allocate(world.conditions, world.year(0), world.district);
  EXPECT_EQ(plan.teachers, world.district.schools.teachers_at_start);
}

TEST(Allocate, ACutOfRevenueClosesPostsAndTheLedgerBalances) {
  Scenario scenario = plain_district();
  scenario.events.push_back({Event::Kind::revenue_change, 1, -0.1, {}, 0});
  SmallWorld world(scenario);
  const Cents start = world.district.ledger.revenue_at_start;
  const Cents schools_before = world.district.ledger.schools_total();
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  expect_balance(world.district);
  EXPECT_NEAR(static_cast<double>(world.district.ledger.revenue), 0.9 * static_cast<double>(start), 1.0);
  EXPECT_LT(posts_in(plan.teachers) + posts_in(plan.coaches), 1000 + posts_in(world.district.schools.coaches) - 20);
  EXPECT_LT(world.district.ledger.schools_total(), schools_before);
  for (const Cents dollars : world.district.ledger.school_dollars) EXPECT_GE(dollars, 0);
}

TEST(Allocate, TheHardestCutLeavesEverySchoolATeacher) {
  Scenario scenario = plain_district();
  scenario.events.push_back({Event::Kind::revenue_change, 1, -0.5, {}, 0});
  scenario.events.push_back({Event::Kind::revenue_change, 1, -0.5, {}, 0});
  SmallWorld world(scenario);
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  for (const int posts : plan.teachers) EXPECT_GE(posts, 1);
  expect_balance(world.district);
}

TEST(Allocate, NeedWeightsShiftDollarsTowardNeedAndKeepTheirSum) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 0.4;
  scenario.framework.low_income_weight = 1.0;
  scenario.mechanisms.turn(Mechanism::discretion, false);
  SmallWorld world(scenario);
  const Ledger before = world.district.ledger;
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  expect_balance(world.district);
  EXPECT_NEAR(static_cast<double>(world.district.ledger.schools_total()), static_cast<double>(before.schools_total()),
              24.0);
  double covariance = 0.0;
  for (std::size_t school = 0; school < 24; ++school) {
    const double change = static_cast<double>(world.district.ledger.school_allocation[school]) /
                              static_cast<double>(before.school_allocation[school]) -
                          1.0;
    covariance += change * world.district.schools.need[school];
  }
  EXPECT_GT(covariance, 0.0);
}

TEST(Allocate, SwitchedOffWeightsShiftNothing) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 0.4;
  scenario.framework.low_income_weight = 1.0;
  scenario.mechanisms.turn(Mechanism::discretion, false);
  scenario.mechanisms.turn(Mechanism::need_weights, false);
  SmallWorld world(scenario);
  const Ledger before = world.district.ledger;
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  for (std::size_t school = 0; school < 24; ++school) {
    EXPECT_NEAR(static_cast<double>(world.district.ledger.school_allocation[school]),
                static_cast<double>(before.school_allocation[school]), 1.0);
  }
}

TEST(Allocate, PrincipalsTurnPostsOnlyWithinTheirDiscretion) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 0.5;
  SmallWorld world(scenario);
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  int changed = 0;
  const auto most = static_cast<int>(world.conditions.parameters.principal_choice.posts_a_year);
  for (std::size_t school = 0; school < 24; ++school) {
    const int teachers = world.district.schools.teachers_at_start[school] - plan.teachers[school];
    EXPECT_LE(teachers, most);
    changed += teachers;
  }
  EXPECT_GT(changed, 0);
  EXPECT_GT(posts_in(plan.coaches) + posts_in(plan.managers), posts_in(world.district.schools.coaches));
  expect_balance(world.district);
}

TEST(Allocate, WithoutDiscretionNothingIsTurned) {
  for (const bool by_switch : {true, false}) {
    Scenario scenario = plain_district();
    scenario.framework.discretion = by_switch ? 0.5 : 0.0;
    if (by_switch) scenario.mechanisms.turn(Mechanism::discretion, false);
    SmallWorld world(scenario);
    const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
    EXPECT_EQ(plan.teachers, world.district.schools.teachers_at_start);
    EXPECT_EQ(plan.coaches, world.district.schools.coaches);
  }
}

}  // namespace
}  // namespace districtsim
