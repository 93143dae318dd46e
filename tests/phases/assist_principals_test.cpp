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
  world.district.schools.committed.assign(world.district.schools.size(), 0);
  assist_principals(world.conditions, week_at(world.scenario.calendar, 0, week), world.district);
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
    EXPECT_EQ(principals.absorption[school] < before.absorption[school], met && ahead);
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

TEST(AssistPrincipals, AVisitIsBrokeredAndEnteredForBothSides) {
  SmallWorld world(with_directors(50.0));
  give_hours(world);
  District& d = world.district;
  d.schools.central_queue.assign(48, 100);
  assist_week(world, 0);
  Minutes given = 0;
  for (std::size_t school = 0; school < 48; ++school) {
    const KindTally& tally = d.support.places[school].of(InteractionKind::director_assistance);
    EXPECT_EQ(tally.given, d.schools.director_minutes[school]);
    EXPECT_EQ(tally.received, d.schools.director_minutes[school]);
    EXPECT_EQ(tally.kept, d.schools.director_minutes[school] > 0 ? 1 : 0);
    EXPECT_EQ(d.schools.central_queue[school], tally.kept == 1 ? 70 : 100);  // half an hour
    EXPECT_EQ(d.schools.committed[school], d.schools.director_minutes[school]);
    EXPECT_EQ(d.principals.assisted[school] > 0.0, tally.kept == 1);
    given += tally.given;
  }
  EXPECT_EQ(given, d.directors.minutes[0] + d.directors.minutes[1]);
}

TEST(AssistPrincipals, DifferentiatedAssistanceGoesToTheNewAndTheLessSkilled) {
  Scenario scenario = with_directors(50.0);
  scenario.support.differentiated_assistance = true;
  SmallWorld world(scenario);
  give_hours(world);
  Principals& principals = world.district.principals;
  principals.tenure.assign(48, 10);
  for (std::size_t school = 0; school < 48; ++school) {
    principals.talent[school] = school % 2 == 0 ? 5.0 : -5.0;
    principals.supported[school] = 0.0;
  }
  std::array<int, 2> contacts{};
  for (int week = 0; week < 30; ++week) {
    assist_week(world, week);
    for (std::size_t school = 0; school < 48; ++school) {
      contacts[school % 2] += world.district.schools.director_minutes[school] > 0 ? 1 : 0;
    }
  }
  EXPECT_GT(contacts[1], contacts[0] * 3 / 2);
  EXPECT_GT(contacts[0], 0) << "nobody is left alone";
}

TEST(AssistPrincipals, BackedDirectorsKeepMoreOfTheirTime) {
  SmallWorld backed(with_directors(50.0));
  SmallWorld left_alone(with_directors(50.0));
  give_hours(backed);
  give_hours(left_alone);
  backed.district.directors.backing.assign(2, 1.0);
  left_alone.district.directors.backing.assign(2, 0.0);
  assist_week(backed, 0);
  assist_week(left_alone, 0);
  EXPECT_GT(backed.district.directors.minutes[0], left_alone.district.directors.minutes[0]);
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
