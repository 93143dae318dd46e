#include "sim/rules/comparability.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Comparability, OneOfTwoTestsIsEnough) {
  const LocalResources others = {1000.0, 50.0, 5e6};  // 20 students to a post, $5,000 for a student
  EXPECT_TRUE(is_comparable({440.0, 20.0, 1e6}, others, 1.1, 0.9)) << "22 to a post is the most; dollars are too few";
  EXPECT_FALSE(is_comparable({441.0, 20.0, 1e6}, others, 1.1, 0.9));
  EXPECT_TRUE(is_comparable({441.0, 20.0, 441.0 * 4500.0}, others, 1.1, 0.9));
  EXPECT_FALSE(is_comparable({441.0, 20.0, 441.0 * 4499.0}, others, 1.1, 0.9));
}

TEST(Comparability, WithoutStudentsToCompareNothingFails) {
  EXPECT_TRUE(is_comparable({}, {1000.0, 50.0, 5e6}, 1.1, 0.9));
  EXPECT_TRUE(is_comparable({100.0, 0.0, 0.0}, {}, 1.1, 0.9));
}

}  // namespace
}  // namespace districtsim
