#include "sim/rules/visit.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Visit, FeedbackIsMoreOftenSpecificFromASkilledLeader) {
  VisitParameters p;
  p.specific_base = -1.4;
  p.specific_skill = 1.0;
  EXPECT_NEAR(specific_feedback(0.0, 0.0, p), 0.197816, 1e-6);  // most walk-throughs are not used for development
  EXPECT_DOUBLE_EQ(specific_feedback(1.4, 0.0, p), 0.5);
  EXPECT_LT(specific_feedback(-1.0, 0.0, p), specific_feedback(0.0, 0.0, p));
}

TEST(Visit, ACohesiveTeamMakesFeedbackMoreSpecific) {
  VisitParameters p;
  p.specific_base = -1.4;
  p.specific_cohesion = 2.0;
  EXPECT_DOUBLE_EQ(specific_feedback(0.0, 0.7, p), 0.5);
  EXPECT_LT(specific_feedback(0.0, -0.1, p), specific_feedback(0.0, 0.0, p));
}

TEST(Visit, WhatSomebodyCanShowCountsAsSkillWithinLimits) {
  VisitParameters p;
  p.leader_expertise = 0.5;
  p.expertise_per_skill = 0.25;
  EXPECT_DOUBLE_EQ(skill_that_shows(0.5, p), 0.0);
  EXPECT_DOUBLE_EQ(skill_that_shows(0.75, p), 1.0);
  EXPECT_DOUBLE_EQ(skill_that_shows(9.0, p), 3.0);
  p.expertise_per_skill = 0.0;
  EXPECT_DOUBLE_EQ(skill_that_shows(-9.0, p), -3.0);
}

}  // namespace
}  // namespace districtsim
