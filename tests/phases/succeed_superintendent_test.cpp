#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_exit(Event::Kind kind) {
  Scenario scenario = small_scenario(8, 300);
  Event event;
  event.kind = kind;
  event.year = 2;
  scenario.events.push_back(event);
  scenario.parameters.succession.exit = 0.0;
  scenario.parameters.succession.stance_sd = 0.0;
  return scenario;
}

TEST(SucceedSuperintendent, ANewcomerSponsorsLessAndBuildsItUpAgain) {
  SmallWorld world(with_exit(Event::Kind::superintendent_exit));
  District& d = world.district;
  d.central.political_capital = 0.9;
  d.schools.heard.assign(8, {0.4F, 0.2F, 0.2F, 0.2F});
  succeed_superintendent(world.conditions, world.year(1), d);
  EXPECT_EQ(d.central.sponsorship, 0.5);
  EXPECT_EQ(d.central.superintendent_tenure, 1);
  succeed_superintendent(world.conditions, world.year(2), d);
  const double low = d.central.sponsorship;
  EXPECT_LT(low, 0.4);
  EXPECT_EQ(d.central.superintendent_tenure, 0);
  EXPECT_LT(d.central.political_capital, 0.9);
  EXPECT_GT(d.central.political_capital, 0.5);
  EXPECT_LT(d.schools.heard[0][0], 0.4F);
  for (const int year : {3, 4, 5}) succeed_superintendent(world.conditions, world.year(year), d);
  EXPECT_GT(d.central.sponsorship, low);
}

TEST(SucceedSuperintendent, DistributedLeadershipSoftensTheLoss) {
  std::array<double, 2> after{};
  for (const bool distributed : {false, true}) {
    SmallWorld world(with_exit(Event::Kind::superintendent_exit));
    District& d = world.district;
    d.schools.cohesion.assign(8, distributed ? 0.9 : 0.3);
    std::fill(d.directors.backing.begin(), d.directors.backing.end(), distributed ? 0.9 : 0.3);
    succeed_superintendent(world.conditions, world.year(2), d);
    after[distributed ? 1 : 0] = d.central.sponsorship;
  }
  EXPECT_GT(after[1], after[0] + 0.1);
}

TEST(SucceedSuperintendent, DirectorsWhoLeaveAreReplacedByOthers) {
  SmallWorld world(with_exit(Event::Kind::directors_exit));
  District& d = world.district;
  const std::vector<PersonKey> before = d.directors.key;
  d.principals.trust_director.assign(8, 0.9);
  succeed_superintendent(world.conditions, world.year(2), d);
  for (std::size_t row = 0; row < before.size(); ++row) EXPECT_NE(d.directors.key[row], before[row]);
  EXPECT_EQ(d.principals.trust_director[0], world.conditions.parameters.trust.start);
}

TEST(SucceedSuperintendent, AnEventTakesEveryPrincipalBeforeItsYearWhateverTurnoverDoes) {
  for (const bool turnover : {true, false}) {
    Scenario scenario = with_exit(Event::Kind::principals_exit);
    scenario.mechanisms.turn(Mechanism::leader_turnover, turnover);
    SmallWorld world(scenario);
    District& d = world.district;
    d.principals.tenure.assign(8, 4);
    const std::vector<PersonKey> before = d.principals.key;
    succeed_superintendent(world.conditions, world.year(1), d);
    EXPECT_EQ(d.principals.key, before);
    succeed_superintendent(world.conditions, world.year(2), d);
    std::set<PersonKey> leaders(d.assistant_principals.key.begin(), d.assistant_principals.key.end());
    for (std::size_t school = 0; school < 8; ++school) {
      EXPECT_NE(d.principals.key[school], before[school]);
      EXPECT_EQ(d.principals.tenure[school], 0);
      EXPECT_TRUE(leaders.insert(d.principals.key[school]).second) << "nobody holds two posts";
    }
    const std::vector<PersonKey> newcomers = d.principals.key;
    succeed_superintendent(world.conditions, world.year(2), d);
    EXPECT_EQ(d.principals.key == newcomers, turnover) << "who came this summer stays";
  }
}

TEST(SucceedSuperintendent, AnEventOfYearOneTakesPrincipalsWithoutAWarmUp) {
  Scenario scenario = with_exit(Event::Kind::principals_exit);
  scenario.events[0].year = 1;
  SmallWorld world(scenario);
  SchoolYear first = world.year(1);
  first.index = 0;
  const std::vector<PersonKey> before = world.district.principals.key;
  succeed_superintendent(world.conditions, first, world.district);
  for (std::size_t school = 0; school < 8; ++school) EXPECT_NE(world.district.principals.key[school], before[school]);
}

TEST(SucceedSuperintendent, SwitchedOffTheTopStaysAsItIs) {
  Scenario scenario = small_scenario(8, 300);
  scenario.mechanisms.turn(Mechanism::superintendent_turnover, false);
  scenario.parameters.succession.exit = 0.9;
  SmallWorld world(scenario);
  for (int index = 0; index < 10; ++index) {
    succeed_superintendent(world.conditions, world.year(index), world.district);
    EXPECT_EQ(world.district.central.sponsorship, 0.5);
  }
}

}  // namespace
}  // namespace districtsim
