#include "sim/rules/least_shares.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(LeastShares, OthersPayInProportionToWhatTheyHaveAboveTheirLeast) {
  const auto lifted = lifted_to_least({100, 500, 300}, {200, 200, 200});
  EXPECT_EQ(*lifted, (std::vector<Cents>{200, 425, 275}));  // 100 is missing; 300 and 100 above pay 75 and 25
}

TEST(LeastShares, WhoeverHasNothingToSpareGivesNothingAndDebtsAreLifted) {
  EXPECT_EQ(*lifted_to_least({-50, 10, 60}, {0, 10, 10}), (std::vector<Cents>{0, 10, 10}));
  EXPECT_EQ(*lifted_to_least({5, 7}, {5, 7}), (std::vector<Cents>{5, 7}));
}

TEST(LeastShares, TooLittleForAllIsNothing) { EXPECT_FALSE(lifted_to_least({10, 20}, {20, 11}).has_value()); }

}  // namespace
}  // namespace districtsim
