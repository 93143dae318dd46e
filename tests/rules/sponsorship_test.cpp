#include "sim/rules/sponsorship.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Sponsorship, EngagedPrincipalsSponsorMoreOften) {
  SponsorshipParameters p;
  p.chance = 0.5;
  p.engagement = 1.0;
  EXPECT_DOUBLE_EQ(sponsoring_chance(0.5, 0.5, p), 0.5);
  EXPECT_DOUBLE_EQ(sponsoring_chance(0.75, 0.5, p), 0.75);
  EXPECT_DOUBLE_EQ(sponsoring_chance(0.0, 0.75, p), 0.0);
}

TEST(Sponsorship, ItCountsMoreWhereTheTopStandsBehindIt) {
  SponsorshipParameters p;
  p.from_top = 1.0;
  EXPECT_DOUBLE_EQ(sponsoring_multiplier(0.5, p), 1.0);
  EXPECT_DOUBLE_EQ(sponsoring_multiplier(0.75, p), 1.25);
  p.from_top = 3.0;
  EXPECT_DOUBLE_EQ(sponsoring_multiplier(0.0, p), 0.5);
}

}  // namespace
}  // namespace districtsim
