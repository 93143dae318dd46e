#include <gtest/gtest.h>

#include <algorithm>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario focused(bool changes) {
  Scenario scenario = small_scenario(6, 240);
  scenario.agenda.focus = {0.1, 0.6, 0.2, 0.1};
  scenario.agenda.changes_yearly = changes;
  return scenario;
}

void hear_years(SmallWorld& world, int years) {
  District& d = world.district;
  for (int year = 0; year < years; ++year) {
    for (int week = 0; week < 36; ++week) {
      budget_time(world.conditions, d.principals, d.schools);
      hear_agenda(world.conditions, week_at(world.scenario.calendar, year, week), d.principals, d.schools, d.teachers);
    }
  }
}

TEST(HearAgenda, AnEvenFocusIsExactlyNeutral) {
  SmallWorld world(small_scenario(6, 240));
  const Schools before = world.district.schools;
  hear_years(world, 3);
  EXPECT_EQ(world.district.schools.heard, before.heard);
  EXPECT_EQ(world.district.schools.emphasis, before.emphasis);
  EXPECT_EQ(world.district.schools.coherence, before.coherence);
}

TEST(HearAgenda, TeachersHearASteadyFocusAsFarAsItIsCarried) {
  SmallWorld world(focused(false));
  world.district.schools.cohesion[0] = 0.9;
  hear_years(world, 6);
  const Schools& schools = world.district.schools;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    EXPECT_GT(schools.heard[school][1], 0.35F);
    EXPECT_LT(schools.heard[school][1], 0.6F);
    EXPECT_GT(schools.coherence[school], 0.85);
    EXPECT_GT(schools.emphasis[school][1], 1.2F);
    EXPECT_LT(schools.emphasis[school][0], 1.0F);
    float sum = 0.0F;
    for (const float heard : schools.heard[school]) sum += heard;
    EXPECT_NEAR(sum, 1.0F, 1e-5F);
  }
  SmallWorld loose(focused(false));
  loose.district.schools.cohesion[0] = 0.1;
  hear_years(loose, 6);
  EXPECT_GT(schools.coherence[0], loose.district.schools.coherence[0]) << "a cohesive team carries more of it";
}

TEST(HearAgenda, AFocusThatChangesEveryYearIsHeardLess) {
  SmallWorld steady(focused(false));
  SmallWorld changing(focused(true));
  hear_years(steady, 4);
  hear_years(changing, 4);
  for (std::size_t school = 0; school < 6; ++school) {
    EXPECT_LT(changing.district.schools.coherence[school], steady.district.schools.coherence[school]);
  }
}

TEST(HearAgenda, TeachersOwnMoreOfAnAgendaThatTheirLeadersHaveTimeFor) {
  Scenario scenario = small_scenario(6, 240);
  SmallWorld free(scenario);
  scenario.parameters.time_account.other_duties = 0.9;
  SmallWorld busy(scenario);
  hear_years(busy, 3);
  hear_years(free, 3);
  const auto mean = [](const auto& column) {
    double sum = 0.0;
    for (const float value : column) sum += static_cast<double>(value);
    return sum / static_cast<double>(column.size());
  };
  EXPECT_GT(mean(free.district.teachers.ownership), mean(busy.district.teachers.ownership) + 0.02);
  EXPECT_GT(mean(free.district.teachers.ownership_anchor), mean(busy.district.teachers.ownership_anchor) + 0.02);
}

TEST(HearAgenda, SwitchedOffNothingIsHeardOrOwned) {
  Scenario scenario = focused(true);
  scenario.mechanisms.turn(Mechanism::agenda, false);
  SmallWorld world(scenario);
  world.district.schools.emphasis[2].fill(1.4F);
  const Teachers before = world.district.teachers;
  hear_years(world, 1);
  EXPECT_EQ(world.district.teachers.ownership_anchor, before.ownership_anchor);
  EXPECT_EQ(world.district.schools.coherence, std::vector<double>(6, 1.0));
  EXPECT_EQ(world.district.schools.emphasis[2], (std::array<float, 4>{1.0F, 1.0F, 1.0F, 1.0F}));
}

}  // namespace
}  // namespace districtsim
