#include "sim/rules/data_routines.hpp"

#include <gtest/gtest.h>

#include "sim/scenario/parameters.hpp"

namespace districtsim {
namespace {

DataRoutinesParameters usual_routines() {
  DataRoutinesParameters p;
  p.start = 0.4;
  p.gain = 0.01;
  p.fade = 0.004;
  p.use = 0.5;
  p.unit_posts = 0.3;
  p.unit_learned = 0.6;
  return p;
}

TEST(DataRoutinesRule, TheDataUnitIsNeutralAsUsualAndBetterWithPostsAndLearning) {
  EXPECT_DOUBLE_EQ(data_unit_multiplier(20.0, 0.0, usual_routines()), 1.0);
  EXPECT_NEAR(data_unit_multiplier(10.0, 0.2, usual_routines()), 1.42, 1e-12);
  EXPECT_NEAR(data_unit_multiplier(40.0, 0.0, usual_routines()), 0.85, 1e-12);
  EXPECT_EQ(data_unit_multiplier(1.0, 0.0, usual_routines()), 1.5);
}

TEST(DataRoutinesRule, MeetingsBuildThemAndTimeWearsThem) {
  EXPECT_NEAR(routines_next(0.4, 1.0, 1.0, usual_routines()), 0.4044, 1e-12);
  EXPECT_NEAR(routines_next(0.4, 0.0, 1.0, usual_routines()), 0.3984, 1e-12);
}

TEST(DataRoutinesRule, TheUsualYearOfInquiryKeepsTheStart) {
  const DataRoutinesParameters p = default_parameters().data_routines;
  double routines = p.start;
  for (int week = 0; week < 36 * 10; ++week) routines = routines_next(routines, week % 6 < 2 ? 1.0 : 0.0, 1.0, p);
  EXPECT_NEAR(routines, p.start, 0.01);
}

TEST(DataRoutinesRule, InquiryIsBetterWithBetterRoutines) {
  EXPECT_DOUBLE_EQ(routines_multiplier(0.4, usual_routines()), 1.0);
  EXPECT_NEAR(routines_multiplier(0.8, usual_routines()), 1.2, 1e-12);
  EXPECT_NEAR(routines_multiplier(0.0, usual_routines()), 0.8, 1e-12);
}

}  // namespace
}  // namespace districtsim
