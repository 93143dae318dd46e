#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/district/build_ledger.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario market_of(int schools, int capacity) {
  Scenario scenario = small_scenario(schools, schools * 40);
  scenario.framework.support_market.market = true;
  scenario.framework.support_market.capacity = capacity;
  return scenario;
}

void expect_places_kept(const SmallWorld& world) {
  const District& d = world.district;
  std::set<std::uint32_t> served;
  for (std::size_t provider = 0; provider < d.directors.size(); ++provider) {
    const auto own = d.directors.schools(provider);
    EXPECT_LE(static_cast<int>(own.size()), world.scenario.framework.support_market.capacity);
    for (const std::uint32_t school : own) {
      EXPECT_EQ(d.schools.director[school], provider);
      EXPECT_TRUE(served.insert(school).second) << "one provider a school";
    }
  }
}

TEST(ChooseProviders, EverySchoolThatCanPayHasOneAndNoProviderMoreThanItsPlaces) {
  for (const int capacity : {1, 3, 25}) {
    SmallWorld world(market_of(20, capacity));
    EXPECT_TRUE(world.district.directors.caseload.empty());
    choose_providers(world.conditions, world.year(1), world.district);
    EXPECT_EQ(world.district.directors.caseload.size(), 20U);
    expect_places_kept(world);
  }
  SmallWorld poor(market_of(20, 25));
  poor.district.ledger.school_allocation[7] = poor.district.prices.principal;
  choose_providers(poor.conditions, poor.year(1), poor.district);
  EXPECT_EQ(poor.district.schools.director[7], no_director);
  EXPECT_EQ(poor.district.directors.caseload.size(), 19U);
}

TEST(ChooseProviders, PrincipalsWhoSeeClearlyFillTheBestPlaces) {
  SmallWorld world(market_of(24, 8));
  world.conditions.parameters.support_market.noise = 0.0;
  world.conditions.parameters.support_market.crowding = 0.0;
  choose_providers(world.conditions, world.year(1), world.district);
  const Directors& d = world.district.directors;
  std::vector<std::pair<double, std::size_t>> by_quality;
  for (std::size_t row = 0; row < d.size(); ++row) by_quality.emplace_back(d.shown(row), d.schools(row).size());
  std::sort(by_quality.rbegin(), by_quality.rend());
  ASSERT_EQ(by_quality.size(), 5U) << "24 schools, one and a half times as many places, 8 a provider";
  EXPECT_EQ(by_quality[0].second + by_quality[1].second + by_quality[2].second, 24U);
  EXPECT_EQ(by_quality[4].second, 0U);
}

TEST(ChooseProviders, HabitKeepsSchoolsWithTheirProviderAndANewTieStartsAnew) {
  int changed[2] = {};
  for (const int sticky : {0, 1}) {
    SmallWorld world(market_of(40, 10));
    world.conditions.parameters.support_market.stickiness = sticky == 1 ? 20.0 : 0.0;
    choose_providers(world.conditions, world.year(1), world.district);
    const auto before = world.district.schools.director;
    world.district.principals.trust_director.assign(40, 0.9);
    choose_providers(world.conditions, world.year(2), world.district);
    for (std::size_t school = 0; school < 40; ++school) {
      const bool other = world.district.schools.director[school] != before[school];
      changed[sticky] += other ? 1 : 0;
      EXPECT_EQ(world.district.principals.trust_director[school],
                other ? world.conditions.parameters.trust.start : 0.9);
    }
  }
  EXPECT_LT(changed[1], 4) << "only those whom others came before";
  EXPECT_GT(changed[0], 8);
}

TEST(ChooseProviders, SchoolsPayWhatTheCentralOfficeDoesNot) {
  SmallWorld world(market_of(20, 10));
  EXPECT_EQ(central_cost(world.district),
            world.district.prices.operations_post *
                    (world.district.central.operations_posts + world.district.central.data_posts) +
                world.district.prices.coach * static_cast<Cents>(world.district.cross_school_leaders.size()));
  choose_providers(world.conditions, world.year(1), world.district);
  static_cast<void>(allocate(world.conditions, world.year(1), world.district));
  for (const Cents cost : world.district.ledger.school_programmes) EXPECT_GE(cost, from_dollars(30000.0));
}

TEST(ChooseProviders, AssignedOrSwitchedOffDirectorsKeepTheirCaseloads) {
  for (const bool off : {false, true}) {
    Scenario scenario = small_scenario(20, 800);
    if (off) {
      scenario.framework.support_market.market = true;
      scenario.mechanisms.turn(Mechanism::support_market, false);
    }
    SmallWorld world(scenario);
    const Directors before = world.district.directors;
    EXPECT_EQ(before.caseload_begin.back(), 20U);
    for (std::uint32_t school = 0; school < 20; ++school) EXPECT_EQ(before.caseload[school], school);
    choose_providers(world.conditions, world.year(1), world.district);
    EXPECT_EQ(world.district.directors.caseload, before.caseload);
    EXPECT_EQ(world.district.directors.key, before.key);
  }
}

TEST(ChooseProviders, AGoodProvidersPrincipalsLearnMore) {
  SmallWorld world(market_of(40, 10));
  choose_providers(world.conditions, world.year(1), world.district);
  Directors& d = world.district.directors;
  for (std::size_t row = 0; row < d.size(); ++row) d.expertise[row] = row % 2 == 0 ? 3.0 : 0.2;
  for (auto& leaders : world.district.schools.leaders) {
    leaders.total = leaders.instruction = in_minutes(60.0);
  }
  for (int week = 0; week < 36; ++week) {
    std::fill(world.district.schools.committed.begin(), world.district.schools.committed.end(), 0);
    assist_principals(world.conditions, week_at(world.scenario.calendar, 1, week), world.district);
  }
  double gained[2] = {};
  int schools[2] = {};
  for (std::size_t school = 0; school < 40; ++school) {
    const std::size_t good = world.district.schools.director[school] % 2 == 0 ? 1 : 0;
    gained[good] += world.district.principals.supported[school];
    ++schools[good];
  }
  ASSERT_GT(schools[0], 5);
  ASSERT_GT(schools[1], 5);
  EXPECT_GT(gained[1] / schools[1], 1.5 * gained[0] / schools[0]);
}

}  // namespace
}  // namespace districtsim
