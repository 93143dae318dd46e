#include "sim/district/build_district.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/core/parallel.hpp"
#include "sim/district/invariants.hpp"
#include "sim/district/teams.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

void expect_same_people(const District& a, const District& b) {
  EXPECT_EQ(a.teachers.key, b.teachers.key);
  EXPECT_EQ(a.teachers.strain, b.teachers.strain);
  EXPECT_EQ(a.teachers.experience, b.teachers.experience);
  EXPECT_EQ(a.teachers.stable, b.teachers.stable);
  EXPECT_EQ(a.teachers.supported, b.teachers.supported);
  EXPECT_EQ(a.teacher_leaders.quality, b.teacher_leaders.quality);
  EXPECT_EQ(a.principals.talent, b.principals.talent);
  EXPECT_EQ(a.principals.tenure, b.principals.tenure);
  EXPECT_EQ(a.assistant_principals.talent, b.assistant_principals.talent);
  EXPECT_EQ(a.directors.expertise, b.directors.expertise);
  EXPECT_EQ(a.cells.persistent, b.cells.persistent);
  EXPECT_EQ(a.ledger.school_allocation, b.ledger.school_allocation);
}

TEST(BuildDistrict, IsAPureFunctionOfItsConditions) {
  const SmallWorld first(small_scenario(10, 400));
  const SmallWorld second(small_scenario(10, 400));
  expect_same_people(first.district, second.district);
  expect_same_people(build_district(first.conditions), first.district);
}

TEST(BuildDistrict, DoesNotDependOnThreads) {
  const SmallWorld world(small_scenario(100, 5000));
  for (const int threads : {1, 3}) {
    with_threads(threads, [&] { expect_same_people(build_district(world.conditions), world.district); });
  }
}

TEST(BuildDistrict, ReplicatesHaveOtherPeopleOnTheSamePosts) {
  const SmallWorld first(small_scenario(10, 400), 0);
  const SmallWorld second(small_scenario(10, 400), 1);
  EXPECT_EQ(first.district.teachers.key, second.district.teachers.key);
  EXPECT_NE(first.district.teachers.strain_trait, second.district.teachers.strain_trait);
}

TEST(BuildDistrict, StartsWithEveryInvariantHolding) {
  for (const int schools : {1, 2, 3, 9, 30}) {
    const SmallWorld world(small_scenario(schools, schools * 30));
    EXPECT_NO_THROW(check_invariants(world.conditions, world.district)) << schools;
  }
}

TEST(BuildDistrict, PeopleHaveTheSpreadThatTheParametersSay) {
  const SmallWorld world(small_scenario(100, 6000));
  const Parameters& p = world.conditions.parameters;
  const Teachers& teachers = world.district.teachers;
  const auto count = static_cast<double>(teachers.size());
  double mean_practice = 0.0;
  double practice_square = 0.0;
  double talent_square = 0.0;
  double trait_square = 0.0;
  double product = 0.0;
  double dimension_square = 0.0;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    double practice = 0.0;
    for (const auto& column : teachers.stable) practice += static_cast<double>(column[row]) / dimension_count;
    mean_practice += practice / count;
    practice_square += practice * practice / count;
    talent_square += static_cast<double>(teachers.talent[row] * teachers.talent[row]) / count;
    trait_square += static_cast<double>(teachers.strain_trait[row] * teachers.strain_trait[row]) / count;
    product += static_cast<double>(teachers.stable[0][row] * teachers.stable[3][row]) / count;
    dimension_square += static_cast<double>(teachers.stable[0][row] * teachers.stable[0][row]) / count;
  }
  EXPECT_NEAR(mean_practice, 0.0, 0.012);
  EXPECT_NEAR(std::sqrt(practice_square), p.teacher_effect.stable_practice_sd, 0.008);
  EXPECT_NEAR(std::sqrt(talent_square), p.teacher_effect.talent_sd, 0.004);
  EXPECT_NEAR(std::sqrt(trait_square), p.strain.trait, 0.03);
  EXPECT_NEAR(product / dimension_square, p.teacher_effect.dimension_correlation, 0.05);
}

TEST(BuildDistrict, EveryLeaderHasAPlaceAndDirectorsShareAllSchools) {
  const SmallWorld world(small_scenario(60, 2800));
  const District& district = world.district;
  EXPECT_EQ(district.principals.key.size(), 60U);
  EXPECT_EQ(district.directors.caseload_begin.front(), 0U);
  EXPECT_EQ(district.directors.caseload_begin.back(), 60U);
  EXPECT_EQ(district.directors.size(), 3U) << "60 schools, 24 to a director, to the nearest";
  EXPECT_EQ(district.teacher_leaders.size(), static_cast<std::size_t>(std::accumulate(
                                                 district.schools.coaches.begin(), district.schools.coaches.end(), 0)));
  EXPECT_EQ(district.teacher_leaders.size(), 74U) << "2,800 teachers, 38 to a coach";
  for (const double tenure : district.principals.tenure) EXPECT_GE(tenure, 0.0);
}

TEST(BuildDistrict, ACoachIsPickedByWhatIsSeenOfThem) {
  Scenario blind = small_scenario(60, 2800);
  blind.parameters.coaching.signal = 0.0;
  Scenario clear = blind;
  clear.parameters.coaching.signal = 1.0;
  const SmallWorld by_chance(blind);
  const SmallWorld by_quality(clear);
  const auto mean = [](const std::vector<float>& quality) {
    return static_cast<double>(std::accumulate(quality.begin(), quality.end(), 0.0F)) /
           static_cast<double>(quality.size());
  };
  EXPECT_GT(mean(by_quality.district.teacher_leaders.quality), mean(by_chance.district.teacher_leaders.quality) + 0.3);
  EXPECT_NEAR(mean(by_chance.district.teacher_leaders.quality), 1.0, 0.4);
}

TEST(BuildDistrict, MoneyIsSharedOutToTheCent) {
  const SmallWorld world(small_scenario(12, 500));
  const Ledger& ledger = world.district.ledger;
  EXPECT_EQ(ledger.revenue, ledger.schools_total() + ledger.central + ledger.other_services + ledger.reserve);
  EXPECT_GT(ledger.reserve, 0);
  EXPECT_GE(ledger.other_services, 0);
  Cents staff = 0;
  for (std::size_t school = 0; school < 12; ++school) {
    staff = world.district.prices.principal + world.district.prices.teacher * world.district.schools.teachers(school) +
            world.district.prices.coach * world.district.schools.coaches[school] +
            world.district.prices.assistant_principal * world.district.schools.assistants[school];
    EXPECT_EQ(ledger.school_staff[school], staff);
  }
}

TEST(BuildDistrict, ProfilesThatCostMoreThanTheNormRaiseRevenue) {
  Scenario scenario = small_scenario(4, 160);
  for (SchoolProfile& school : scenario.district.schools) school.dollars = 50e6;
  const SmallWorld world(scenario);
  EXPECT_GE(world.district.ledger.revenue, world.district.ledger.schools_total());
  EXPECT_NO_THROW(check_invariants(world.conditions, world.district));
}

}  // namespace
}  // namespace districtsim
