#include "sim/phases/principals_invest.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario deciding(double discretion) {
  Scenario scenario = small_scenario(12, 600);
  scenario.framework.discretion = discretion;
  scenario.framework.low_income_weight = 0.0;
  return scenario;
}

PostPlan plan_of(SmallWorld& world) { return allocate(world.conditions, world.year(0), world.district); }

Cents left_over(const SmallWorld& world, const PostPlan& plan, std::size_t school) {
  const District& d = world.district;
  return d.ledger.school_allocation[school] - planned_cost(d.prices, plan, school) -
         programme_cost(world.conditions, d.schools, plan, school);
}

TEST(PrincipalsInvest, ADeficitTakesExtendedTimeThenManagersAndInterventionBeforeTeachers) {
  SmallWorld world(deciding(0.0));
  PostPlan plan = plan_of(world);
  plan.extended_hours[0] = 2.0;
  plan.managers[0] = 1;
  plan.interventionists[0] = 1;
  const PostPlan before = plan;
  District& d = world.district;
  principals_invest(world.conditions, world.year(1), d, plan);
  EXPECT_EQ(plan.extended_hours[0], 0.0);
  EXPECT_EQ(plan.managers[0], 0);
  EXPECT_EQ(plan.interventionists[0], 1) << "dollars may be short of the usual by a post";
  EXPECT_EQ(plan.teachers, before.teachers);
  EXPECT_EQ(plan.coaches, before.coaches);
  EXPECT_GE(left_over(world, plan, 0), 0);
}

TEST(PrincipalsInvest, RequiredPostsGoLastAndNoBalanceIsNegativeWhilePrincipalAndTeacherArePaid) {
  SmallWorld world(deciding(0.0));
  District& d = world.district;
  PostPlan plan = plan_of(world);
  plan.required_coaches[0] = plan.coaches[0] = 2;
  plan.required_interventionists[0] = plan.interventionists[0] = 1;
  plan.required_early[0] = plan.early[0] = 3;
  plan.required_hours[0] = plan.extended_hours[0] = 1.0;
  PostPlan tight = plan;
  d.ledger.school_allocation[0] = d.prices.principal + 4 * d.prices.teacher + 2 * d.prices.coach +
                                  d.prices.intervention_teacher + programme_cost(world.conditions, d.schools, plan, 0);
  principals_invest(world.conditions, world.year(1), d, tight);
  EXPECT_EQ(tight.coaches[0], 2);
  EXPECT_EQ(tight.interventionists[0], 1);
  EXPECT_EQ(tight.early[0], 3);
  EXPECT_EQ(tight.extended_hours[0], 1.0);
  EXPECT_GE(tight.teachers[0], 3);
  EXPECT_EQ(tight.assistants[0], 0);
  EXPECT_GE(left_over(world, tight, 0), 0);
  PostPlan ruined = plan;
  d.ledger.school_allocation[0] = d.prices.principal + d.prices.teacher;
  principals_invest(world.conditions, world.year(1), d, ruined);
  EXPECT_EQ(ruined.teachers[0], 1);
  EXPECT_EQ(ruined.coaches[0] + ruined.assistants[0] + ruined.interventionists[0], 0);
  EXPECT_EQ(left_over(world, ruined, 0), 0);
}

/// Posts and programmes that principals took up in a few years.
struct TakenUp {
  int turned = 0;    ///< teaching posts given up
  double hours = 0;  ///< of extended time
  int early = 0;
};
TakenUp taken_up(const Scenario& scenario, Cents more) {
  SmallWorld world(scenario);
  PostPlan plan = plan_of(world);
  const PostPlan before = plan;
  for (Cents& allocation : world.district.ledger.school_allocation) allocation += more;
  for (int index = 1; index <= 3; ++index) {
    principals_invest(world.conditions, world.year(index), world.district, plan);
  }
  TakenUp taken;
  for (std::size_t school = 0; school < plan.teachers.size(); ++school) {
    taken.turned += before.teachers[school] - plan.teachers[school];
    taken.hours += plan.extended_hours[school];
    taken.early += plan.early[school];
  }
  return taken;
}

TEST(PrincipalsInvest, WhoHoldsTheInitiativeInStaffingDecidesHowMuchIsTurned) {
  Scenario scenario = deciding(0.6);
  const int shared = taken_up(scenario, 0).turned;
  scenario.framework.initiative.staffing = Initiative::school;
  const int school = taken_up(scenario, 0).turned;
  scenario.framework.initiative.staffing = Initiative::district;
  const TakenUp district = taken_up(scenario, from_dollars(150000.0));
  EXPECT_GT(shared, 0);
  EXPECT_GT(school, shared);
  EXPECT_EQ(district.turned, 0);
  EXPECT_GT(district.hours, 0.0) << "dollars that are over buy extended time";
  scenario.mechanisms.turn(Mechanism::initiative, false);
  EXPECT_EQ(taken_up(scenario, 0).turned, shared);
}

TEST(PrincipalsInvest, AccountabilityPressureTurnsPrincipalsAwayFromGradesThatAreNotTested) {
  Scenario scenario = deciding(0.6);
  scenario.parameters.bought.extended_time = 0.0;
  scenario.parameters.bought.intervention = 0.0;
  scenario.parameters.principal_choice.coached_gain = 0.0;
  scenario.context.accountability_pressure = 0.0;
  const int patient = taken_up(scenario, from_dollars(120000.0)).early;
  scenario.context.accountability_pressure = 1.0;
  const int hurried = taken_up(scenario, from_dollars(120000.0)).early;
  EXPECT_GT(patient, hurried);
}

}  // namespace
}  // namespace districtsim
