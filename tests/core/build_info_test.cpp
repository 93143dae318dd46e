#include "sim/core/build_info.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace districtsim {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

TEST(BuildInfo, SaysVersionCommitCompilerAndFlags) {
  EXPECT_THAT(build_info().version, MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_THAT(build_info().git_commit, MatchesRegex("unknown|[0-9a-f]+(-dirty)?"));
  EXPECT_THAT(build_info().compiler, MatchesRegex("(GNU|Clang) [0-9.]+"));
  EXPECT_THAT(build_info().flags, HasSubstr("-ffp-contract=off"));
}

}  // namespace
}  // namespace districtsim
