#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

constexpr auto place_of = [](MatterKind kind) { return static_cast<std::size_t>(kind); };

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
      EXPECT_GT(schools.urgent[school], 0);
      EXPECT_LT(schools.urgent[school], schools.arrived[school] / 4);
    }
  }
}

TEST(BringDemand, AYearAveragesToWhatIsExpectedWhateverTheSeasons) {
  SmallWorld world(small_scenario(3, 120));
  const OperationsParameters& p = world.conditions.parameters.operations;
  Schools& schools = world.district.schools;
  constexpr int years = 60;
  double sum = 0.0;
  const double expected = usual_demand(schools.students[0], p) * (1.0 + p.need * schools.need[0]) * 60.0;
  for (int year = 0; year < years; ++year) {
    for (int week = 0; week < 36; ++week) {
      schools.backlog.assign(3, 0);
      schools.central_queue.assign(3, 0);
      bring_demand(world.conditions, week_at(world.scenario.calendar, year, week), schools);
      sum += schools.arrived[0];
      EXPECT_LE(schools.arrived[0], expected * 1.4 * (1.0 + p.spread) * (1.0 + p.matter_spread));
    }
  }
  const double weeks = 36.0 * years;
  EXPECT_NEAR(sum / weeks / expected, 1.0, 4.0 * 0.5 / std::sqrt(weeks));
}

TEST(BringDemand, TheYearsHoursByMatterAreTheWeeksArrivals) {
  SmallWorld world(small_scenario(4, 160));
  Schools& schools = world.district.schools;
  for (int year = 0; year < 2; ++year) {
    std::vector<Minutes> arrived(4, 0);
    for (int week = 0; week < 36; ++week) {
      bring_demand(world.conditions, week_at(world.scenario.calendar, year, week), schools);
      for (std::size_t school = 0; school < 4; ++school) arrived[school] += schools.arrived[school];
    }
    for (std::size_t school = 0; school < 4; ++school) {
      const SchoolMatters& matters = schools.matters[school];
      EXPECT_EQ(std::accumulate(matters.begin(), matters.end(), 0), arrived[school]) << "of this year alone";
    }
  }
}

TEST(BringDemand, ReportsComeInOctoberAndTestsBeforeTheStateAssessment) {
  SmallWorld world(small_scenario(20, 800));
  Schools& schools = world.district.schools;
  const auto of_week = [&](int week, MatterKind kind) {
    schools.matters.assign(20, {});
    bring_demand(world.conditions, week_at(world.scenario.calendar, 1, week), schools);
    double sum = 0.0;
    for (const SchoolMatters& matters : schools.matters) sum += matters[place_of(kind)];
    return sum;
  };
  EXPECT_GT(of_week(8, MatterKind::compliance_reporting), 2.0 * of_week(20, MatterKind::compliance_reporting));
  EXPECT_GT(of_week(33, MatterKind::testing), 3.0 * of_week(20, MatterKind::testing));
  EXPECT_GT(of_week(31, MatterKind::hiring), 2.0 * of_week(10, MatterKind::hiring));
}

TEST(BringDemand, SwitchedOffNothingArrivesAndNothingIsLeftFromBefore) {
  Scenario scenario = small_scenario(3, 120);
  scenario.mechanisms.turn(Mechanism::operations_demand, false);
  SmallWorld world(scenario);
  world.district.schools.urgent.assign(3, 100);
  world.district.schools.arrived.assign(3, 100);
  bring_demand(world.conditions, week_at(scenario.calendar, 0, 0), world.district.schools);
  const std::vector<Minutes> nothing(3, 0);
  EXPECT_EQ(world.district.schools.backlog, nothing);
  EXPECT_EQ(world.district.schools.central_queue, nothing);
  EXPECT_EQ(world.district.schools.urgent, nothing);
  EXPECT_EQ(world.district.schools.arrived, nothing);
  EXPECT_EQ(world.district.schools.matters, std::vector<SchoolMatters>(3));
}

}  // namespace
}  // namespace districtsim
