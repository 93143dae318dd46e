#include "sim/rules/beliefs.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(BeliefsRule, ATieIsOneAtTheNormAndStaysWithinBounds) {
  EXPECT_EQ(tie_weight(1.0F, 1.0F, 0.5F), 1.0F);
  EXPECT_NEAR(tie_weight(1.4F, 1.0F, 0.5F), 1.2F, 1e-6);
  EXPECT_EQ(tie_weight(9.0F, 1.0F, 0.5F), 1.5F);
  EXPECT_EQ(tie_weight(-9.0F, 1.0F, 0.5F), 0.5F);
}

TEST(BeliefsRule, TheAnchorTakesOnAPartOfWhatWasExperienced) {
  EXPECT_NEAR(moved_anchor(0.5F, 0.6F, 0.52F, 0.5F), 0.54F, 1e-6);
  EXPECT_EQ(moved_anchor(0.5F, 0.52F, 0.52F, 0.5F), 0.5F) << "colleagues alone do not move it";
}

TEST(BeliefsRule, ABeliefLiesBetweenAnchorAndColleagues) {
  EXPECT_NEAR(influenced(0.4F, 0.8F, 0.25F), 0.5F, 1e-6);
  EXPECT_EQ(influenced(0.4F, 0.8F, 0.0F), 0.4F);
}

}  // namespace
}  // namespace districtsim
