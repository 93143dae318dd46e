#include "sim/rules/initiative.hpp"

#include <gtest/gtest.h>

#include "sim/rules/test_pressure.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {
namespace {

InitiativeParameters by_hand() {
  InitiativeParameters p;
  p.pressure_drive = 0.8;
  p.common_tests = 0.25;
  p.inquiry = 0.01;
  p.focus_sharpness = 2.0;
  p.focus_noise = 0.3;
  p.focus_skill = 0.5;
  p.mandated_use = 0.15;
  p.central_reliance = 0.5;
  p.own_team = 0.5;
  p.own_specialist = 0.2;
  return p;
}

TEST(InitiativeRule, EvaluationFollowsThePressureWhereStandardsAreTheDistricts) {
  const InitiativeParameters p = by_hand();
  EXPECT_EQ(district_evaluation(usual_pressure, usual_pressure, p), 1.0);
  EXPECT_DOUBLE_EQ(district_evaluation(0.75, 0.5, p), 1.4);
  EXPECT_EQ(district_evaluation(1.0, 0.5, p), 1.5) << "clamped";
  EXPECT_EQ(district_evaluation(0.0, 0.5, p), 0.5) << "clamped";
  EXPECT_DOUBLE_EQ(common_pressure(0.5, p), 0.625);
  EXPECT_EQ(common_pressure(0.9, p), 1.0);
  EXPECT_DOUBLE_EQ(own_pressure(0.5, p), 0.375);
}

TEST(InitiativeRule, InquiryOfOwnersHoldsAStaffToAccount) {
  const InitiativeParameters p = by_hand();
  EXPECT_DOUBLE_EQ(accountability_by_inquiry(1.0, 0.5, p), 0.01);
  EXPECT_DOUBLE_EQ(accountability_by_inquiry(0.5, 0.8, p), 0.008);
  EXPECT_EQ(accountability_by_inquiry(0.0, 0.8, p), 0.0);
}

TEST(InitiativeRule, AChosenFocusIsOnWhatSeemsWeakest) {
  const Focus focus = chosen_focus({0.5, 0.0, 0.0, -0.5}, by_hand());
  double sum = 0.0;
  for (const double weight : focus) sum += weight;
  EXPECT_NEAR(sum, 1.0, 1e-12);
  EXPECT_NEAR(focus[0] / focus[1], 2.718281828459045, 1e-12) << "e^(2 x .5)";
  EXPECT_NEAR(focus[3] / focus[1], 0.36787944117144233, 1e-12);
  EXPECT_NEAR(chosen_focus({9.0, 0.0, 0.0, 0.0}, by_hand())[0], 0.947915, 1e-6) << "e^4 / (e^4 + 3), clamped at 2";
  EXPECT_DOUBLE_EQ(focus_error(1.0, by_hand()), 0.15) << "a skilled principal sees better";
  EXPECT_EQ(focus_error(3.0, by_hand()), 0.0);
}

TEST(InitiativeRule, RoutinesGrowWithCentralPostsOrWithTheSchoolsOwnPeople) {
  const InitiativeParameters p = by_hand();
  EXPECT_DOUBLE_EQ(mandated_routines(1.0, p), 1.15);
  EXPECT_DOUBLE_EQ(mandated_routines(0.8, p), 0.85) << "without central people a mandate is worth little";
  EXPECT_EQ(mandated_routines(1.4, p), 1.5) << "clamped";
  EXPECT_EQ(own_routines(1.0, 0.0, false, p), 1.0);
  EXPECT_DOUBLE_EQ(own_routines(1.0, 0.2, true, p), 1.3);
  EXPECT_DOUBLE_EQ(own_routines(0.8, 0.0, false, p), 0.9);
}

TEST(InitiativeRule, TheStateTakesHalfOfDiscretionOrGivesHalfOfWhatIsLacking) {
  EXPECT_EQ(discretion_taken(0.4), 0.2);
  EXPECT_DOUBLE_EQ(discretion_granted(0.4), 0.7);
  EXPECT_EQ(discretion_granted(1.0), 1.0);
}

}  // namespace
}  // namespace districtsim
