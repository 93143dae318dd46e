#include "sim/rules/bounded_stock.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(BoundedStock, StaysBetweenZeroAndOne) {
  double x = 0.3;
  for (int i = 0; i < 1000; ++i) {
    x = raised(x, 0.06);
    EXPECT_LE(x, 1.0);
  }
  EXPECT_NEAR(x, 1.0, 1e-12);
  for (int i = 0; i < 1000; ++i) {
    x = lowered(x, 0.08);
    EXPECT_GE(x, 0.0);
  }
  EXPECT_NEAR(x, 0.0, 1e-12);
}

TEST(BoundedStock, AShareOfTheDistanceIsClosedOrLost) {
  EXPECT_DOUBLE_EQ(raised(0.3, 0.06), 0.342);
  EXPECT_DOUBLE_EQ(lowered(0.3, 0.08), 0.276);
}

TEST(BoundedStock, TrustIsHarderToRegainThanToLose) {
  const double start = 0.5;  // gain .06, loss .08, of the starting constants
  EXPECT_LT(raised(lowered(start, 0.08), 0.06), start);
}

}  // namespace
}  // namespace districtsim
