#include <gtest/gtest.h>

#include "sim/phases/support_weeks.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

void release_week(SmallWorld& world, int week) {
  District& d = world.district;
  release_time(world.conditions, week_at(world.scenario.calendar, 0, week), d.schools, d.teachers, d.support);
}

TEST(ReleaseTime, InWeeksOfInquiryAndOfDevelopmentEverybodyGetsTheHours) {
  Scenario scenario = small_scenario(6, 240);
  scenario.support.released_hours = 1.0;
  for (int week = 0; week < 36; ++week) {
    SmallWorld world(scenario);
    const auto before = world.district.teachers.minutes_free;
    release_week(world, week);
    const bool due = week % 6 < 2 || development_days(scenario, week_at(scenario.calendar, 0, week)) > 0;
    for (std::size_t row = 0; row < before.size(); ++row) {
      ASSERT_EQ(world.district.teachers.minutes_free[row] - before[row], due ? 60 : 0) << week;
    }
    const PlaceTally& place = world.district.support.places[0];
    const auto staff = static_cast<Minutes>(world.district.schools.teachers(0));
    EXPECT_EQ(place.of(InteractionKind::resourcing).received, due ? 60 * staff : 0);
  }
}

TEST(ReleaseTime, SwitchedOffNobodyIsFreed) {
  Scenario scenario = small_scenario(6, 240);
  scenario.mechanisms.turn(Mechanism::resourcing, false);
  SmallWorld world(scenario);
  const auto before = world.district.teachers.minutes_free;
  release_week(world, 0);
  EXPECT_EQ(world.district.teachers.minutes_free, before);
}

}  // namespace
}  // namespace districtsim
