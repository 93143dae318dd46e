#include <gtest/gtest.h>

#include <algorithm>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_directors(double uptake_base) {
  Scenario scenario = small_scenario(48, 2000);
  scenario.parameters.uptake.base = uptake_base;
  return scenario;
}

/// A week in which leaders have their usual hours.
void give_hours(SmallWorld& world) { budget_time(world.conditions, world.district.principals, world.district.schools); }

void assist_week(SmallWorld& world, int week) {
  assist_principals(world.conditions, week_at(world.scenario.calendar, 0, week), world.district.directors,
                    world.district.principals, world.district.schools);
}

TEST(AssistPrincipals, DirectorsGiveNoMoreThanTheirProtectedHours) {
  SmallWorld world(with_directors(0.0));
  give_hours(world);
  const District& d = world.district;
  const double most =
      world.conditions.parameters.assistance.work_week * world.scenario.support.director_time_with_principals * 60.0;
  for (int week = 0; week < 12; ++week) {
    assist_week(world, week);
    for (std::size_t director = 0; director < d.directors.size(); ++director) {
      double given = 0.0;
      for (auto school = d.directors.caseload_begin[director]; school < d.directors.caseload_begin[director + 1];
           ++school) {
        given += d.schools.director_minutes[school];
      }
      EXPECT_GT(given, 0.0);
      EXPECT_LE(given, most);
    }
  }
}

TEST(AssistPrincipals, EverybodyOnACaseloadHasTheirTurn) {
  SmallWorld world(with_directors(50.0));
  give_hours(world);
  std::vector<int> contacts(48, 0);
  for (int week = 0; week < 24; ++week) {
    assist_week(world, week);
    for (std::size_t school = 0; school < 48; ++school) {
      contacts[school] += world.district.schools.director_minutes[school] > 0 ? 1 : 0;
    }
  }
  const auto [fewest, most] = std::minmax_element(contacts.begin(), contacts.end());
  EXPECT_GT(*fewest, 0);
  EXPECT_LE(*most - *fewest, 1);
}

TEST(AssistPrincipals, ThePrincipalLearnsTowardTheDirectorAndTrusts) {
  SmallWorld world(with_directors(50.0));
  give_hours(world);
  Principals& principals = world.district.principals;
  const Principals before = principals;
  assist_week(world, 0);
  for (std::size_t school = 0; school < 48; ++school) {
    const std::size_t director = school < world.district.directors.caseload_begin[1] ? 0 : 1;
    const bool met = world.district.schools.director_minutes[school] > 0;
    const bool ahead = world.district.directors.expertise[director] > before.skill(school);
    EXPECT_EQ(principals.supported[school] > before.supported[school], met && ahead);
    EXPECT_EQ(principals.absorption[school] < before.absorption[school], met);
    EXPECT_EQ(principals.trust_director[school] > before.trust_director[school], met);
  }
}

TEST(AssistPrincipals, RefusalCostsTrustAndTeachesNothing) {
  SmallWorld world(with_directors(-50.0));
  give_hours(world);
  const Principals before = world.district.principals;
  assist_week(world, 0);
  EXPECT_EQ(world.district.principals.supported, before.supported);
  for (std::size_t school = 0; school < 48; ++school) {
    EXPECT_LE(world.district.principals.trust_director[school], before.trust_director[school]);
  }
}

TEST(AssistPrincipals, ALeaderWithoutInstructionalHoursHasNoTimeForIt) {
  SmallWorld world(with_directors(50.0));
  world.district.schools.leaders.assign(48, {});
  assist_week(world, 0);
  EXPECT_EQ(world.district.schools.director_minutes, std::vector<Minutes>(48, 0));
}

TEST(AssistPrincipals, SwitchedOffNobodyIsAssisted) {
  Scenario scenario = with_directors(50.0);
  scenario.mechanisms.turn(Mechanism::director_assistance, false);
  SmallWorld world(scenario);
  give_hours(world);
  const Principals before = world.district.principals;
  assist_week(world, 0);
  EXPECT_EQ(world.district.principals.supported, before.supported);
  EXPECT_EQ(world.district.principals.trust_director, before.trust_director);
  EXPECT_EQ(world.district.schools.director_minutes, std::vector<Minutes>(48, 0));
}

}  // namespace
}  // namespace districtsim
