#include "sim/rules/staffing.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace districtsim {
namespace {

TEST(Staffing, PostsGoToTheNearestWholeOne) {
  EXPECT_EQ(posts_for(100.0, 38.0), 3);  // 2.63
  EXPECT_EQ(posts_for(90.0, 38.0), 2);   // 2.37
  EXPECT_EQ(posts_for(10.0, 38.0), 0);
}

TEST(Staffing, SchoolsShareTheDistrictsPostsByLoad) {
  const std::vector<double> loads = {60.0, 30.0, 10.0};
  const std::vector<int> posts = posts_by_load(loads, 10.0, 60);
  EXPECT_EQ(posts, (std::vector<int>{6, 3, 1}));
  EXPECT_EQ(posts_by_load(loads, 10.0, 4), (std::vector<int>{4, 3, 1})) << "at most so many in one school";
}

TEST(Staffing, WithoutLoadThereAreNoPosts) {
  const std::vector<double> nothing = {0.0, 0.0};
  EXPECT_EQ(posts_by_load(nothing, 10.0, 60), (std::vector<int>{0, 0}));
}

TEST(Staffing, DollarsFollowStudents) { EXPECT_DOUBLE_EQ(school_dollars_for(400, 450.0), 180000.0); }

}  // namespace
}  // namespace districtsim
