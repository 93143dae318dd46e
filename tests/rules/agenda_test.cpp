#include "sim/rules/agenda.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

AgendaParameters usual_agenda() {
  AgendaParameters p;
  p.hearing = 0.1;
  p.fidelity = 0.6;
  p.cohesion = 0.5;
  p.pathway = 0.1;
  p.engagement = 0.5;
  p.incoherence = 2.0;
  p.emphasis = 0.5;
  p.ownership_rate = 0.02;
  p.pull_exponent = 0.5;
  p.reference_effort = 0.5;
  return p;
}

TEST(AgendaRule, ASteadyFocusStaysAndAChangingOneTurnsByOneDimensionAYear) {
  const Focus focus = {0.7, 0.1, 0.15, 0.05};
  EXPECT_EQ(focus_of_year(focus, false, 3), focus);
  EXPECT_EQ(focus_of_year(focus, true, 0), focus);
  EXPECT_EQ(focus_of_year(focus, true, 1), (Focus{0.05, 0.7, 0.1, 0.15}));
  EXPECT_EQ(focus_of_year(focus, true, 4), focus);
}

TEST(AgendaRule, FidelityIsTheParameterInTheReferenceDistrictAndGrowsWithItsCarriers) {
  EXPECT_DOUBLE_EQ(heard_fidelity({}, usual_agenda()), 0.6);
  // .6 (1 + .5 x .4 + .1 x 2 + .5 x (-.2)) = .6 x 1.3
  EXPECT_NEAR(heard_fidelity({0.4, 2.0, -0.2}, usual_agenda()), 0.78, 1e-12);
  EXPECT_DOUBLE_EQ(heard_fidelity({-1.0, -2.0, -0.5}, usual_agenda()), 0.3) << "clamped to half";
}

TEST(AgendaRule, WhatIsHeardMovesTowardTheFocusAndLeansBack) {
  // .25 + .1 (.6 x .45 + 0) = .277
  EXPECT_NEAR(heard_next(0.25, 0.7, 0.6, 0.1), 0.277, 1e-12);
  EXPECT_EQ(heard_next(0.25, 0.25, 0.6, 0.1), 0.25) << "an even focus is heard as it is, exactly";
  double heard = 0.25;
  for (int step = 0; step < 400; ++step) heard = heard_next(heard, 0.7, 0.6, 0.1);
  EXPECT_NEAR(heard, 0.25 + 0.6 * 0.45, 1e-9);
}

TEST(AgendaRule, CoherenceIsACosine) {
  const Focus even = {0.25, 0.25, 0.25, 0.25};
  EXPECT_EQ(coherence_of(even, even), 1.0) << "exactly";
  EXPECT_DOUBLE_EQ(coherence_of({1.0, 0.0, 0.0, 0.0}, {0.0, 1.0, 0.0, 0.0}), 0.0);
  EXPECT_NEAR(coherence_of({1.0, 0.0, 0.0, 0.0}, even), 0.5, 1e-12);
}

TEST(AgendaRule, CoherenceIsJudgedAgainstWhatTheFocusComesToIfSteady) {
  const Focus even = {0.25, 0.25, 0.25, 0.25};
  EXPECT_EQ(usual_coherence(even, usual_agenda()), 1.0) << "exactly";
  // heard .25 + .6 (1 - .25) = .7, and .1 three times: .7 / sqrt(.52)
  EXPECT_NEAR(usual_coherence({1.0, 0.0, 0.0, 0.0}, usual_agenda()), 0.9707253, 1e-6);
  EXPECT_EQ(coherence_multiplier(0.9, 0.9, usual_agenda()), 1.0);
  EXPECT_NEAR(coherence_multiplier(0.8, 0.9, usual_agenda()), 0.8, 1e-12);
  EXPECT_EQ(coherence_multiplier(0.0, 1.0, usual_agenda()), 0.5);
}

TEST(AgendaRule, EmphasisIsOneForAnEvenFocusAndStaysWithinBounds) {
  EXPECT_EQ(emphasis_of(0.25, 1.0, usual_agenda()), 1.0);
  // .8 (1 + .5 (.4/.25 - 1)) = 1.04
  EXPECT_NEAR(emphasis_of(0.4, 0.8, usual_agenda()), 1.04, 1e-12);
  EXPECT_EQ(emphasis_of(1.0, 1.0, usual_agenda()), 1.5);
  EXPECT_EQ(emphasis_of(0.0, 0.5, usual_agenda()), 0.5);
}

TEST(AgendaRule, PullGrowsLessThanLeadersHours) {
  EXPECT_DOUBLE_EQ(leaders_pull(0.5, 1.0, usual_agenda()), 1.0);
  EXPECT_NEAR(leaders_pull(0.72, 1.0, usual_agenda()), 1.2, 1e-9);
  EXPECT_NEAR(leaders_pull(0.5, 0.8, usual_agenda()), 0.8, 1e-9);
  EXPECT_EQ(leaders_pull(0.0, 1.0, usual_agenda()), 0.5);
}

TEST(AgendaRule, OwnershipRestsAtOneHalfAtThePullOfTheReference) {
  EXPECT_DOUBLE_EQ(ownership_next(0.5, 1.0, 0.02), 0.5);
  EXPECT_NEAR(ownership_next(0.5, 1.5, 0.02), 0.505, 1e-12);
  EXPECT_LT(ownership_next(0.5, 0.5, 0.02), 0.5);
}

}  // namespace
}  // namespace districtsim
