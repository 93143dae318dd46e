#include "sim/core/units.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Units, DollarsBecomeTheNearestCent) {
  EXPECT_EQ(from_dollars(0.0), 0);
  EXPECT_EQ(from_dollars(12.34), 1234);
  EXPECT_EQ(from_dollars(0.004), 0);
  EXPECT_EQ(from_dollars(0.006), 1);
  EXPECT_EQ(from_dollars(-12.34), -1234);
  EXPECT_EQ(from_dollars(-0.006), -1);
}

TEST(Units, CentsComeBackFromDollars) {
  for (Cents amount = -5'000'000'000'017; amount < 5'000'000'000'017; amount += 99'999'999'989) {
    EXPECT_EQ(from_dollars(in_dollars(amount)), amount);
  }
}

}  // namespace
}  // namespace districtsim
