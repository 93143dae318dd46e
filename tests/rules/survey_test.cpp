#include "sim/rules/survey.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

constexpr SurveyParameters parameters{.response_noise = 0.8};

TEST(Survey, AnswersLieBetween1And5) {
  EXPECT_EQ(mean_answer(0.0, 1.0, 0.0, parameters), 1.0);
  EXPECT_EQ(mean_answer(1.0, 1.0, 0.0, parameters), 5.0);
  EXPECT_EQ(mean_answer(0.5, 1.0, 0.0, parameters), 3.0);
  EXPECT_EQ(mean_answer(0.9, 1.0, 3.0, parameters), 5.0);
  EXPECT_EQ(mean_answer(0.1, 1.0, -3.0, parameters), 1.0);
}

TEST(Survey, MoreRespondentsErrLessTogether) {
  EXPECT_DOUBLE_EQ(mean_answer(0.5, 1.0, 1.0, parameters), 3.8);
  EXPECT_DOUBLE_EQ(mean_answer(0.5, 16.0, 1.0, parameters), 3.2);
  EXPECT_DOUBLE_EQ(mean_answer(0.5, 0.0, 1.0, parameters), 3.8) << "an answer is somebody's";
}

}  // namespace
}  // namespace districtsim
