#include <gtest/gtest.h>

#include <numeric>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// A tenth more revenue, no discretion, no weights: what happens is the rule's alone.
Scenario growing(const NewDollars& shares) {
  Scenario scenario = small_scenario(12, 480);
  scenario.framework.low_income_weight = 0.0;
  scenario.framework.discretion = 0.0;
  scenario.framework.new_dollars = shares;
  scenario.mechanisms.turn(Mechanism::discretion, false);
  Event growth;
  growth.share = 0.1;
  scenario.events = {growth};
  return scenario;
}

Cents sum_of(const std::vector<Cents>& amounts) { return std::accumulate(amounts.begin(), amounts.end(), Cents{0}); }
int posts_in(const std::vector<int>& posts) { return std::accumulate(posts.begin(), posts.end(), 0); }

TEST(SpendNewDollars, AreWhatSchoolsHaveBeyondTheStartAndNothingInAQuietYear) {
  SmallWorld quiet(small_scenario(12, 480));
  static_cast<void>(allocate(quiet.conditions, quiet.year(1), quiet.district));
  EXPECT_LT(sum_of(quiet.district.ledger.new_dollars), 100) << "cents of rounding";
  SmallWorld world(growing({}));
  const Cents before = world.district.ledger.schools_total();
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  EXPECT_NEAR(static_cast<double>(sum_of(world.district.ledger.new_dollars)),
              static_cast<double>(world.district.ledger.schools_total() - before), 100.0);
  EXPECT_GT(sum_of(world.district.ledger.new_dollars), 0);
  EXPECT_EQ(plan.teachers, world.district.schools.teachers_at_start) << "without shares nobody buys posts here";
}

TEST(SpendNewDollars, SharesBuyTeachersAndCoachesOnceAndFillTheReserve) {
  NewDollars shares;
  shares.class_size = 0.5;
  shares.coaches = 0.25;
  shares.reserve = 0.25;
  SmallWorld world(growing(shares));
  District& district = world.district;
  const Cents reserve = district.ledger.reserve;
  const int teachers = posts_in(district.schools.teachers_at_start);
  const PostPlan plan = allocate(world.conditions, world.year(1), district);
  int of_teachers = 0;
  int of_coaches = 0;
  for (const Cents fresh : district.ledger.new_dollars) {
    of_teachers += static_cast<int>(fresh / 2 / district.prices.teacher);
    of_coaches += static_cast<int>(fresh / 4 / district.prices.coach);
  }
  EXPECT_GT(of_teachers, 0);
  EXPECT_EQ(posts_in(plan.teachers), teachers + of_teachers);
  EXPECT_EQ(posts_in(plan.coaches), posts_in(district.schools.coaches) + of_coaches);
  // The reserve follows revenue, takes a quarter of new dollars and pays one-time costs.
  const Cents expected = reserve + reserve / 10 + sum_of(district.ledger.new_dollars) / 4 - district.ledger.new_posts;
  EXPECT_NEAR(static_cast<double>(district.ledger.reserve), static_cast<double>(expected), 100.0);
  restaff(world.conditions, world.year(1), plan, district);
  const PostPlan next = allocate(world.conditions, world.year(2), district);
  EXPECT_EQ(posts_in(next.teachers), teachers + of_teachers) << "the same money does not buy twice";
}

TEST(SpendNewDollars, PayRisesAYearAfterTheMoneyAndDoesNotFallAgain) {
  NewDollars shares;
  shares.pay = 1.0;
  Scenario scenario = growing(shares);
  Event cut;
  cut.year = 3;
  cut.share = -0.05;
  scenario.events.push_back(cut);
  SmallWorld world(scenario);
  District& district = world.district;
  const Cents price = district.prices.teacher;
  const Cents staff = sum_of(district.ledger.school_staff);
  restaff(world.conditions, world.year(1), allocate(world.conditions, world.year(1), district), district);
  EXPECT_EQ(district.prices.teacher, price);
  const auto fresh = static_cast<double>(sum_of(district.ledger.new_dollars));
  restaff(world.conditions, world.year(2), allocate(world.conditions, world.year(2), district), district);
  EXPECT_NEAR(district.central.pay_raise, fresh / static_cast<double>(staff), 0.002);
  EXPECT_NEAR(static_cast<double>(district.prices.teacher) / static_cast<double>(price),
              1.0 + district.central.pay_raise, 1e-6);
  const double raise = district.central.pay_raise;
  restaff(world.conditions, world.year(3), allocate(world.conditions, world.year(3), district), district);
  restaff(world.conditions, world.year(4), allocate(world.conditions, world.year(4), district), district);
  EXPECT_EQ(district.central.pay_raise, raise);
}

TEST(SpendNewDollars, MovedAndFallenEnrolmentDollarsAreNotNew) {
  Scenario scenario = growing({});
  scenario.framework.new_dollars.reserve = 1.0;
  scenario.events = {};
  Reallocation move;
  move.what = Resource::dollars;
  move.amount = 20000.0;
  move.from.need = NeedSelection::lowest_half;
  move.to.need = NeedSelection::highest_half;
  scenario.reallocations = {move};
  Event fewer;
  fewer.kind = Event::Kind::enrolment_change;
  fewer.year = 2;
  fewer.share = -0.1;
  scenario.events = {fewer};
  SmallWorld world(scenario);
  District& district = world.district;
  for (int year = 1; year <= 2; ++year) {
    promote(world.conditions, world.year(year), district);
    restaff(world.conditions, world.year(year), allocate(world.conditions, world.year(year), district), district);
    EXPECT_LT(sum_of(district.ledger.new_dollars), district.ledger.schools_total() / 1000) << year;
  }
}

}  // namespace
}  // namespace districtsim
