#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using testing::HasSubstr;

std::string digest_of_file(const TemporaryFolder& folder, const std::string& file) {
  const Ended ended = districtsim(folder, {"info", file, "--json"});
  return ended.code == 0 ? nlohmann::json::parse(ended.out).at("digest").get<std::string>() : ended.err;
}

TEST(CompareBranch, ABranchBeforeEveryChangeGivesTheFileOfWholeRuns) {
  const TemporaryFolder folder;
  put_scenario(folder);
  put_text(folder / "cut.yaml", "schema: 1\nextends: base.yaml\nevents: [{year: 2, revenue_change: -0.05}]\n");
  const auto compared = [&](const std::string& file, const std::vector<std::string>& more) {
    std::vector<std::string> words = {"compare", "base.yaml", "cut.yaml", "-o", file, "--replicates", "3"};
    words.insert(words.end(), more.begin(), more.end());
    return districtsim(folder, words);
  };
  ASSERT_EQ(compared("whole.h5", {}).code, 0);
  const std::string whole = digest_of_file(folder, "whole.h5");
  const Ended at_year = compared("year.h5", {"--branch-at", "2"});
  EXPECT_EQ(at_year.code, 0) << at_year.err;
  EXPECT_THAT(at_year.err, HasSubstr("from year 2, week 1"));
  EXPECT_EQ(digest_of_file(folder, "year.h5"), whole);
  ASSERT_EQ(compared("week.h5", {"--branch-at", "1:36"}).code, 0);
  EXPECT_EQ(digest_of_file(folder, "week.h5"), whole);
  const Ended late = compared("late.h5", {"--branch-at", "2:2"});
  EXPECT_EQ(late.code, 0) << late.err;
  EXPECT_THAT(late.err, HasSubstr("warning: cut: an event of year 2 lies before the branch"));
  EXPECT_NE(digest_of_file(folder, "late.h5"), whole);
}

TEST(CompareBranch, APlaceOutsideOfTheRunIsRefused) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const auto ended = [&](const std::string& place) {
    return districtsim(folder, {"compare", "base.yaml", "base.yaml", "-o", "c.h5", "--branch-at", place});
  };
  EXPECT_EQ(ended("3").code, 3);
  EXPECT_THAT(ended("2:37").err, HasSubstr("years 1 to 2, of 36 weeks"));
  for (const char* wrong : {"0", "2:0", "2:", "two", "2:3:4"}) EXPECT_EQ(ended(wrong).code, 2) << wrong;
  EXPECT_FALSE(std::filesystem::exists(folder / "c.h5"));
}

}  // namespace
}  // namespace districtsim
