#include <gtest/gtest.h>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario under_pressure(double pressure) {
  Scenario scenario = small_scenario(5, 200);
  scenario.context.accountability_pressure = pressure;
  return scenario;
}

void narrow_years(SmallWorld& world, int years) {
  for (int year = 0; year < years; ++year) narrow(world.conditions, world.district.cells, world.district.schools);
}

TEST(Narrow, WithoutPressureNothingIsInflatedAndBreadthComesBack) {
  SmallWorld world(under_pressure(0.0));
  world.district.schools.breadth.assign(5, 0.4);
  narrow_years(world, 40);
  for (std::size_t school = 0; school < 5; ++school) {
    EXPECT_EQ(world.district.schools.inflation[school], 0.0);
    EXPECT_NEAR(world.district.schools.breadth[school], 1.0, 1e-3);
  }
}

TEST(Narrow, PressureNarrowsMoreWhereStudentsAreBehind) {
  SmallWorld world(under_pressure(0.8));
  CohortCells& cells = world.district.cells;
  for (std::size_t row = cells.begin[0]; row < cells.begin[1]; ++row) cells.tested[row] = -1.5;
  for (std::size_t row = cells.begin[1]; row < cells.begin[2]; ++row) cells.tested[row] = 1.5;
  narrow_years(world, 10);
  EXPECT_LT(world.district.schools.breadth[0], world.district.schools.breadth[1] - 0.2);
  EXPECT_GT(world.district.schools.breadth[0], 0.0);
}

TEST(Narrow, InflationShowsInTheTestAndCarriesNothingOver) {
  SmallWorld pressed(under_pressure(1.0));
  SmallWorld calm(under_pressure(0.0));
  for (SmallWorld* world : {&pressed, &calm}) {
    narrow(world->conditions, world->district.cells, world->district.schools);
    assess(world->conditions, world->year(1), world->district);
  }
  const Parameters& p = pressed.conditions.parameters;
  const double inflation = p.test_pressure.inflation * (1.0 - p.evaluation.accountability_start);
  const CohortCells& cells = pressed.district.cells;
  EXPECT_NEAR(cells.tested[0] - calm.district.cells.tested[0], inflation, 1e-12);
  EXPECT_EQ(cells.persistent, calm.district.cells.persistent);
  EXPECT_EQ(cells.transitory, calm.district.cells.transitory);
  EXPECT_EQ(cells.growth, calm.district.cells.growth);
}

TEST(Narrow, SwitchedOffNothingIsLeft) {
  Scenario scenario = under_pressure(1.0);
  scenario.mechanisms.turn(Mechanism::test_pressure, false);
  SmallWorld world(scenario);
  world.district.schools.inflation.assign(5, 0.1);
  world.district.schools.breadth.assign(5, 0.4);
  narrow_years(world, 1);
  EXPECT_EQ(world.district.schools.inflation, std::vector<double>(5, 0.0));
  EXPECT_EQ(world.district.schools.breadth, std::vector<double>(5, 1.0));
}

}  // namespace
}  // namespace districtsim
