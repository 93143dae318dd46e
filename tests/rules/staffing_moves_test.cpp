#include "sim/rules/staffing_moves.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(StaffingMoves, ANoisySignalCountsForLess) {
  StaffingMovesParameters p;
  p.spread = 0.3;
  EXPECT_DOUBLE_EQ(judged_practice(-1.0, 0.0, p), -1.0);
  EXPECT_DOUBLE_EQ(judged_practice(-1.0, 0.3, p), -0.5);
  EXPECT_NEAR(judged_practice(-1.0, 0.9, p), -0.1, 1e-12);
}

TEST(StaffingMoves, TheContractLimitsHowManyButLeavesOne) {
  StaffingMovesParameters p;
  p.largest_share = 0.05;
  EXPECT_EQ(most_not_renewed(12, p), 1);
  EXPECT_EQ(most_not_renewed(40, p), 2);
  EXPECT_EQ(most_not_renewed(59, p), 2);
  p.largest_share = 0.0;
  EXPECT_EQ(most_not_renewed(59, p), 0);
}

}  // namespace
}  // namespace districtsim
