#include "sim/phases/mandate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "sim/district/roles.hpp"
#include "sim/phases/give_up_roles.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

PostPlan plan_of(const District& d) {
  const std::size_t count = d.schools.size();
  const std::vector<int> none(count, 0);
  PostPlan plan;
  for (std::size_t school = 0; school < count; ++school) {
    plan.teachers.push_back(static_cast<int>(d.schools.teachers(school)));
  }
  plan.coaches = d.schools.coaches;
  plan.assistants = d.schools.assistants;
  plan.managers = plan.interventionists = plan.early = none;
  plan.required_coaches = plan.required_assistants = plan.required_managers = none;
  plan.required_interventionists = plan.required_early = none;
  plan.extended_hours = plan.required_hours = std::vector<double>(count, 0.0);
  return plan;
}

Mandate mandate_of(Mandated what, double amount, int year) {
  Mandate mandate;
  mandate.what = what;
  mandate.amount = amount;
  mandate.year = year;
  return mandate;
}

TEST(Mandate, RaisesPostsFromItsYearAndSaysWhatIsRequired) {
  Scenario scenario = small_scenario(12, 400);
  scenario.framework.mandates = {mandate_of(Mandated::coach_fte, 3.0, 2), mandate_of(Mandated::early_grade_fte, 2.0, 1),
                                 mandate_of(Mandated::extended_hours, 4.0, 1)};
  scenario.framework.mandates.push_back(mandate_of(Mandated::intervention_fte, 1.0, 1));
  scenario.framework.mandates.back().students_per_post = 200.0;
  SmallWorld world(scenario);
  const PostPlan before = plan_of(world.district);
  PostPlan first = before;
  mandate(world.conditions, world.year(1), first, world.district);
  EXPECT_EQ(first.coaches, before.coaches);
  for (std::size_t school = 0; school < 12; ++school) {
    const bool early = world.scenario.district.schools[school].lowest_grade <= 4;
    EXPECT_EQ(first.early[school], early ? 2 : 0);
    EXPECT_EQ(first.required_early[school], early ? 2 : 0);
    EXPECT_EQ(first.teachers[school], before.teachers[school] + (early ? 2 : 0)) << "a teaching post too";
    EXPECT_EQ(first.extended_hours[school], 4.0);
    EXPECT_EQ(first.interventionists[school],
              std::max(1, static_cast<int>(world.district.schools.students[school] / 200.0 + 0.5)));
  }
  PostPlan second = before;
  mandate(world.conditions, world.year(2), second, world.district);
  for (std::size_t school = 0; school < 12; ++school) {
    EXPECT_EQ(second.coaches[school], std::max(3, before.coaches[school]));
    EXPECT_EQ(second.required_coaches[school], 3);
  }
  scenario.mechanisms.turn(Mechanism::mandates, false);
  SmallWorld off(scenario);
  PostPlan plan = before;
  mandate(off.conditions, off.year(2), plan, off.district);
  EXPECT_EQ(plan.coaches, before.coaches);
  EXPECT_EQ(plan.teachers, before.teachers);
}

/// A district whose schools must have a data specialist from year 2 on.
Scenario with_new_role(int groundwork_years) {
  Scenario scenario = small_scenario(12, 400);
  scenario.framework.mandates = {mandate_of(Mandated::coach_fte, 1.0, 2)};
  scenario.framework.mandates[0].role = LeaderRole::data_specialist;
  scenario.framework.mandates[0].groundwork_years = groundwork_years;
  scenario.parameters.new_role.agreement_slips = 0.0;
  return scenario;
}

TEST(Mandate, NewRolesWaitForAgreementAndItsDelays) {
  Scenario scenario = with_new_role(0);
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 2);
  scenario.context.new_roles_year = 3;
  Event delay;
  delay.kind = Event::Kind::contract_delay;
  delay.delay = 2;
  scenario.events.push_back(delay);
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 5);
  scenario.parameters.new_role.agreement_slips = 1.0;
  scenario.context.union_strength = 1.0;
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 6) << "no groundwork, and a strong union";
  scenario.framework.mandates[0].groundwork_years = 1;
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 5);
  scenario.mechanisms.turn(Mechanism::contracts, false);
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 2);
}

TEST(Mandate, ADelayCountsOnlyBeforeAgreement) {
  Scenario scenario = with_new_role(0);
  const auto delay_in = [&](int year, int delay) {
    Event event;
    event.kind = Event::Kind::contract_delay;
    event.year = year;
    event.delay = delay;
    scenario.events.push_back(event);
  };
  scenario.context.new_roles_year = 3;
  delay_in(6, 4);
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 3) << "agreed on by then";
  delay_in(4, 2);
  delay_in(2, 1);
  EXPECT_EQ(opening_year(SmallWorld(scenario).conditions, 0), 10) << "3 + 1 by year 2, + 2 by year 4, + 4 by year 6";
}

TEST(Mandate, ARolesLuckDoesNotHangOnItsPlaceInTheList) {
  Scenario scenario = with_new_role(0);
  scenario.parameters.new_role.agreement_slips = 0.5;
  scenario.context.union_strength = 1.0;
  Mandate& first = scenario.framework.mandates[0];
  for (const int year : {3, 4, 5, 6, 7, 8, 9, 10}) {
    first.year = year;
    const int alone = opening_year(SmallWorld(scenario).conditions, 0);
    Scenario longer = scenario;
    longer.framework.mandates.insert(longer.framework.mandates.begin(), mandate_of(Mandated::intervention_fte, 1.0, 1));
    EXPECT_EQ(opening_year(SmallWorld(longer).conditions, 1), alone);
  }
}

double clarity_at_start(int groundwork_years, double* readiness) {
  SmallWorld world(with_new_role(groundwork_years));
  District& d = world.district;
  for (const int year : {1, 2}) {
    PostPlan plan = plan_of(d);
    mandate(world.conditions, world.year(year), plan, d);
  }
  *readiness = d.schools.readiness[0];
  assign_roles(world.conditions, d.schools, d.teacher_leaders);
  double sum = 0.0;
  int holders = 0;
  for (std::size_t row = 0; row < d.teacher_leaders.size(); ++row) {
    if (d.teacher_leaders.role[row] != LeaderRole::data_specialist) continue;
    sum += static_cast<double>(d.teacher_leaders.clarity[row]);
    ++holders;
  }
  EXPECT_GT(holders, 0);
  return sum / holders;
}

TEST(Mandate, GroundworkDecidesHowClearANewRoleStarts) {
  double ready = 0.0;
  const double usual = SmallWorld(with_new_role(0)).conditions.parameters.teacher_leader.clarity_start;
  const NewRoleParameters p = SmallWorld(with_new_role(0)).conditions.parameters.new_role;
  EXPECT_NEAR(clarity_at_start(0, &ready), usual * p.unready, 1e-6);
  EXPECT_EQ(ready, 0.0);
  EXPECT_NEAR(clarity_at_start(4, &ready), usual, 1e-6) << "years before year 1 count";
  EXPECT_NEAR(ready, 1.0 - 0.6 * 0.6 * 0.6 * 0.6, 1e-9);
}

TEST(Mandate, PostsOfARoleWithoutLegitimacyAreGivenUp) {
  Scenario scenario = with_new_role(0);
  scenario.framework.teachers_per_coach = 1000.0;  // hardly any teacher leaders but the mandated
  scenario.parameters.new_role.given_up = 50.0;
  SmallWorld world(scenario);
  District& d = world.district;
  PostPlan plan = plan_of(d);
  mandate(world.conditions, world.year(2), plan, d);
  EXPECT_EQ(*std::min_element(plan.coaches.begin(), plan.coaches.end()), 1);
  restaff(world.conditions, world.year(2), plan, d);
  plan_caseloads(world.conditions, world.year(2), d);
  const int held = static_cast<int>(d.teacher_leaders.size());
  ASSERT_GT(held, 6);
  mandate(world.conditions, world.year(3), plan, d);
  const int given_up = std::accumulate(d.schools.abandoned.begin(), d.schools.abandoned.end(), 0);
  EXPECT_GT(given_up, 0);
  EXPECT_LE(given_up, held);
  PostPlan later = plan;
  mandate(world.conditions, world.year(4), later, d);
  for (std::size_t school = 0; school < 12; ++school) {
    if (d.decisions.new_roles[0].given_up[school] != 0) {
      EXPECT_EQ(later.coaches[school], plan.coaches[school]);
    }
  }
}

}  // namespace
}  // namespace districtsim
