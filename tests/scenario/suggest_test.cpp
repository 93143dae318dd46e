#include "sim/scenario/suggest.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Suggest, ASlipIsOneStepAway) {
  EXPECT_EQ(edit_distance("discretion", "discretoin"), 1U);
  EXPECT_EQ(edit_distance("coach", "coaching"), 3U);
  EXPECT_EQ(edit_distance("Hoover", "hoover"), 0U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(Suggest, OnlyNearNamesAreSuggested) {
  EXPECT_EQ(did_you_mean("discretoin", {"need_weights", "discretion"}), "; did you mean discretion?");
  EXPECT_EQ(did_you_mean("xyz", {"need_weights", "discretion"}), "");
}

TEST(Suggest, LongListsAreCut) { EXPECT_EQ(listed({"a", "b", "c", "d"}, 2), "a, b and 2 more"); }

}  // namespace
}  // namespace districtsim
