#include "sim/rules/team_time.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TeamTimeParameters usual_team_time() {
  TeamTimeParameters p;
  p.reference = 0.6;
  p.efficacy = 0.8;
  p.backlog = 0.15;
  p.usual_backlog = 0.2;
  p.disorder = 0.05;
  return p;
}

TEST(TeamTimeRule, IsTheReferenceWithUsualBacklogEfficacyAndClimate) {
  EXPECT_DOUBLE_EQ(team_instruction({0.0, 0.2, 0.0}, usual_team_time()), 0.6);
  EXPECT_DOUBLE_EQ(team_instruction({0.0, 0.2, 1.5}, usual_team_time()), 0.6) << "order does not add to it";
  EXPECT_DOUBLE_EQ(team_time_multiplier(0.6, usual_team_time()), 1.0);
}

TEST(TeamTimeRule, BacklogDisorderAndLowEfficacyTakeItAway) {
  // .6 - .8 x .1 - .15 x 1 - .05 x 2 = .27
  EXPECT_NEAR(team_instruction({-0.1, 1.2, -2.0}, usual_team_time()), 0.27, 1e-12);
  EXPECT_EQ(team_instruction({-0.5, 5.0, -3.0}, usual_team_time()), 0.1);
  EXPECT_EQ(team_instruction({0.5, 0.0, 0.0}, usual_team_time()), 1.0);
}

TEST(TeamTimeRule, AMeetingIsWorthHalfToOneAndAHalfOfTheUsual) {
  EXPECT_EQ(team_time_multiplier(0.1, usual_team_time()), 0.5);
  EXPECT_EQ(team_time_multiplier(1.0, usual_team_time()), 1.5);
  EXPECT_NEAR(team_time_multiplier(0.45, usual_team_time()), 0.75, 1e-12);
}

}  // namespace
}  // namespace districtsim
