#include "sim/rules/evaluation.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Evaluation, ResistanceHardensTowardALimitAndNeverFalls) {
  EXPECT_FLOAT_EQ(hardened(1.0F, 1.0F, 0.5F, 0.5F), 1.25F);
  EXPECT_FLOAT_EQ(hardened(1.25F, 1.0F, 0.5F, 0.5F), 1.375F);
  EXPECT_FLOAT_EQ(hardened(1.5F, 1.0F, 0.5F, 0.5F), 1.5F);
  EXPECT_FLOAT_EQ(hardened(2.0F, 1.0F, 0.5F, 0.5F), 2.0F) << "what is above comes from elsewhere";
}

}  // namespace
}  // namespace districtsim
