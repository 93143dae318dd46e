#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// The first week of a run in which networks meet, or the one before it.
Week network_week(const CalendarPlan& calendar, bool meets) {
  return week_at(calendar, 0, calendar.network_interval - (meets ? 1 : 2));
}

void hold_networks(SmallWorld& world, bool meets = true) {
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  meet_networks(world.conditions, network_week(world.scenario.calendar, meets), d);
}

TEST(MeetNetworks, ThoseBehindTheMostSkilledLearnAndNobodyLoses) {
  SmallWorld world(small_scenario(20, 800));
  const Principals before = world.district.principals;
  hold_networks(world);
  const Principals& after = world.district.principals;
  const auto best =
      static_cast<std::size_t>(std::max_element(before.talent.begin(), before.talent.end()) - before.talent.begin());
  int learned = 0;
  for (std::size_t school = 0; school < 20; ++school) {
    EXPECT_GE(after.supported[school], before.supported[school]);
    learned += after.supported[school] > before.supported[school] ? 1 : 0;
  }
  EXPECT_GT(learned, 9);
  EXPECT_EQ(after.supported[best], before.supported[best]) << "nobody shows the most skilled anything";
}

TEST(MeetNetworks, AMeetingTakesItsHoursFromInstruction) {
  SmallWorld world(small_scenario(20, 800));
  hold_networks(world);
  const Schools& schools = world.district.schools;
  for (std::size_t school = 0; school < 20; ++school) {
    EXPECT_TRUE(schools.network_minutes[school] == 0 ||
                schools.network_minutes[school] == in_minutes(world.conditions.parameters.network.meeting_hours));
    EXPECT_LE(schools.network_minutes[school], schools.leaders[school].instruction);
  }
}

TEST(MeetNetworks, NetworksMeetInTheirWeeksOnly) {
  SmallWorld world(small_scenario(20, 800));
  const Principals before = world.district.principals;
  hold_networks(world, false);
  EXPECT_EQ(world.district.principals.supported, before.supported);
  EXPECT_EQ(world.district.schools.network_minutes, std::vector<Minutes>(20, 0));
}

TEST(MeetNetworks, ThoseWithoutTimeAreNotThere) {
  SmallWorld world(small_scenario(20, 800));
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  d.schools.leaders[4].instruction = 1;
  const double before = d.principals.supported[4];
  meet_networks(world.conditions, network_week(world.scenario.calendar, true), d);
  EXPECT_EQ(d.schools.network_minutes[4], 0);
  EXPECT_EQ(d.principals.supported[4], before);
}

TEST(MeetNetworks, APrincipalAloneHasNoNetwork) {
  SmallWorld world(small_scenario(1, 40));
  hold_networks(world);
  EXPECT_EQ(world.district.schools.network_minutes, std::vector<Minutes>(1, 0));
}

TEST(MeetNetworks, SwitchedOffNobodyMeets) {
  Scenario scenario = small_scenario(20, 800);
  scenario.mechanisms.turn(Mechanism::principal_networks, false);
  SmallWorld world(scenario);
  const Principals before = world.district.principals;
  hold_networks(world);
  EXPECT_EQ(world.district.principals.supported, before.supported);
  EXPECT_EQ(world.district.schools.network_minutes, std::vector<Minutes>(20, 0));
}

}  // namespace
}  // namespace districtsim
