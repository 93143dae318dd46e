#include "sim/rules/learning_by_doing.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

constexpr LearningByDoingParameters prototype{0.06, 1.5, 0.018, 0.24};

TEST(LearningByDoing, FollowsThePublishedExperienceCurve) {
  // Pattern P4: .042, .090, .103, .115 SD after 1, 5, 10 and 20 years.
  EXPECT_NEAR(experience_effect(1.0, prototype), 0.042, 0.0005);
  EXPECT_NEAR(experience_effect(5.0, prototype), 0.090, 0.0005);
  EXPECT_NEAR(experience_effect(10.0, prototype), 0.103, 0.0005);
  EXPECT_NEAR(experience_effect(20.0, prototype), 0.115, 0.0005);
  EXPECT_EQ(experience_effect(0.0, prototype), 0.0);
}

TEST(LearningByDoing, YearsAddUpToACareer) {
  double effect = 0.0;
  for (int year = 0; year < 20; ++year) effect += year_of_experience(year, 0.0, prototype);
  EXPECT_NEAR(effect, experience_effect(20.0, prototype), 1e-15);
}

TEST(LearningByDoing, IsFasterInAGoodClimateAndNeverGoesBack) {
  const double usual = year_of_experience(2.0, 0.0, prototype);
  EXPECT_DOUBLE_EQ(year_of_experience(2.0, 1.0, prototype), usual * 1.24);
  EXPECT_GT(year_of_experience(2.0, -1.0, prototype), 0.0);
  EXPECT_EQ(year_of_experience(2.0, -50.0, prototype), 0.0);
}

TEST(LearningByDoing, EveryYearTeachesLessThanTheOneBefore) {
  for (int year = 0; year < 40; ++year) {
    EXPECT_GT(year_of_experience(year, 0.0, prototype), year_of_experience(year + 1, 0.0, prototype));
  }
}

}  // namespace
}  // namespace districtsim
