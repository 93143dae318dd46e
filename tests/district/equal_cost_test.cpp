#include <gtest/gtest.h>

#include <numeric>

#include "sim/district/build_ledger.hpp"
#include "sim/district/invariants.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Cents at_start(const District& district) {
  const auto& schools = district.ledger.school_at_start;
  return std::accumulate(schools.begin(), schools.end(), Cents{0}) + district.ledger.central;
}

Scenario costly(const Framework& reference) {
  Scenario scenario = small_scenario(12, 480);
  scenario.framework.teachers_per_coach = 15;
  scenario.framework.schools_per_director = 4;
  scenario.framework.schools_per_cross_school_leader = 3;
  scenario.framework.schools_per_data_post = 2;
  scenario.cost_reference = reference;
  return scenario;
}

TEST(EqualCost, SchoolsAndCentralOfficeGetTheReferencesTotalToTheCent) {
  const Scenario baseline = small_scenario(12, 480);
  const SmallWorld reference(baseline);
  const SmallWorld alternative(costly(baseline.framework));
  EXPECT_EQ(at_start(alternative.district), at_start(reference.district));
  EXPECT_GT(alternative.district.ledger.central, reference.district.ledger.central);
  EXPECT_EQ(alternative.district.ledger.revenue_at_start, reference.district.ledger.revenue_at_start);
  EXPECT_EQ(alternative.district.ledger.other_services_at_start, reference.district.ledger.other_services_at_start);
  EXPECT_EQ(alternative.district.ledger.reserve_at_start, reference.district.ledger.reserve_at_start);
  EXPECT_NO_THROW(check_invariants(alternative.conditions, alternative.district));
}

TEST(EqualCost, AFrameworkThatIsItsOwnReferenceChangesNothing) {
  Scenario scenario = small_scenario(12, 480);
  const SmallWorld plain(scenario);
  scenario.cost_reference = scenario.framework;
  const SmallWorld same(scenario);
  EXPECT_EQ(same.district.ledger.school_at_start, plain.district.ledger.school_at_start);
  EXPECT_EQ(same.district.ledger.formula, plain.district.ledger.formula);
  EXPECT_EQ(same.district.ledger.other_services, plain.district.ledger.other_services);
  EXPECT_EQ(same.district.ledger.reserve, plain.district.ledger.reserve);
}

TEST(EqualCost, PostsThatAreNotPaidForCloseInTheFirstYear) {
  const Framework usual;
  SmallWorld world(costly(usual));
  const auto posts = [](const PostPlan& plan) {
    return std::accumulate(plan.teachers.begin(), plan.teachers.end(), 0) +
           std::accumulate(plan.coaches.begin(), plan.coaches.end(), 0);
  };
  const int before = posts(allocate(world.conditions, world.year(0), world.district));
  const PostPlan after = allocate(world.conditions, world.year(1), world.district);
  EXPECT_LT(posts(after), before);
  Scenario dear = costly(usual);
  dear.cost_reference.reset();
  SmallWorld unequal(dear);
  static_cast<void>(allocate(unequal.conditions, unequal.year(0), unequal.district));
  EXPECT_GT(posts(allocate(unequal.conditions, unequal.year(1), unequal.district)), posts(after));
}

}  // namespace
}  // namespace districtsim
