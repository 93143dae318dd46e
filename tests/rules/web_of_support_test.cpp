#include "sim/rules/web_of_support.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(WebOfSupport, AFormIsHalfPresentAtTheUsualAmount) {
  EXPECT_EQ(presence(0.0, 0.5), 0.0);
  EXPECT_DOUBLE_EQ(presence(0.5, 0.5), 0.5);
  EXPECT_DOUBLE_EQ(presence(1.5, 0.5), 0.75);
}

TEST(WebOfSupport, IsTheGeometricMeanTimesCoherence) {
  EXPECT_NEAR(web_index({0.5, 0.5, 0.5, 0.5, 0.5}, 1.0), 0.5, 1e-12);
  EXPECT_NEAR(web_index({0.5, 0.5, 0.5, 0.5, 0.5}, 0.8), 0.4, 1e-12);
  EXPECT_EQ(web_index({1.0, 0.0, 1.0, 1.0, 1.0}, 1.0), 0.0) << "one missing form leaves no web";
  EXPECT_LT(web_index({0.9, 0.1, 0.5, 0.5, 0.5}, 1.0), web_index({0.5, 0.5, 0.5, 0.5, 0.5}, 1.0))
      << "aligned forms make more than the same amount of uneven ones";
}

}  // namespace
}  // namespace districtsim
