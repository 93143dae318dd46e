#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json diverged(const TemporaryFolder& folder, std::vector<std::string> words) {
  words.insert(words.begin(), "diverge");
  words.emplace_back("--json");
  const Ended ended = districtsim(folder, words);
  EXPECT_EQ(ended.code, 0) << ended.err;
  return ended.code == 0 ? json::parse(ended.out) : json();
}

/// A baseline and a cut of revenue in year 2, which begins before week 1 of it.
void put_pair(const TemporaryFolder& folder) {
  put_scenario(folder);
  put_text(folder / "cut.yaml", "schema: 1\nextends: base.yaml\nevents: [{year: 2, revenue_change: -0.05}]\n");
  put_text(folder / "same.yaml", "schema: 1\nextends: base.yaml\nname: another name\n");
}

TEST(Diverge, AnEventPartsTwoRunsInItsYearAndInThePhaseThatFeelsIt) {
  const TemporaryFolder folder;
  put_pair(folder);
  const json found = diverged(folder, {"base.yaml", "cut.yaml"});
  EXPECT_FALSE(found.at("equal").get<bool>());
  EXPECT_EQ(found.at("first").at("phase"), "allocate");
  EXPECT_EQ(found.at("first").at("year"), 2);
  EXPECT_EQ(found.at("first").at("week"), 0);
  EXPECT_THAT(found.at("first").at("when"), HasSubstr("before school year 2"));
  EXPECT_EQ(found.at("first_person").at("year"), 2);
  EXPECT_EQ(found.at("first_person").at("entity").at("columns").empty(),
            found.at("first_person").at("entity").at("in") != "both");
  const json& points = found.at("spread");  // after 2 warm-up years, after years 1 and 2
  ASSERT_EQ(points.size(), 4U);
  for (const std::size_t before : {0U, 1U, 2U}) {
    EXPECT_EQ(points[before].at("kinds").at("teacher").at("different"), 0);
    EXPECT_EQ(points[before].at("kinds").at("school").at("different"), 0);
  }
  EXPECT_GT(points[3].at("kinds").at("school").at("different").get<int>(), 0);
  int by_school = 0;
  for (const json& school : points[3].at("schools")) by_school += school.at("different").get<int>();
  int by_kind = 0;
  for (const char* kind : {"teacher", "teacher leader", "principal", "assistant principal"}) {
    by_kind += points[3].at("kinds").at(kind).at("different").get<int>();
  }
  EXPECT_EQ(by_school, by_kind);
}

TEST(Diverge, EqualScenariosNeverPart) {
  const TemporaryFolder folder;
  put_pair(folder);
  const Ended ended = districtsim(folder, {"diverge", "base.yaml", "same.yaml", "--replicate", "4"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.out, HasSubstr("They never part"));
  EXPECT_THAT(ended.err, HasSubstr("texts differ, but nothing comes of it"));
  EXPECT_TRUE(diverged(folder, {"base.yaml", "base.yaml"}).at("equal").get<bool>());
}

TEST(Diverge, WhatDiffersAtTheStartIsSaid) {
  const TemporaryFolder folder;
  put_pair(folder);
  put_text(folder / "more.yaml", "schema: 1\nextends: base.yaml\nframework: {teachers_per_coach: 15}\n");
  const Ended ended = districtsim(folder, {"diverge", "base.yaml", "more.yaml", "--years", "1", "--every", "12"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("They part: at the start, before anything happens"));
  EXPECT_THAT(ended.out, HasSubstr("teacher leader"));
  EXPECT_THAT(ended.out, HasSubstr("year 1, week 12"));
}

TEST(Diverge, ResultFilesAreRunAgainAndChecked) {
  const TemporaryFolder folder;
  put_pair(folder);
  for (const char* name : {"base", "cut"}) {
    const std::string file = name;
    ASSERT_EQ(districtsim(folder, {"run", file + ".yaml", "-o", file + ".h5", "--seed", "8", "--replicates", "2"}).code,
              0);
  }
  ASSERT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "other.h5", "--seed", "9"}).code, 0);
  const json from_files = diverged(folder, {"base.h5", "cut.h5", "--replicate", "1"});
  json from_scenarios = diverged(folder, {"base.yaml", "cut.yaml", "--seed", "8", "--replicate", "1"});
  EXPECT_EQ(from_files, from_scenarios);
  const Ended no_luck = districtsim(folder, {"diverge", "base.h5", "other.h5"});
  EXPECT_EQ(no_luck.code, 4);
  EXPECT_THAT(no_luck.err, HasSubstr("share no luck: their seeds are 8 and 9"));
  const Ended no_replicate = districtsim(folder, {"diverge", "base.h5", "cut.h5", "--replicate", "2"});
  EXPECT_EQ(no_replicate.code, 4);
  EXPECT_THAT(no_replicate.err, HasSubstr("has no replicate 2"));
  const Ended mixed = districtsim(folder, {"diverge", "base.h5", "cut.yaml"});
  EXPECT_EQ(mixed.code, 2);
}

TEST(Diverge, AResultWithoutItsDataIsRefused) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "there");
  const std::string data = folder / "there" / "schools.csv";
  std::filesystem::copy_file(real_district(), data);
  put_text(folder / "there" / "base.yaml", std::string("schema: 1\ndistrict: {source: {nces: schools.csv, lea: \"") +
                                               real_lea() + "\"}}\ncalendar: {years: 1, warm_up_years: 0}\n");
  ASSERT_EQ(districtsim(folder, {"run", "there/base.yaml", "-o", "a.h5"}).code, 0);
  EXPECT_TRUE(diverged(folder, {"a.h5", "a.h5"}).at("equal").get<bool>()) << "found beside the scenario it names";
  std::filesystem::rename(folder / "there", folder / "elsewhere");
  const Ended gone = districtsim(folder, {"diverge", "a.h5", "a.h5"});
  EXPECT_EQ(gone.code, 4);
  EXPECT_THAT(gone.err, HasSubstr("cannot be run again"));
  EXPECT_TRUE(diverged(folder, {"a.h5", "a.h5", "--data", "elsewhere"}).at("equal").get<bool>());
  std::ofstream(folder / "elsewhere" / "schools.csv", std::ios::app) << "\n";
  const Ended changed = districtsim(folder, {"diverge", "a.h5", "a.h5", "--data", "elsewhere"});
  EXPECT_EQ(changed.code, 4);
  EXPECT_THAT(changed.err, HasSubstr("not those it was run with"));
}

}  // namespace
}  // namespace districtsim
