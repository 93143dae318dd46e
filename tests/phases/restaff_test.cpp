#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "sim/district/invariants.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario staffed() {
  Scenario scenario = small_scenario(12, 500);
  scenario.framework.teachers_per_coach = 20.0;
  return scenario;
}

PostPlan plan_now(const District& district) {
  PostPlan plan;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    plan.teachers.push_back(static_cast<int>(district.schools.teachers(school)));
  }
  plan.coaches = district.schools.coaches;
  plan.assistants = district.schools.assistants;
  plan.managers = district.schools.managers;
  return plan;
}

TEST(Restaff, AMovedCoachPostTakesItsHolderAlong) {
  SmallWorld world(staffed());
  PostPlan plan = plan_now(world.district);
  --plan.coaches[0];
  ++plan.coaches[11];
  const auto before = world.district.teacher_leaders;
  restaff(world.conditions, world.year(1), plan, world.district);
  const auto& after = world.district.teacher_leaders;
  EXPECT_EQ(std::set<PersonKey>(after.key.begin(), after.key.end()),
            std::set<PersonKey>(before.key.begin(), before.key.end()));
  EXPECT_EQ(std::count(after.school.begin(), after.school.end(), 11U), plan.coaches[11]);
  EXPECT_EQ(std::count(after.school.begin(), after.school.end(), 0U), plan.coaches[0]);
}

TEST(Restaff, NewCoachesComeFromTheClassroomsOfTheDistrict) {
  SmallWorld world(staffed());
  PostPlan plan = plan_now(world.district);
  plan.coaches[3] += 2;
  const Teachers before = world.district.teachers;
  const std::set<PersonKey> teachers(before.key.begin(), before.key.end());
  const std::set<PersonKey> old(world.district.teacher_leaders.key.begin(), world.district.teacher_leaders.key.end());
  restaff(world.conditions, world.year(1), plan, world.district);
  int vacant = 0;
  for (const Holder holder : world.district.teachers.holder) vacant += holder == Holder::vacant ? 1 : 0;
  EXPECT_EQ(vacant, 2);
  int fresh = 0;
  for (const PersonKey key : world.district.teacher_leaders.key) {
    if (old.contains(key)) continue;
    EXPECT_TRUE(teachers.contains(key));
    ++fresh;
  }
  EXPECT_EQ(fresh, 2);
}

TEST(Restaff, ACoachWhosePostClosedTakesAVacancyInAClassroom) {
  SmallWorld world(staffed());
  PostPlan plan = plan_now(world.district);
  const PersonKey coach = world.district.teacher_leaders.key[0];
  const SchoolId school = world.district.teacher_leaders.school[0];
  plan.coaches[school] = 0;
  plan.teachers[school] += 3;
  restaff(world.conditions, world.year(1), plan, world.district);
  const Teachers& teachers = world.district.teachers;
  const auto place = std::find(teachers.key.begin(), teachers.key.end(), coach);
  ASSERT_NE(place, teachers.key.end());
  EXPECT_EQ(teachers.holder[static_cast<std::size_t>(place - teachers.key.begin())], Holder::regular);
}

TEST(Restaff, TeachersWhosePostClosedTakeAVacancyOfTheirLevel) {
  SmallWorld world(staffed());
  PostPlan plan = plan_now(world.district);
  const std::set<PersonKey> before(world.district.teachers.key.begin(), world.district.teachers.key.end());
  plan.teachers[0] -= 4;
  plan.teachers[1] += 4;
  ASSERT_EQ(world.district.schools.level[0], world.district.schools.level[1]);
  restaff(world.conditions, world.year(1), plan, world.district);
  EXPECT_EQ(std::set<PersonKey>(world.district.teachers.key.begin(), world.district.teachers.key.end()), before);
}

TEST(Restaff, ATeacherInAnotherSchoolHasANewTieToItsLeaders) {
  SmallWorld world(staffed());
  PostPlan plan = plan_now(world.district);
  for (float& trust : world.district.teachers.trust_principal) trust = 0.9F;
  plan.teachers[0] -= 4;
  plan.teachers[1] += 4;
  const auto begin = world.district.schools.teacher_begin;
  const std::set<PersonKey> own(world.district.teachers.key.begin() + begin[0],
                                world.district.teachers.key.begin() + begin[1]);
  restaff(world.conditions, world.year(1), plan, world.district);
  int came = 0;
  for (auto row = world.district.schools.teacher_begin[1]; row < world.district.schools.teacher_begin[2]; ++row) {
    if (!own.contains(world.district.teachers.key[row])) continue;
    EXPECT_EQ(world.district.teachers.trust_principal[row],
              static_cast<float>(world.conditions.parameters.trust.start));
    ++came;
  }
  EXPECT_EQ(came, 4);
}

TEST(Restaff, AssistantPrincipalsPostsOpenAndClose) {
  SmallWorld world(staffed());
  PostPlan plan = plan_now(world.district);
  plan.assistants[2] += 2;
  plan.assistants[11] = 0;
  restaff(world.conditions, world.year(1), plan, world.district);
  const AssistantPrincipals& assistants = world.district.assistant_principals;
  EXPECT_EQ(assistants.size(),
            static_cast<std::size_t>(std::accumulate(plan.assistants.begin(), plan.assistants.end(), 0)));
  EXPECT_TRUE(std::is_sorted(assistants.school.begin(), assistants.school.end()));
  EXPECT_EQ(std::set<PersonKey>(assistants.key.begin(), assistants.key.end()).size(), assistants.size());
}

TEST(Restaff, AnAssistantPrincipalWhoFollowsANewOneIsSomebodyElse) {
  Scenario scenario = staffed();
  scenario.parameters.departure.assistant_exit = 1.0;
  SmallWorld world(scenario);
  PostPlan plan = plan_now(world.district);
  ++plan.assistants[0];
  restaff(world.conditions, world.year(1), plan, world.district);
  const std::set<PersonKey> before(world.district.assistant_principals.key.begin(),
                                   world.district.assistant_principals.key.end());
  depart(world.conditions, world.year(1), world.district);
  for (const PersonKey key : world.district.assistant_principals.key) {
    EXPECT_FALSE(before.contains(key)) << "who left came back as a copy of themselves";
  }
}

}  // namespace
}  // namespace districtsim
