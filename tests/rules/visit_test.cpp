#include "sim/rules/visit.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Visit, FeedbackIsMoreOftenSpecificFromASkilledLeader) {
  VisitParameters p;
  p.specific_base = -1.4;
  p.specific_skill = 1.0;
  EXPECT_NEAR(specific_feedback(0.0, p), 0.197816, 1e-6);  // most walk-throughs are not used for development
  EXPECT_DOUBLE_EQ(specific_feedback(1.4, p), 0.5);
  EXPECT_LT(specific_feedback(-1.0, p), specific_feedback(0.0, p));
}

}  // namespace
}  // namespace districtsim
