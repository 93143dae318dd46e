#include <gtest/gtest.h>

#include "sim/district/mean_by_students.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// A district in which the first school loses a tenth of its dollars, and the second gets it.
void take_a_tenth(District& d) {
  const Cents tenth = d.ledger.school_without[0] / 10;
  d.ledger.school_allocation[0] -= tenth;
  d.ledger.school_allocation[1] += tenth;
}

TEST(PushBack, WhoLosesProtestsWithVoiceAndDrawsOnCapitalAndCommunity) {
  SmallWorld world(small_scenario(6, 240));
  District& d = world.district;
  take_a_tenth(d);
  push_back(world.conditions, world.year(1), d);
  const PoliticsParameters& p = world.conditions.parameters.politics;
  const double protest = (0.1 - p.unnoticed_loss) / p.reference_loss;
  EXPECT_NEAR(d.schools.protest[0], protest, 1e-6);
  const double pushed = protest * (2.0 - d.schools.low_income_share[0]) * (1.0 - p.damping * 0.5);
  EXPECT_NEAR(d.schools.push_back[0], pushed, 1e-5);
  EXPECT_EQ(d.schools.push_back[1], 0.0);
  EXPECT_LT(d.schools.community[0], 0.5);
  EXPECT_EQ(d.schools.community[1], 0.5);
  EXPECT_LT(d.central.political_capital, p.capital_start);
  const double first = d.schools.push_back[0];
  push_back(world.conditions, world.year(2), d);
  EXPECT_GT(d.schools.push_back[0], 0.0);
  EXPECT_LT(d.schools.push_back[0], first) << "an old loss fades";
}

TEST(PushBack, IsLessWhereTheConversationWasLed) {
  SmallWorld world(small_scenario(6, 240));
  world.district.central.conversation = 0.5;
  take_a_tenth(world.district);
  push_back(world.conditions, world.year(1), world.district);
  const PoliticsParameters& p = world.conditions.parameters.politics;
  EXPECT_NEAR(world.district.schools.protest[0], (0.1 - p.unnoticed_loss) / p.reference_loss * (1.0 - 0.5 * p.expected),
              1e-6);
}

TEST(PushBack, LentHoursOfAPrincipalAreALossToo) {
  SmallWorld world(small_scenario(6, 240));
  world.district.schools.lent[2] = -600;
  push_back(world.conditions, world.year(1), world.district);
  EXPECT_GT(world.district.schools.push_back[2], 0.0);
}

TEST(PushBack, WithoutALossOrSwitchedOffNobodyProtests) {
  SmallWorld quiet(small_scenario(6, 240));
  push_back(quiet.conditions, quiet.year(1), quiet.district);
  EXPECT_EQ(quiet.district.schools.push_back, std::vector<double>(6, 0.0));
  EXPECT_EQ(quiet.district.central.political_capital, 0.5);
  Scenario scenario = small_scenario(6, 240);
  scenario.mechanisms.turn(Mechanism::push_back, false);
  SmallWorld off(scenario);
  take_a_tenth(off.district);
  push_back(off.conditions, off.year(1), off.district);
  EXPECT_EQ(off.district.schools.push_back, std::vector<double>(6, 0.0));
  EXPECT_EQ(mean_by_students(off.district.schools.push_back, off.district.schools), 0.0);
}

}  // namespace
}  // namespace districtsim
