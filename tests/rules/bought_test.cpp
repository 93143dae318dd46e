#include "sim/rules/bought.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Bought, EarlyPostsMakeEarlyClassesSmallerAndTheOthersALittleLarger) {
  // 300 of 450 students in early grades, 30 posts, 3 of them early: 27 general ones, 18 of them for early grades.
  const ClassSizes sizes = class_sizes({300.0, 150.0, 30.0, 3.0});
  EXPECT_DOUBLE_EQ(sizes.early, 300.0 / 21.0);
  EXPECT_DOUBLE_EQ(sizes.later, 450.0 / 27.0);
  const ClassSizes general = class_sizes({300.0, 150.0, 30.0, 0.0});
  EXPECT_DOUBLE_EQ(general.early, 15.0);
  EXPECT_DOUBLE_EQ(general.later, 15.0);
}

TEST(Bought, WithoutEarlyGradesOrWithOnePostAllPostsAreGeneral) {
  EXPECT_DOUBLE_EQ(class_sizes({0.0, 600.0, 40.0, 4.0}).later, 15.0);
  EXPECT_DOUBLE_EQ(class_sizes({20.0, 0.0, 1.0, 1.0}).early, 20.0);
  EXPECT_EQ(class_sizes({0.0, 0.0, 0.0, 0.0}).early, 0.0);
}

TEST(Bought, StudentsWhoAreBehindAreServedFirst) {
  const Served few = served_shares(40.0, 100.0, 100.0);
  EXPECT_DOUBLE_EQ(few.low_income, 0.4);
  EXPECT_EQ(few.other, 0.0);
  const Served many = served_shares(150.0, 100.0, 100.0);
  EXPECT_EQ(many.low_income, 1.0);
  EXPECT_DOUBLE_EQ(many.other, 0.5);
  EXPECT_EQ(served_shares(40.0, 0.0, 20.0).other, 1.0);
}

}  // namespace
}  // namespace districtsim
