#include "sim/rules/money.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Money, RevenueFollowsStudentsInPart) {
  const MoneyParameters p = {0.5, 0.3};
  EXPECT_DOUBLE_EQ(revenue_for_students(1000.0, 1000.0, p), 1.0);
  EXPECT_DOUBLE_EQ(revenue_for_students(900.0, 1000.0, p), 0.95);
  EXPECT_DOUBLE_EQ(revenue_for_students(0.0, 1000.0, p), 0.5);
  EXPECT_DOUBLE_EQ(revenue_for_students(5.0, 0.0, p), 1.0);
}

TEST(Money, ARingFenceKeepsWhatWouldBeWonBack) {
  const MoneyParameters p = {0.5, 0.3};
  EXPECT_DOUBLE_EQ(kept_of_shift(0.0, p), 0.7);
  EXPECT_DOUBLE_EQ(kept_of_shift(0.5, p), 0.85);
  EXPECT_DOUBLE_EQ(kept_of_shift(1.0, p), 1.0);
  EXPECT_DOUBLE_EQ(need_factor(0.5, 0.8), 1.4);
}

}  // namespace
}  // namespace districtsim
