#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

int sum_of(const std::vector<int>& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

std::set<PersonKey> teachers_in(const District& district) {
  std::set<PersonKey> people;
  for (std::size_t row = 0; row < district.teachers.size(); ++row) {
    if (district.teachers.holder[row] != Holder::vacant) people.insert(district.teachers.key[row]);
  }
  return people;
}

TEST(Depart, EverybodyStaysMovesOrLeaves) {
  SmallWorld world(small_scenario(20, 900));
  world.district.teachers.holder[3] = Holder::substitute;
  const auto before = teachers_in(world.district);
  depart(world.conditions, world.year(0), world.district);
  const StaffFlows& flows = world.district.flows;
  EXPECT_EQ(sum_of(flows.stayed) + sum_of(flows.moved) + sum_of(flows.left), 899) << "a substitute has no choice";
  for (std::size_t school = 0; school < 20; ++school) {
    int present = 0;
    for (auto row = world.district.schools.teacher_begin[school];
         row < world.district.schools.teacher_begin[school + 1]; ++row) {
      present += world.district.teachers.holder[row] == Holder::regular ? 1 : 0;
    }
    EXPECT_EQ(present, flows.stayed[school] + flows.transferred_in[school]) << school;
  }
  const auto after = teachers_in(world.district);
  EXPECT_TRUE(std::includes(before.begin(), before.end(), after.begin(), after.end()));
}

TEST(Depart, FlowsExplainEveryChangeOfStaff) {
  Scenario scenario = small_scenario(12, 600);
  scenario.framework.teachers_per_coach = 15.0;
  SmallWorld world(scenario);
  District& d = world.district;
  depart(world.conditions, world.year(1), d);
  const StaffFlows after = d.flows;
  PostPlan plan = allocate(world.conditions, world.year(0), d);  // the posts as they are
  plan.teachers[0] -= 12;
  plan.teachers[11] += 4;
  plan.coaches[5] = 0;
  restaff(world.conditions, world.year(2), plan, d);
  hire(world.conditions, world.year(2), d);
  const StaffFlows& f = d.flows;
  EXPECT_GT(f.displaced[0], 0);
  EXPECT_GT(sum_of(f.promoted), 0);
  EXPECT_GT(sum_of(f.retired), 0);
  for (std::size_t school = 0; school < 12; ++school) {
    EXPECT_EQ(after.stayed[school] + after.transferred_in[school] + f.returned[school] + f.placed[school] +
                  f.hired[school] + f.substitutes[school] - f.promoted[school] - f.displaced[school],
              static_cast<int>(d.schools.teachers(school)))
        << school;
    EXPECT_LE(f.retired[school] + f.not_renewed[school], f.left[school]);
  }
}

TEST(Depart, TrustInLeadersKeepsTeachers) {
  SmallWorld trusting(small_scenario(20, 2000));
  SmallWorld distrusting(small_scenario(20, 2000));
  std::fill(trusting.district.teachers.trust_principal.begin(), trusting.district.teachers.trust_principal.end(), 0.9F);
  std::fill(distrusting.district.teachers.trust_principal.begin(), distrusting.district.teachers.trust_principal.end(),
            0.1F);
  depart(trusting.conditions, trusting.year(0), trusting.district);
  depart(distrusting.conditions, distrusting.year(0), distrusting.district);
  EXPECT_GT(sum_of(trusting.district.flows.stayed), sum_of(distrusting.district.flows.stayed) + 60);
}

TEST(Depart, AboutAsManyGoAsTheRulesSay) {
  SmallWorld world(small_scenario(60, 6000));
  std::fill(world.district.teachers.trust_principal.begin(), world.district.teachers.trust_principal.end(),
            static_cast<float>(world.conditions.parameters.labor_market.usual_trust));
  double expected = 0.0;
  const Teachers& teachers = world.district.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    expected +=
        leave_probability(static_cast<double>(teachers.experience[row]), static_cast<double>(teachers.strain[row]),
                          world.district.schools.need[teachers.school[row]], world.conditions.parameters.departure);
  }
  depart(world.conditions, world.year(0), world.district);
  EXPECT_NEAR(sum_of(world.district.flows.left), expected, 4.0 * std::sqrt(expected));
}

TEST(Depart, SwitchedOffNobodyLeavesOrMovesOut) {
  Scenario scenario = small_scenario(20, 900);
  scenario.mechanisms.turn(Mechanism::departures, false);
  scenario.mechanisms.turn(Mechanism::transfers, false);
  scenario.mechanisms.turn(Mechanism::leader_turnover, false);
  SmallWorld world(scenario);
  const District before = world.district;
  depart(world.conditions, world.year(0), world.district);
  EXPECT_EQ(world.district.teachers.key, before.teachers.key);
  EXPECT_EQ(world.district.flows.stayed, world.district.schools.teachers_at_start);
  EXPECT_EQ(world.district.principals.key, before.principals.key);
  EXPECT_EQ(world.district.teacher_leaders.key, before.teacher_leaders.key);
}

TEST(Depart, WithoutStrainItDoesNotDriveOut) {
  Scenario scenario = small_scenario(20, 900);
  scenario.mechanisms.turn(Mechanism::strain, false);
  SmallWorld calm(scenario);
  SmallWorld strained(scenario);
  for (float& strain : strained.district.teachers.strain) strain = 5.0F;
  depart(calm.conditions, calm.year(0), calm.district);
  depart(strained.conditions, strained.year(0), strained.district);
  EXPECT_EQ(calm.district.flows.left, strained.district.flows.left);
}

TEST(Depart, ANewPrincipalStartsWithoutTrustTenureOrSupportedSkill) {
  Scenario scenario = small_scenario(6, 250);
  scenario.parameters.departure.principal_exit = 1.0;
  scenario.parameters.departure.assistant_promoted = 0.0;
  SmallWorld world(scenario);
  District& d = world.district;
  std::fill(d.teachers.trust_principal.begin(), d.teachers.trust_principal.end(), 0.9F);
  d.principals.supported.assign(6, 1.0);
  d.principals.trust_director.assign(6, 0.9);
  const Principals before = d.principals;
  depart(world.conditions, world.year(0), d);
  const double start = world.conditions.parameters.trust.start;
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_NE(d.principals.key[school], before.key[school]);
    EXPECT_EQ(d.principals.tenure[school], 0);
    EXPECT_EQ(d.principals.supported[school], 0.0);
    EXPECT_EQ(d.principals.trust_director[school], start);
  }
  for (std::size_t row = 0; row < d.teachers.size(); ++row) {
    if (d.teachers.holder[row] == Holder::regular) {
      EXPECT_EQ(d.teachers.trust_principal[row], static_cast<float>(start));
    }
  }
}

TEST(Depart, AnAssistantPrincipalOfTheSchoolCanSucceed) {
  Scenario scenario = small_scenario(6, 600);
  scenario.parameters.departure.principal_exit = 1.0;
  scenario.parameters.departure.assistant_exit = 0.0;
  scenario.parameters.departure.assistant_promoted = 1.0;
  SmallWorld world(scenario);
  const AssistantPrincipals before = world.district.assistant_principals;
  ASSERT_GT(before.size(), 0U);
  depart(world.conditions, world.year(0), world.district);
  SchoolId last;
  for (std::size_t row = 0; row < before.size(); ++row) {
    if (before.school[row] == last) continue;  // the first of each school
    last = before.school[row];
    EXPECT_EQ(world.district.principals.key[last], before.key[row]);
    EXPECT_EQ(world.district.principals.talent[last], before.talent[row]);
    EXPECT_NE(world.district.assistant_principals.key[row], before.key[row]);
  }
}

TEST(Depart, TeacherLeadersLeaveAsOftenAsTheirExitSays) {
  Scenario scenario = small_scenario(60, 6000);
  scenario.framework.teachers_per_coach = 10.0;
  scenario.parameters.departure.coach_exit = 0.25;
  SmallWorld world(scenario);
  const auto before = world.district.teacher_leaders.size();
  depart(world.conditions, world.year(0), world.district);
  const auto staying = static_cast<double>(world.district.teacher_leaders.size());
  EXPECT_NEAR(staying / static_cast<double>(before), 0.75, 4.0 * std::sqrt(0.1875 / static_cast<double>(before)));
}

TEST(Depart, EveryNewAssistantPrincipalIsSomebodyElse) {
  Scenario scenario = small_scenario(4, 400);
  scenario.parameters.departure.assistant_exit = 1.0;
  scenario.parameters.departure.principal_exit = 0.0;
  SmallWorld world(scenario);
  std::set<PersonKey> seen(world.district.assistant_principals.key.begin(),
                           world.district.assistant_principals.key.end());
  const std::size_t posts = seen.size();
  ASSERT_GT(posts, 0U);
  for (int index = 0; index < 4; ++index) {
    depart(world.conditions, world.year(index), world.district);
    seen.insert(world.district.assistant_principals.key.begin(), world.district.assistant_principals.key.end());
    EXPECT_EQ(seen.size(), posts * static_cast<std::size_t>(index + 2));
  }
}

}  // namespace
}  // namespace districtsim
