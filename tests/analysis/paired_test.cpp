#include "analysis/paired.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace districtsim {
namespace {

using Values = std::vector<double>;

PairedDifference difference_of(const Values& baseline, const Values& alternative) {
  Resamples resamples(baseline.size());
  return paired_difference(baseline, alternative, resamples);
}

// Student 1908, extra hours of sleep of ten patients with two drugs; R's data set `sleep`.
const Values drug_two = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
const Values drug_one = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

TEST(Paired, StudentsSleepDataGiveThePublishedInterval) {
  const PairedDifference result = difference_of(drug_two, drug_one);
  EXPECT_EQ(result.pairs, 10U);
  EXPECT_NEAR(result.baseline, 2.33, 1e-12);
  EXPECT_NEAR(result.alternative, 0.75, 1e-12);
  EXPECT_NEAR(result.difference, -1.58, 1e-12);
  EXPECT_NEAR(result.precision.low, -2.4598858, 5e-8);
  EXPECT_NEAR(result.precision.high, -0.7001142, 5e-8);
  EXPECT_FALSE(result.unchanged);
}

TEST(Paired, PlausibleRangeIsTheMiddleOfSingleDifferences) {
  // Sorted differences: -4.6 -2.4 -1.8 -1.4 -1.3 -1.3 -1.3 -1.0 -0.8 0.0; R: quantile(d, c(.1, .9)) = -2.62 -0.72.
  const PairedDifference result = difference_of(drug_two, drug_one);
  EXPECT_NEAR(result.plausible.low, -2.62, 1e-12);
  EXPECT_NEAR(result.plausible.high, -0.72, 1e-12);
}

TEST(Paired, TiesCountHalfOfAChance) {
  EXPECT_NEAR(difference_of(drug_two, drug_one).probability_positive, 0.05, 1e-12);
  EXPECT_EQ(difference_of({1, 1, 1, 1}, {2, 1, 0, 3}).probability_positive, 0.625);
}

TEST(Paired, VarianceReductionIsThatOfIndependentRunsOverPairedOnes) {
  // var(1, 2, 3) = 1, var(2, 3, 5) = 7/3, var(1, 1, 2) = 1/3.
  EXPECT_NEAR(difference_of({1, 2, 3}, {2, 3, 5}).variance_reduction, 10.0, 1e-12);
}

TEST(Paired, BootstrapOfTheMeanLiesNearTheTInterval) {
  const PairedDifference result = difference_of(drug_two, drug_one);
  // R's boot.ci(type = "perc") gives about -2.36 to -0.93; resamples differ.
  EXPECT_NEAR(result.bootstrap.low, -2.36, 0.12);
  EXPECT_NEAR(result.bootstrap.high, -0.93, 0.12);
  const PairedDifference again = difference_of(drug_two, drug_one);
  EXPECT_EQ(result.bootstrap.low, again.bootstrap.low);
  EXPECT_EQ(result.bootstrap.high, again.bootstrap.high);
}

TEST(Paired, NothingChangedIsExactlyZeroEverywhere) {
  const Values values = {0.1, 1.0 / 3.0, -7e11};
  const PairedDifference result = difference_of(values, values);
  EXPECT_TRUE(result.unchanged);
  for (const double zero : {result.difference, result.precision.low, result.precision.high, result.bootstrap.low,
                            result.bootstrap.high, result.plausible.low, result.plausible.high}) {
    EXPECT_EQ(zero, 0.0);
    EXPECT_FALSE(std::signbit(zero));
  }
  EXPECT_EQ(result.probability_positive, 0.5);
  EXPECT_TRUE(std::isnan(result.variance_reduction));
}

TEST(Paired, AConstantDifferenceIsKnownExactly) {
  const PairedDifference result = difference_of({0, 0, 0}, {0.1, 0.1, 0.1});
  EXPECT_EQ(result.difference, 0.1);
  EXPECT_EQ(result.precision.low, 0.1);
  EXPECT_EQ(result.precision.high, 0.1);
}

TEST(Paired, OnePairHasADifferenceButNoRange) {
  const PairedDifference result = difference_of({2.0}, {3.5});
  EXPECT_EQ(result.difference, 1.5);
  EXPECT_EQ(result.probability_positive, 1.0);
  EXPECT_TRUE(std::isnan(result.precision.low) && std::isnan(result.precision.high));
  EXPECT_TRUE(std::isnan(result.plausible.low) && std::isnan(result.plausible.high));
  EXPECT_TRUE(std::isnan(result.bootstrap.low) && std::isnan(result.variance_reduction));
}

TEST(Paired, PairsWithAMissingValueDoNotCount) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const PairedDifference result = difference_of({1, none, 3, 4}, {2, 5, none, 7});
  EXPECT_EQ(result.pairs, 2U);
  EXPECT_EQ(result.difference, 2.0);
  EXPECT_EQ(result.baseline, 2.5);
  const PairedDifference nothing = difference_of({none, none}, {1, 2});
  EXPECT_EQ(nothing.pairs, 0U);
  EXPECT_TRUE(std::isnan(nothing.difference) && std::isnan(nothing.probability_positive));
  EXPECT_FALSE(nothing.unchanged);
}

TEST(Paired, MoreRunsNarrowThePrecisionAndNotThePlausibleRange) {
  Values few_before(20);
  Values few_after(20);
  Values many_before(200);
  Values many_after(200);
  for (std::size_t i = 0; i < 200; ++i) {
    many_after[i] = 1.0 + 0.1 * static_cast<double>((i * 7) % 20);
    if (i < 20) few_after[i] = many_after[i];
  }
  const PairedDifference few = difference_of(few_before, few_after);
  const PairedDifference many = difference_of(many_before, many_after);
  EXPECT_LT(many.precision.high - many.precision.low, 0.4 * (few.precision.high - few.precision.low));
  EXPECT_NEAR(many.plausible.high - many.plausible.low, few.plausible.high - few.plausible.low, 0.1);
}

TEST(Paired, QuantilesInterpolate) {
  const Values four = {1, 2, 3, 4};
  EXPECT_EQ(quantile_of(four, 0.0), 1.0);
  EXPECT_EQ(quantile_of(four, 0.5), 2.5);
  EXPECT_NEAR(quantile_of(four, 0.1), 1.3, 1e-15);
  EXPECT_EQ(quantile_of(four, 1.0), 4.0);
  EXPECT_EQ(quantile_of(Values{5.0}, 0.9), 5.0);
}

TEST(Resamples, EveryRowIsDrawnAboutAsOften) {
  const Resamples resamples(7);
  std::array<int, 7> drawn{};
  for (std::size_t resample = 0; resample < Resamples::count; ++resample) {
    for (const std::uint32_t row : resamples.rows(resample)) ++drawn.at(row);
  }
  for (const int times : drawn) EXPECT_NEAR(times, 2000, 5 * std::sqrt(2000.0));
}

}  // namespace
}  // namespace districtsim
