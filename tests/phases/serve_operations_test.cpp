#include <gtest/gtest.h>

#include <numeric>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

SmallWorld world_of_five(OperationsRouting routing = OperationsRouting::departments, bool on = true) {
  Scenario scenario = small_scenario(5, 200);
  scenario.parameters.operations.lapse = 0.0;
  scenario.parameters.operations.work_week = 10.0;
  scenario.parameters.operations.departments = 0.5;
  scenario.parameters.operations.case_management = 1.0;
  scenario.framework.operations_routing = routing;
  scenario.mechanisms.turn(Mechanism::central_operations, on);
  return SmallWorld(scenario);
}

/// A week of `posts`; returns the minutes they used.
Minutes serve(SmallWorld& world, int posts) {
  District& d = world.district;
  d.central.operations_posts = posts;
  serve_operations(world.conditions, d.central, d.schools, d.support);
  return d.central.operations_minutes_used;
}

TEST(ServeOperations, QueuesAreServedInProportion) {
  SmallWorld world = world_of_five();
  Schools& schools = world.district.schools;
  schools.central_queue = {100, 200, 300, 0, 600};
  const Minutes used = serve(world, 1);  // 10 h, half of it resolves: 300 of 1,200 minutes
  EXPECT_EQ(used, 300);
  EXPECT_EQ(schools.served, (std::vector<Minutes>{25, 50, 75, 0, 150}));
  EXPECT_EQ(schools.central_queue, (std::vector<Minutes>{75, 150, 225, 0, 450}));
}

TEST(ServeOperations, EveryMinuteIsUsedAndNobodyGetsMoreThanWaits) {
  SmallWorld world = world_of_five();
  Schools& schools = world.district.schools;
  for (Minutes size = 1; size < 200; size += 7) {
    schools.central_queue = {size, 3 * size, 1, 2 * size + 1, 17};
    const auto before = schools.central_queue;
    const auto waiting = std::accumulate(before.begin(), before.end(), 0);
    const Minutes used = serve(world, 1);
    EXPECT_EQ(used, std::min(300, waiting));
    EXPECT_EQ(std::accumulate(schools.served.begin(), schools.served.end(), 0), used);
    for (std::size_t school = 0; school < 5; ++school) {
      EXPECT_EQ(schools.central_queue[school], before[school] - schools.served[school]);
      EXPECT_GE(schools.central_queue[school], 0);
    }
  }
}

TEST(ServeOperations, CaseManagementResolvesMoreWithTheSamePosts) {
  SmallWorld departments = world_of_five(OperationsRouting::departments);
  SmallWorld cases = world_of_five(OperationsRouting::case_management);
  departments.district.schools.central_queue.assign(5, 1000);
  cases.district.schools.central_queue.assign(5, 1000);
  Minutes used = serve(departments, 1);
  EXPECT_EQ(used, 300);
  used = serve(cases, 1);
  EXPECT_EQ(used, 600);
}

TEST(ServeOperations, UnitsThatHaveLearnedServeMoreAndHoursAreEntered) {
  SmallWorld world = world_of_five();
  world.district.schools.central_queue.assign(5, 1000);
  const double start = world.conditions.parameters.system_learning.start;
  world.district.central.learned_operations = start + 0.4;
  EXPECT_EQ(serve(world, 1), 360);  // 1 + .5 * .4 times 300
  Minutes entered = 0;
  for (const PlaceTally& place : world.district.support.places) {
    entered += place.of(InteractionKind::central_operations).given;
  }
  EXPECT_EQ(entered, 360);
}

TEST(ServeOperations, SwitchedOffNothingIsServed) {
  SmallWorld world = world_of_five(OperationsRouting::departments, false);
  world.district.schools.central_queue.assign(5, 1000);
  const Minutes used = serve(world, 3);
  EXPECT_EQ(used, 0);
  EXPECT_EQ(world.district.schools.central_queue, std::vector<Minutes>(5, 1000));
}

}  // namespace
}  // namespace districtsim
