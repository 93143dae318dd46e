#include "sim/rules/skill.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Skill, AGapOfHalfGapGivesHalf) {
  EXPECT_DOUBLE_EQ(gap_share(1.0, 1.0), 0.5);
  EXPECT_DOUBLE_EQ(gap_share(0.7, 0.7), 0.5);
}

TEST(Skill, NothingIsLearnedFromOneWhoIsNotAhead) {
  EXPECT_EQ(gap_share(0.0, 1.0), 0.0);
  EXPECT_EQ(gap_share(-2.0, 1.0), 0.0);
}

TEST(Skill, ABetterSupporterNeverDoesWorse) {
  double before = -1.0;
  for (double gap = -1.0; gap < 20.0; gap += 0.1) {
    EXPECT_GE(gap_share(gap, 1.0), before);
    EXPECT_LT(gap_share(gap, 1.0), 1.0);
    before = gap_share(gap, 1.0);
  }
}

TEST(Skill, HoursScaleUsesUpSixtyThreePercent) {
  EXPECT_NEAR(absorbed_share(0.35, 0.35), 0.632120558828558, 1e-15);
  EXPECT_NEAR(absorbed_share(2.0, 0.35), 0.99670, 1e-5);  // the contact of the starting constants
  EXPECT_EQ(absorbed_share(0.0, 0.35), 0.0);
}

TEST(Skill, TwoHalvesOfAContactAbsorbAsMuchAsTheWhole) {
  const double half = absorbed_share(1.0, 0.35);
  EXPECT_NEAR(half + (1.0 - half) * half, absorbed_share(2.0, 0.35), 1e-15);
}

TEST(Skill, WeeksOfAYearForgetWhatTheYearForgets) {
  double kept = 1.0;
  for (int week = 0; week < 36; ++week) kept *= weekly_retention(0.2, 36);
  EXPECT_NEAR(kept, 0.8, 1e-14);
  EXPECT_EQ(weekly_retention(0.0, 36), 1.0);
}

}  // namespace
}  // namespace districtsim
