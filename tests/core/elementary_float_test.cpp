#include "sim/core/elementary_float.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "sim/core/elementary.hpp"

namespace districtsim {
namespace {

TEST(ElementaryFloat, ExponentialIsWithinTwoUlpsOnItsRange) {
  double worst = 0.0;
  for (int i = -870000; i <= 880000; ++i) {
    const float x = static_cast<float>(i) * 1e-4F;
    const double reference = exponential(static_cast<double>(x));
    const auto nearest = static_cast<float>(reference);
    const double ulp = static_cast<double>(std::nextafter(nearest, std::numeric_limits<float>::infinity())) -
                       static_cast<double>(nearest);
    worst = std::max(worst, std::fabs(static_cast<double>(exponential_float(x)) - reference) / ulp);
  }
  EXPECT_LE(worst, 2.0);
  EXPECT_EQ(exponential_float(0.0F), 1.0F);
}

TEST(ElementaryFloat, ExponentialIsClampedBeyondItsRange) {
  EXPECT_EQ(exponential_float(-1e30F), exponential_float(-87.0F));
  EXPECT_EQ(exponential_float(1e30F), exponential_float(88.0F));
  EXPECT_TRUE(std::isfinite(exponential_float(1e30F)));
}

TEST(ElementaryFloat, LogisticIsAProbabilityNearTheDoubleOne) {
  for (float x = -100.0F; x <= 100.0F; x += 0.013F) {
    const float p = logistic_float(x);
    ASSERT_GE(p, 0.0F);
    ASSERT_LE(p, 1.0F);
    ASSERT_NEAR(static_cast<double>(p), logistic(static_cast<double>(x)), 2e-7) << x;
  }
  EXPECT_EQ(logistic_float(0.0F), 0.5F);
}

TEST(ElementaryFloat, BitsAreThoseOfEveryMachineAndCompiler) {
  std::uint64_t folded = 14695981039346656037ULL;
  for (int i = -9000; i <= 9000; ++i) {
    const float x = static_cast<float>(i) / 128.0F;
    folded = (folded ^ std::bit_cast<std::uint32_t>(exponential_float(x))) * 1099511628211ULL;
    folded = (folded ^ std::bit_cast<std::uint32_t>(logistic_float(x))) * 1099511628211ULL;
  }
  EXPECT_EQ(folded, 13814353427274701530U);
}

}  // namespace
}  // namespace districtsim
