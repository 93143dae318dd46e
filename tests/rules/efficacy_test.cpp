#include "sim/rules/efficacy.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

EfficacyParameters usual_efficacy() {
  EfficacyParameters p;
  p.start = 0.5;
  p.rate = 0.3;
  p.success = 1.5;
  p.half_students = 30.0;
  p.persuasion = 0.2;
  p.reference_trust = 0.4;
  p.strain = 0.1;
  return p;
}

TEST(EfficacyRule, GrowthOfFewStudentsIsBelievedLess) {
  EXPECT_NEAR(believed_growth(0.2, 30.0, usual_efficacy()), 0.1, 1e-12);
  EXPECT_NEAR(believed_growth(0.2, 270.0, usual_efficacy()), 0.18, 1e-12);
  EXPECT_EQ(believed_growth(0.2, 0.0, usual_efficacy()), 0.0);
}

TEST(EfficacyRule, AUsualYearLeavesItWhereItStarted) {
  EXPECT_DOUBLE_EQ(efficacy_next(0.5, {0.0, 0.4, 0.0}, usual_efficacy()), 0.5);
}

TEST(EfficacyRule, SuccessAndTrustRaiseItAndStrainLowersIt) {
  // .5 + .3 (.5 + 1.5 x .1 + .2 x .5 - .1 x 1 - .5) = .545
  EXPECT_NEAR(efficacy_next(0.5, {0.1, 0.9, 1.0}, usual_efficacy()), 0.545, 1e-12);
  EXPECT_LT(efficacy_next(0.5, {-0.1, 0.4, 0.0}, usual_efficacy()), 0.5);
}

TEST(EfficacyRule, StaysAProportionWhateverHappens) {
  double low = 0.5;
  double high = 0.5;
  for (int year = 0; year < 50; ++year) {
    low = efficacy_next(low, {-3.0, 0.0, 4.0}, usual_efficacy());
    high = efficacy_next(high, {3.0, 1.0, -4.0}, usual_efficacy());
  }
  EXPECT_GE(low, 0.0);
  EXPECT_LE(high, 1.0);
}

}  // namespace
}  // namespace districtsim
