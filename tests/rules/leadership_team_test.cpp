#include "sim/rules/leadership_team.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(LeadershipTeam, MeetingsThatAreHeldAreSpreadEvenly) {
  int held = 0;
  for (std::uint32_t meeting = 0; meeting < 100; ++meeting) held += is_held(meeting, 0.75) ? 1 : 0;
  EXPECT_EQ(held, 75);
  EXPECT_FALSE(is_held(0, 0.75));  // floor(.75) is floor(0)
  EXPECT_TRUE(is_held(1, 0.75));
  EXPECT_TRUE(is_held(7, 1.0));
  EXPECT_FALSE(is_held(7, 0.0));
}

TEST(LeadershipTeam, HandsOffPrincipalsHoldFewerMeetings) {
  LeadershipTeamParameters p;
  p.held = 0.8;
  p.held_engagement = 1.0;
  EXPECT_DOUBLE_EQ(share_held(0.5, 0.5, p), 0.8);
  EXPECT_NEAR(share_held(0.2, 0.5, p), 0.5, 1e-12);
  EXPECT_DOUBLE_EQ(share_held(1.0, 0.5, p), 1.0);
}

TEST(LeadershipTeam, DiscretionAndLeadingTeamsMakeMeetingsStronger) {
  LeadershipTeamParameters p;
  p.discretion = 2.0;
  p.leading = 1.0;
  EXPECT_DOUBLE_EQ(team_multiplier(0.10, 0.5, 0.5, p), 1.0);
  EXPECT_NEAR(team_multiplier(0.0, 0.5, 0.5, p), 0.8, 1e-12);
  EXPECT_NEAR(team_multiplier(0.10, 0.7, 0.5, p), 1.2, 1e-12);
  EXPECT_DOUBLE_EQ(team_multiplier(1.0, 1.0, 0.5, p), 1.5);
}

}  // namespace
}  // namespace districtsim
