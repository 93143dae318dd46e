#include <gtest/gtest.h>

#include <cmath>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(BringDemand, WhatArrivesWaitsAtTheSchoolOrTheCentralOffice) {
  SmallWorld world(small_scenario(8, 300));
  Schools& schools = world.district.schools;
  for (int week = 0; week < 10; ++week) {
    const Schools before = schools;
    bring_demand(world.conditions, week_at(world.scenario.calendar, 0, week), schools);
    for (std::size_t school = 0; school < schools.size(); ++school) {
      EXPECT_GT(schools.arrived[school], 0);
      EXPECT_EQ(schools.backlog[school] - before.backlog[school] + schools.central_queue[school] -
                    before.central_queue[school],
                schools.arrived[school]);
    }
  }
}

TEST(BringDemand, AveragesToWhatIsExpectedAndStaysWithinItsSpread) {
  SmallWorld world(small_scenario(3, 120));
  const OperationsParameters& p = world.conditions.parameters.operations;
  Schools& schools = world.district.schools;
  double sum = 0.0;
  constexpr int weeks = 2000;
  const double expected = expected_demand(schools.students[0], schools.need[0], p) * 60.0;
  for (int week = 0; week < weeks; ++week) {
    schools.backlog.assign(3, 0);
    schools.central_queue.assign(3, 0);
    bring_demand(world.conditions, week_at(world.scenario.calendar, week, 0), schools);
    sum += schools.arrived[0];
    EXPECT_NEAR(schools.arrived[0], expected, expected * p.spread + 1.0);
  }
  EXPECT_NEAR(sum / weeks / expected, 1.0, 4.0 * p.spread / std::sqrt(3.0 * weeks));
}

TEST(BringDemand, SwitchedOffNothingArrives) {
  Scenario scenario = small_scenario(3, 120);
  scenario.mechanisms.turn(Mechanism::operations_demand, false);
  SmallWorld world(scenario);
  bring_demand(world.conditions, week_at(scenario.calendar, 0, 0), world.district.schools);
  EXPECT_EQ(world.district.schools.backlog, std::vector<Minutes>(3, 0));
  EXPECT_EQ(world.district.schools.central_queue, std::vector<Minutes>(3, 0));
}

}  // namespace
}  // namespace districtsim
