#include "sim/rules/teacher_leader.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace districtsim {
namespace {

TeacherLeaderParameters by_hand() {
  TeacherLeaderParameters p;
  p.legitimacy_start = 0.75;
  p.clarity_start = 0.8;
  p.relationship = 0.2;
  p.legitimacy_kept = 0.02;
  p.legitimacy_taught = 0.02;
  p.legitimacy_refused = 0.02;
  p.legitimacy_misused = 0.03;
  p.clarity_gain = 0.025;
  p.clarity_fade = 0.01;
  p.taint_gain = 0.1;
  p.taint_fade = 0.02;
  p.office_pull = 0.15;
  return p;
}

TEST(TeacherLeaderRule, RelationshipsOfAnAveragePersonChangeNothingAndNobodysCountMoreThanByHalf) {
  const TeacherLeaderParameters p = by_hand();
  EXPECT_EQ(relationship_factor(0.0, p), 1.0);
  EXPECT_NEAR(relationship_factor(1.0, p), std::exp(0.2), 1e-12);
  EXPECT_EQ(relationship_factor(9.0, p), 1.5);
  EXPECT_EQ(relationship_factor(-9.0, p), 0.5);
}

TEST(TeacherLeaderRule, LegitimacyRisesWithKeptContactsAndFallsWithRefusedOnes) {
  const TeacherLeaderParameters p = by_hand();
  EXPECT_NEAR(legitimacy_by_contacts(0.5, 1.0, 0.0, p), 0.51, 1e-12);
  EXPECT_NEAR(legitimacy_by_contacts(0.5, 0.0, 1.0, p), 0.49, 1e-12);
  EXPECT_NEAR(legitimacy_by_duties(0.5, 0.5, 0.0, p), 0.505, 1e-12);
  EXPECT_NEAR(legitimacy_by_duties(0.5, 0.0, 0.2, p), 0.497, 1e-12);
  EXPECT_EQ(legitimacy_by_duties(0.5, 0.0, 0.0, p), 0.5);
}

TEST(TeacherLeaderRule, StocksStayBetweenZeroAndOne) {
  const TeacherLeaderParameters p = by_hand();
  for (const double x : {0.0, 0.3, 1.0}) {
    for (const double in : {0.0, 1.0}) {
      for (const double next : {legitimacy_by_contacts(x, in, 1.0, p), legitimacy_by_duties(x, in, 1.0, p),
                                clarity_after_week(x, p), taint_after_week(x, in, p)}) {
        EXPECT_GE(next, 0.0);
        EXPECT_LE(next, 1.0);
      }
    }
  }
}

TEST(TeacherLeaderRule, ClarityOfOneAloneGoesToItsBalance) {
  const TeacherLeaderParameters p = by_hand();
  EXPECT_NEAR(clarity_after_week(0.025 / 0.035, p), 0.025 / 0.035, 1e-12);
  EXPECT_LT(clarity_after_week(0.8, p), 0.8);
  EXPECT_GT(clarity_after_week(0.6, p), 0.6);
}

TEST(TeacherLeaderRule, TaintComesWithEvaluationOnlyAndFades) {
  const TeacherLeaderParameters p = by_hand();
  EXPECT_EQ(taint_after_week(0.0, 0.0, p), 0.0);
  EXPECT_NEAR(taint_after_week(0.0, 0.2, p), 0.02, 1e-12);
  EXPECT_NEAR(taint_after_week(0.5, 0.0, p), 0.49, 1e-12);
}

TEST(TeacherLeaderRule, OfficeWorkTakesMoreFromAWeakRoleAndAtMostAHalf) {
  const TeacherLeaderParameters p = by_hand();
  EXPECT_NEAR(office_share(0.4, 0.75, 0.8, p), 0.06, 1e-12) << "as a new teacher leader";
  EXPECT_NEAR(office_share(0.4, 0.5, 0.8, p), 0.06 * 1.5, 1e-12) << ".6/.4, at most 1.5";
  EXPECT_NEAR(office_share(0.4, 0.9, 0.9, p), 0.06 * 0.5, 1e-12) << ".19/.4, at least .5";
  EXPECT_EQ(office_share(100.0, 0.75, 0.8, p), 0.5);
  EXPECT_EQ(office_share(0.0, 0.0, 0.0, p), 0.0);
}

}  // namespace
}  // namespace districtsim
