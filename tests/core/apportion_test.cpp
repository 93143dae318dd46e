#include "sim/core/apportion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "sim/core/contracts.hpp"

namespace districtsim {
namespace {

using Doubles = std::vector<double>;
using Ints = std::vector<int>;

TEST(Apportion, GivesTheLargestRemaindersTheUnitsThatAreLeft) {
  EXPECT_EQ(apportion(Doubles{4.6, 3.3, 2.1}, 10), (Ints{5, 3, 2}));
  EXPECT_EQ(apportion(Doubles{1, 1, 4}, 4), (Ints{1, 1, 2}));
}

TEST(Apportion, TiesGoToTheLowerRow) {
  EXPECT_EQ(apportion(Doubles{1, 1, 1}, 2), (Ints{1, 1, 0}));
  EXPECT_EQ(apportion(Doubles{1, 1, 1}, 4), (Ints{2, 1, 1}));
}

TEST(Apportion, ExactSharesStayExact) {
  EXPECT_EQ(apportion(Doubles{3, 7, 11, 49}, 70), (Ints{3, 7, 11, 49}));
  EXPECT_EQ(apportion(Doubles{0.1, 0.2, 0.7}, 10), (Ints{1, 2, 7}));
}

TEST(Apportion, PartsSumToTheTotal) {
  Doubles weights;
  for (int row = 0; row < 1000; ++row) weights.push_back(0.01 + (row * 7919) % 1013);
  for (const int total : {0, 1, 999, 1000, 123456789}) {
    const Ints parts = apportion(weights, total);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), total);
  }
  for (const std::int64_t total : {std::int64_t{7}, std::int64_t{9'000'000'000'000'001}}) {
    const std::vector<std::int64_t> parts = apportion(weights, total);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), total);
    EXPECT_GE(*std::min_element(parts.begin(), parts.end()), 0);
  }
}

TEST(Apportion, WeightsOfZeroGetNothingUnlessAllAreZero) {
  EXPECT_EQ(apportion(Doubles{0, 2, 0}, 5), (Ints{0, 5, 0}));
  EXPECT_EQ(apportion(Doubles{0, 0, 0}, 5), (Ints{2, 2, 1}));
  EXPECT_TRUE(apportion(Doubles{}, 0).empty());
}

TEST(Apportion, RefusesWhatCannotBeShared) {
  EXPECT_THROW(static_cast<void>(apportion(Doubles{}, 1)), ContractViolation);
  EXPECT_THROW(static_cast<void>(apportion(Doubles{1}, -1)), ContractViolation);
  EXPECT_THROW(static_cast<void>(apportion(Doubles{-1, 2}, 1)), ContractViolation);
  EXPECT_THROW(static_cast<void>(apportion_at_least(Doubles{1, 1}, 1, 1)), ContractViolation);
}

TEST(Apportion, NobodyGetsLessThanTheLeast) {
  EXPECT_EQ(apportion_at_least(Doubles{0.01, 50, 50}, 11, 1), (Ints{1, 5, 5}));
  EXPECT_EQ(apportion_at_least(Doubles{0, 0, 9}, 4, 1), (Ints{1, 1, 2}));
  EXPECT_EQ(apportion_at_least(Doubles{1, 2, 97}, 3, 1), (Ints{1, 1, 1}));
  EXPECT_EQ(apportion_at_least(Doubles{4.6, 3.3, 2.1}, 10, 0), (Ints{5, 3, 2}));
}

}  // namespace
}  // namespace districtsim
