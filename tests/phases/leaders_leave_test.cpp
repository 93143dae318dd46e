#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario growing(double grow) {
  Scenario scenario = small_scenario(30, 3000);
  scenario.framework.teachers_per_coach = 20.0;
  scenario.framework.grow_your_own = grow;
  scenario.parameters.departure.principal_exit = 0.0;
  scenario.parameters.departure.assistant_exit = 1.0;
  scenario.parameters.departure.coach_exit = 0.0;
  return scenario;
}

std::set<PersonKey> people(const std::vector<PersonKey>& keys) { return {keys.begin(), keys.end()}; }

int from_teacher_leaders(const SmallWorld& world, const std::set<PersonKey>& before) {
  int count = 0;
  for (const PersonKey key : world.district.assistant_principals.key) count += before.contains(key) ? 1 : 0;
  return count;
}

TEST(LeadersLeave, OpenAssistantPrincipalsPostsGoToTeacherLeadersAsOftenAsTheDistrictGrowsItsOwn) {
  double share[3] = {};
  for (const int step : {0, 1, 2}) {
    SmallWorld world(growing(0.5 * step));
    world.conditions.parameters.pipeline.able = -9.0;
    const auto leaders = people(world.district.teacher_leaders.key);
    const auto posts = static_cast<double>(world.district.assistant_principals.size());
    ASSERT_GT(posts, 30.0);
    leaders_leave(world.conditions, world.year(1), world.district);
    const int grown = from_teacher_leaders(world, leaders);
    share[step] = grown / posts;
    EXPECT_EQ(world.district.teacher_leaders.size() + static_cast<std::size_t>(grown), leaders.size())
        << "who is promoted leaves the old post";
  }
  EXPECT_EQ(share[0], 0.0);
  EXPECT_NEAR(share[1], 0.5, 0.25);
  EXPECT_EQ(share[2], 1.0);
}

TEST(LeadersLeave, TheSchoolsOwnTeacherLeadersComeFirst) {
  SmallWorld world(growing(1.0));
  world.conditions.parameters.pipeline.able = -9.0;
  std::map<PersonKey, SchoolId> from;
  const TeacherLeaders& leaders = world.district.teacher_leaders;
  for (std::size_t row = 0; row < leaders.size(); ++row) from[leaders.key[row]] = leaders.school[row];
  leaders_leave(world.conditions, world.year(1), world.district);
  const AssistantPrincipals& assistants = world.district.assistant_principals;
  int own = 0;
  for (std::size_t row = 0; row < assistants.size(); ++row) {
    own += from.at(assistants.key[row]) == assistants.school[row] ? 1 : 0;
  }
  EXPECT_GT(own, static_cast<int>(assistants.size()) / 2);
}

TEST(LeadersLeave, AGrownLeaderStartsWithWhatWasLearned) {
  SmallWorld world(growing(1.0));
  world.conditions.parameters.pipeline.able = -9.0;
  std::fill(world.district.teacher_leaders.supported.begin(), world.district.teacher_leaders.supported.end(), 0.4F);
  leaders_leave(world.conditions, world.year(1), world.district);
  for (const double supported : world.district.assistant_principals.supported) {
    EXPECT_NEAR(supported, 0.4 * world.conditions.parameters.pipeline.learned, 1e-6);
  }
}

TEST(LeadersLeave, ASuccessorFromTheSchoolKeepsPartOfItsTrustAndCountsAsGrown) {
  Scenario scenario = small_scenario(12, 1200);
  scenario.framework.grow_your_own = 1.0;
  scenario.parameters.departure.principal_exit = 1.0;
  scenario.parameters.departure.assistant_exit = 0.0;
  SmallWorld world(scenario);
  District& d = world.district;
  std::fill(d.teachers.trust_principal.begin(), d.teachers.trust_principal.end(), 0.8F);
  const AssistantPrincipals before = d.assistant_principals;
  leaders_leave(world.conditions, world.year(1), d);
  const Parameters& p = world.conditions.parameters;
  int grown = 0;
  for (std::size_t school = 0; school < 12; ++school) {
    const auto place = std::find(before.key.begin(), before.key.end(), d.principals.key[school]);
    EXPECT_EQ(d.principals.grown[school] == 1, place != before.key.end());
    grown += d.principals.grown[school];
    const bool own =
        place != before.key.end() && before.school[static_cast<std::size_t>(place - before.key.begin())] == school;
    const double kept = own ? p.trust.start + p.pipeline.trust_kept * (0.8 - p.trust.start) : p.trust.start;
    EXPECT_NEAR(static_cast<double>(d.teachers.trust_principal[d.schools.teacher_begin[school]]), kept, 1e-6);
  }
  EXPECT_EQ(grown, static_cast<int>(std::min<std::size_t>(12, before.size())));
}

TEST(LeadersLeave, PromotionsDoNotRaiseHowManyTeacherLeadersLeave) {
  Scenario scenario = growing(1.0);
  scenario.parameters.departure.assistant_exit = 0.3;
  scenario.parameters.departure.coach_exit = 0.3;
  double left[2] = {};
  for (const int on : {0, 1}) {
    scenario.mechanisms.turn(Mechanism::leadership_pipeline, on == 1);
    SmallWorld world(scenario);
    const auto before = static_cast<double>(world.district.teacher_leaders.size());
    leaders_leave(world.conditions, world.year(1), world.district);
    left[on] = 1.0 - static_cast<double>(world.district.teacher_leaders.size()) / before;
  }
  EXPECT_NEAR(left[0], left[1], 0.1);
}

}  // namespace
}  // namespace districtsim
