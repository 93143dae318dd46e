#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>

#include "sim/core/failure.hpp"
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

Event revenue_change(double share) {
  Event event;
  event.share = share;
  return event;
}

Event enrolment_change(double share) {
  Event event = revenue_change(share);
  event.kind = Event::Kind::enrolment_change;
  return event;
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
  scenario.events.push_back(revenue_change(-0.3));
  SmallWorld world(scenario);
  const PostPlan plan = allocate(world.conditions, world.year(0), world.district);
  EXPECT_EQ(plan.teachers, world.district.schools.teachers_at_start);
}

TEST(Allocate, ACutOfRevenueClosesPostsAndTheLedgerBalances) {
  Scenario scenario = plain_district();
  scenario.events.push_back(revenue_change(-0.1));
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

TEST(Allocate, TheHardestCutLeavesEverySchoolAPrincipalAndATeacher) {
  Scenario scenario = plain_district();
  scenario.events = {revenue_change(-0.5), revenue_change(-0.4)};
  SmallWorld world(scenario);
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  for (const int posts : plan.teachers) EXPECT_GE(posts, 1);
  expect_balance(world.district);
  EXPECT_GE(world.district.ledger.reserve, 0);
}

TEST(Allocate, MoneyThatCannotPayAPrincipalAndATeacherEverywhereIsRefusedWithTheSums) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 3, 0.5, 1)});
  scenario.events = {revenue_change(-0.5)};
  SmallWorld world(scenario);
  try {
    static_cast<void>(allocate(world.conditions, world.year(1), world.district));
    FAIL() << "half of the money of a school of one teacher";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    EXPECT_NE(std::string(failure.what()).find("a principal, a teacher"), std::string::npos) << failure.what();
  }
}

TEST(Allocate, OtherServicesAndReserveFollowRevenue) {
  Scenario scenario = plain_district();
  scenario.events = {revenue_change(0.1)};
  SmallWorld world(scenario);
  const Ledger before = world.district.ledger;
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  const Ledger& after = world.district.ledger;
  EXPECT_NEAR(static_cast<double>(after.other_services), 1.1 * static_cast<double>(before.other_services), 2.0);
  EXPECT_NEAR(static_cast<double>(after.reserve + after.new_posts), 1.1 * static_cast<double>(before.reserve), 2.0);
}

TEST(Allocate, EqualDollarsForEveryStudentOfAGradeSpan) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 40, 0.2, 20),
                                   hand_made_school(2, SchoolLevel::elementary, 1, 6, 60, 0.8, 20),
                                   hand_made_school(3, SchoolLevel::high, 10, 13, 90, 0.5, 30)});
  scenario.framework.discretion = 0.0;
  scenario.framework.allocation = Allocation::student_dollars;
  scenario.mechanisms.turn(Mechanism::off_formula, false);
  SmallWorld world(scenario);
  const Ledger before = world.district.ledger;
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  const std::vector<Cents>& now = world.district.ledger.school_allocation;
  EXPECT_NEAR(static_cast<double>(now[0]) / 240.0, static_cast<double>(now[1]) / 360.0, 1.0);
  EXPECT_EQ(now[0] + now[1], before.school_at_start[0] + before.school_at_start[1]);
  EXPECT_EQ(now[2], before.school_at_start[2]);
  EXPECT_EQ(world.district.ledger.school_without, before.school_at_start);
}

/// What the formula gives schools of more than average need, relative to what they would have.
double gain_of_need(const Scenario& scenario) {
  SmallWorld world(scenario);
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  double gain = 0.0;
  for (std::size_t school = 0; school < world.district.schools.size(); ++school) {
    const Ledger& ledger = world.district.ledger;
    gain += std::max(0.0, in_dollars(ledger.school_allocation[school] - ledger.school_without[school]));
  }
  return gain;
}

TEST(Allocate, PartOfWhatGoesToNeedIsWonBackUnlessItIsRingFencedOrSwitchedOff) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 0.4;
  scenario.framework.low_income_weight = 1.0;
  scenario.mechanisms.turn(Mechanism::off_formula, false);
  const double all = gain_of_need(scenario);
  scenario.mechanisms.turn(Mechanism::off_formula, true);
  const double leaked = gain_of_need(scenario);
  scenario.framework.ring_fence = 1.0;
  EXPECT_GT(all, 1e5);
  EXPECT_NEAR(leaked / all, 1.0 - scenario.parameters.money.won_back, 1e-4);
  EXPECT_NEAR(gain_of_need(scenario), all, 1.0);
}

TEST(Allocate, WhatIsRolledBackOfTheFormulaShiftsNothing) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 0.4;
  scenario.framework.low_income_weight = 1.0;
  SmallWorld world(scenario);
  world.district.central.formula_kept = 0.0;
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  EXPECT_EQ(world.district.ledger.school_allocation, world.district.ledger.school_without);
}

TEST(Allocate, WhatIsRolledBackOfEqualDollarsLevelsLess) {
  Scenario scenario = plain_district();
  scenario.framework.allocation = Allocation::student_dollars;
  scenario.mechanisms.turn(Mechanism::need_weights, false);
  const auto shifted = [&](double kept) {
    SmallWorld world(scenario);
    world.district.central.formula_kept = kept;
    static_cast<void>(allocate(world.conditions, world.year(1), world.district));
    double gain = 0.0;
    for (std::size_t school = 0; school < world.district.schools.size(); ++school) {
      const Ledger& ledger = world.district.ledger;
      gain += std::max(0.0, in_dollars(ledger.school_allocation[school] - ledger.school_without[school]));
    }
    return gain;
  };
  const double all = shifted(1.0);
  EXPECT_GT(all, 1e4);
  EXPECT_NEAR(shifted(0.5) / all, 0.5, 1e-4);
  EXPECT_EQ(shifted(0.0), 0.0);
}

TEST(Allocate, HeldHarmlessSchoolsKeepTheirShareOfLastYearsDollarsForAStudent) {
  Scenario scenario = plain_district();
  scenario.framework.discretion = 1.0;
  scenario.framework.low_income_weight = 5.0;
  scenario.mechanisms.turn(Mechanism::off_formula, false);
  scenario.mechanisms.turn(Mechanism::discretion, false);
  const auto worst = [&](double share) {
    scenario.framework.hold_harmless = share;
    SmallWorld world(scenario);
    static_cast<void>(allocate(world.conditions, world.year(1), world.district));
    double least = 1.0;
    for (std::size_t school = 0; school < 24; ++school) {
      const Ledger& ledger = world.district.ledger;
      least = std::min(least, static_cast<double>(ledger.school_allocation[school]) /
                                  static_cast<double>(ledger.school_at_start[school]));
    }
    return least;
  };
  EXPECT_LT(worst(0.0), 0.7);
  EXPECT_NEAR(worst(0.95), 0.95, 1e-6);
}

TEST(Allocate, DollarsFollowAShrinkingDistrictsStudentsOnlyWithTheMechanism) {
  for (const bool on : {true, false}) {
    Scenario scenario = plain_district();
    scenario.events = {enrolment_change(-0.2)};
    scenario.mechanisms.turn(Mechanism::enrolment_dollars, on);
    SmallWorld world(scenario);
    const Cents start = world.district.ledger.revenue;
    for (const int year : {1, 2}) {
      promote(world.conditions, world.year(year), world.district);
      static_cast<void>(allocate(world.conditions, world.year(year), world.district));
      const double part = static_cast<double>(world.district.ledger.revenue) / static_cast<double>(start);
      EXPECT_NEAR(part, on && year == 2 ? 0.9 : 1.0, 0.001) << "revenue follows last year's count by half";
    }
  }
}

TEST(Allocate, ActualSalariesLeaveDollarsToSchoolsOfNovices) {
  Scenario scenario = plain_district();
  scenario.framework.salaries = Salaries::actual;
  SmallWorld world(scenario);
  Teachers& teachers = world.district.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    teachers.experience[row] = teachers.school[row] == SchoolId(0) ? 0.0F : teachers.experience[row];
  }
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  const Ledger& ledger = world.district.ledger;
  const double start = world.conditions.parameters.salaries.start;
  EXPECT_NEAR(static_cast<double>(ledger.teacher_price[0]), start * static_cast<double>(world.district.prices.teacher),
              1.0);
  const double usual = static_cast<double>(world.district.usual_dollars[0]);
  EXPECT_GT(static_cast<double>(ledger.school_dollars[0]), 2.0 * usual);
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
