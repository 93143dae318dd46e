#include "sim/rules/operations.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

OperationsParameters prototype_operations() {
  OperationsParameters p;
  p.base_hours = 20.0;
  p.hours_per_student = 0.066;
  p.need = 0.12;
  p.central_share = 0.35;
  return p;
}

TEST(Operations, DemandGrowsWithStudents) {
  EXPECT_DOUBLE_EQ(usual_demand(400.0, prototype_operations()), 46.4);
  EXPECT_DOUBLE_EQ(usual_demand(0.0, prototype_operations()), 20.0);
}

TEST(Operations, EachMatterGrowsWithNeedByItsGradientAndNeverFallsBelowAQuarter) {
  const OperationsParameters p = prototype_operations();
  EXPECT_DOUBLE_EQ(need_factor(0.0, 1.5, p), 1.0);
  EXPECT_DOUBLE_EQ(need_factor(2.0, 1.5, p), 1.36);
  EXPECT_DOUBLE_EQ(need_factor(2.0, 0.5, p), 1.12);
  EXPECT_DOUBLE_EQ(need_factor(-100.0, 1.0, p), 0.25);
}

TEST(Operations, ASeasonRaisesItsWeeksAndLowersTheOthersSoThatTheYearKeepsItsMean) {
  MatterTerms october;
  october.first_week = 8;
  october.last_week = 11;
  october.peak = 3.0;
  double sum = 0.0;
  for (int week = 0; week < 36; ++week) sum += seasonal_factor(october, (week + 0.5) / 36.0);
  EXPECT_NEAR(sum / 36.0, 1.0, 1e-12);
  EXPECT_DOUBLE_EQ(seasonal_factor(october, 6.5 / 36.0), 0.75);  // week 7: (36 - 4 * 3) / 32
  EXPECT_DOUBLE_EQ(seasonal_factor(october, 7.5 / 36.0), 3.0);
  EXPECT_DOUBLE_EQ(seasonal_factor(october, 10.5 / 36.0), 3.0);
  EXPECT_DOUBLE_EQ(seasonal_factor(october, 11.5 / 36.0), 0.75);
  EXPECT_DOUBLE_EQ(seasonal_factor(MatterTerms{}, 0.3), 1.0);
}

TEST(Operations, CentralPartsScaleTogetherUpToEverything) {
  OperationsParameters p = prototype_operations();
  MatterTerms matter;
  matter.central = 0.6;
  EXPECT_DOUBLE_EQ(central_part(matter, p), 0.6);
  p.central_share = 0.175;
  EXPECT_DOUBLE_EQ(central_part(matter, p), 0.3);
  p.central_share = 1.0;
  EXPECT_DOUBLE_EQ(central_part(matter, p), 1.0);
}

TEST(Operations, LuckIsAFactorAroundOne) {
  EXPECT_DOUBLE_EQ(luck_factor(0.5, 0.4), 1.0);
  EXPECT_DOUBLE_EQ(luck_factor(0.0, 0.4), 0.6);
  EXPECT_DOUBLE_EQ(luck_factor(1.0, 0.4), 1.4);
}

}  // namespace
}  // namespace districtsim
