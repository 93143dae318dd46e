#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "sim/record/digest.hpp"
#include "sim/record/provenance.hpp"
#include "sim/record/read_result.hpp"
#include "sim/scenario/interactions.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Of `run base.yaml -o out.h5 WORDS --json`.
json run_json(const TemporaryFolder& folder, std::vector<std::string> words) {
  words.insert(words.begin(), {"run", "base.yaml", "-o", "out.h5", "--json"});
  const Ended ended = districtsim(folder, words);
  EXPECT_EQ(ended.code, 0) << ended.err;
  return json::parse(ended.out);
}

TEST(Run, DataGoToStandardOutputAndMessagesToStandardError) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const Ended ended = districtsim(folder, {"run", "base.yaml", "-o", "out.h5"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.out, HasSubstr("\n2020-21 "));
  EXPECT_THAT(ended.out, HasSubstr("\n2021-22 "));
  EXPECT_EQ(std::count(ended.out.begin(), ended.out.end(), '\n'), 3);
  EXPECT_THAT(ended.err, HasSubstr("wrote out.h5"));
  EXPECT_LE(std::count(ended.err.begin(), ended.err.end(), '\n'), 13);
  EXPECT_THAT(sorted_names(folder), ElementsAre("base.yaml", "out.h5"));
}

TEST(Run, QuietSaysNothingButTheData) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const Ended ended = districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--quiet"});
  EXPECT_EQ(ended.err, "");
  EXPECT_THAT(ended.out, HasSubstr("2020-21"));
}

TEST(Run, TheLedgerIsPrintedByLineFundAndSchool) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const std::vector<std::string> words = {
      "run",     "base.yaml", "-o", "out.h5", "--quiet", "--set", "context.funds=[{name: Levy, dollars: 90000}]",
      "--ledger"};
  const Ended ended = districtsim(folder, words);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("ledger of 2021-22"));
  EXPECT_THAT(ended.out, HasSubstr("total (revenue)"));
  EXPECT_THAT(ended.out, HasSubstr("difference 0.00\n"));
  EXPECT_THAT(ended.out, HasSubstr("$ a student"));
  EXPECT_EQ(districtsim(folder, {"run", "base.yaml", "--ledger", "--quiet", words[5], words[6]}).out, ended.out)
      << "the same without a file";
  const json ledger = run_json(folder, {words.begin() + 5, words.end()}).at("ledger");
  double of_fund = 0.0;
  for (const json& row : ledger) of_fund += row.at("fund") == "Levy" ? row.at("dollars").get<double>() : 0.0;
  EXPECT_NEAR(of_fund, 90000.0, 0.001);
}

TEST(Run, JsonIsOneObjectThatNamesTheResult) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const json object = run_json(folder, {"--replicates", "3", "--seed", "18446744073709551615", "--threads", "2"});
  EXPECT_EQ(object.at("digest"), digest_of(folder / "out.h5"));
  EXPECT_EQ(object.at("output"), "out.h5");
  EXPECT_EQ(object.at("replicates"), 3);
  EXPECT_EQ(object.at("seed").get<std::uint64_t>(), 18446744073709551615U);
  EXPECT_EQ(object.at("threads"), 2);
  EXPECT_EQ(object.at("teacher_weeks"), 120 * 36 * (2 + 2) * 3) << "with two years of warming up";
  EXPECT_GT(object.at("seconds").get<double>(), 0.0);
  EXPECT_EQ(object.at("means").size(), 2U);
}

TEST(Run, ThreadsDoNotChangeTheResult) {
  const TemporaryFolder folder;
  put_scenario(folder);
  for (const char* agents : {"none", "yearly", "weekly"}) {
    std::vector<std::string> digests;
    for (const char* threads : {"1", "2", "7", "16"}) {
      digests.push_back(run_json(folder, {"--threads", threads, "--replicates", "9", "--agents", agents}).at("digest"));
    }
    EXPECT_EQ(std::set<std::string>(digests.begin(), digests.end()).size(), 1U) << agents;
  }
}

TEST(Run, TheResultDependsOnSeedAndSettingsAndNothingElse) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const auto digest = [&](const std::vector<std::string>& words) -> std::string {
    return run_json(folder, words).at("digest");
  };
  const std::string usual = digest({});
  EXPECT_EQ(digest({}), usual);
  EXPECT_EQ(digest({"--seed", "1", "--replicates", "1"}), usual);
  EXPECT_EQ(digest({"--set", "record.compression=5"}), usual);
  EXPECT_NE(digest({"--seed", "2"}), usual);
  EXPECT_NE(digest({"--fix-parameters"}), usual);
  EXPECT_NE(digest({"--set", "mechanisms.coaching=off"}), usual);
  EXPECT_NE(digest({"--years", "3"}), usual);
}

TEST(Run, ReplicatesAreTheSameHoweverManyThereAre) {
  const TemporaryFolder folder;
  put_scenario(folder);
  run_json(folder, {"--replicates", "2"});
  const auto two = SavedResult::open(folder / "out.h5").read<double>("achievement");
  run_json(folder, {"--replicates", "7"});
  const SavedResult seven = SavedResult::open(folder / "out.h5");
  Extents count = seven.find("achievement")->shape;
  count[2] = 2;
  const auto first_two = seven.read<double>("achievement", Extents(count.size(), 0), count);
  ASSERT_EQ(two.size(), first_two.size());
  for (std::size_t i = 0; i < two.size(); ++i) {
    EXPECT_TRUE(two[i] == first_two[i] || (std::isnan(two[i]) && std::isnan(first_two[i]))) << i;
  }
}

TEST(Run, TheFileSaysWhereItComesFrom) {
  const TemporaryFolder folder;
  put_scenario(folder, "base.yaml", "name: Our plan\n");
  run_json(folder, {"--set", "framework.discretion=0.3"});
  const Provenance from = read_provenance(SavedResult::open(folder / "out.h5"));
  EXPECT_THAT(from.command_line, HasSubstr("run base.yaml -o out.h5 --json --set framework.discretion=0.3"));
  EXPECT_EQ(from.seed, 1U);
  ASSERT_EQ(from.scenarios.size(), 1U);
  EXPECT_EQ(from.scenarios[0].name, "Our plan");
  EXPECT_EQ(json::parse(from.scenarios[0].text).at("framework").at("discretion"), 0.3);
}

TEST(Run, InvalidInputIsRefusedBeforeAnythingIsWritten) {
  const TemporaryFolder folder;
  put_scenario(folder);
  put_text(folder / "wrong.yaml", "schema: 1\ndistrict: {synthetic: {teachers: lots}}\nframwork: {discretion: 0.2}\n");
  const Ended wrong = districtsim(folder, {"run", "wrong.yaml", "-o", "out.h5"});
  EXPECT_EQ(wrong.code, 3);
  EXPECT_EQ(wrong.out, "");
  EXPECT_THAT(wrong.err, HasSubstr("wrong.yaml:2:34: "));
  EXPECT_THAT(wrong.err, HasSubstr("did you mean framework?"));
  EXPECT_EQ(districtsim(folder, {"run", "missing.yaml", "-o", "out.h5"}).code, 3);
  EXPECT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--set", "framework.discretion=2"}).code, 3);
  put_text(folder / "data.csv", "not a school file\n");
  put_text(folder / "data.yaml", "schema: 1\ndistrict: {source: {nces: data.csv, lea: \"0100007\"}}\n");
  EXPECT_EQ(districtsim(folder, {"run", "data.yaml", "-o", "out.h5"}).code, 4);
  EXPECT_FALSE(std::filesystem::exists(folder / "out.h5"));
}

TEST(Run, AReallocationThatCannotBeMadeLeavesTheOldFile) {
  const TemporaryFolder folder;
  put_text(folder / "base.yaml",
           "schema: 1\ndistrict: {synthetic: {teachers: 400}}\nreallocations:\n"
           "  - {what: coach_fte, amount: 100, from: {need: lowest_half}, to: {need: highest_half}}\n");
  put_text(folder / "out.h5", "old");
  const Ended ended = districtsim(folder, {"run", "base.yaml", "-o", "out.h5"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_THAT(ended.err, HasSubstr("coach posts"));
  EXPECT_EQ(text_of(folder / "out.h5"), "old");
  EXPECT_THAT(sorted_names(folder), ElementsAre("base.yaml", "out.h5"));
}

TEST(Run, AFolderThatCannotBeWrittenIsFoundBeforeTheSimulation) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const Ended ended = districtsim(folder, {"run", "base.yaml", "-o", "missing/out.h5"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("cannot write missing/out.h5: there is no folder missing"));
  EXPECT_THAT(ended.err, Not(HasSubstr("teaching posts"))) << "nothing has begun";
}

TEST(Run, AFullDiskIsAFailureThatLeavesTheOldFile) {
  const TemporaryFolder folder;
  put_scenario(folder);
  put_text(folder / "out.h5", "old");
  for (const rlim_t most : {rlim_t{2000}, rlim_t{60000}, rlim_t{150000}}) {
    const Ended ended = districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--replicates", "5"}, [most] {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{most, most};
      setrlimit(RLIMIT_FSIZE, &limit);
    });
    EXPECT_EQ(ended.code, 1) << most;
    EXPECT_EQ(ended.out, "") << most;
    EXPECT_THAT(ended.err, HasSubstr("cannot write out.h5: File too large")) << most;
    EXPECT_EQ(text_of(folder / "out.h5"), "old") << most;
    EXPECT_THAT(sorted_names(folder), ElementsAre("base.yaml", "out.h5")) << most;
  }
}

TEST(Run, TooLittleMemoryIsAFailureReleaseOnly) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const std::vector<std::string> words = {
      "run", "base.yaml", "-o", "out.h5", "--set", "district.synthetic.teachers=1000000", "--threads", "1"};
  const Ended ended = districtsim(folder, words, [] {
    const rlimit limit{rlim_t{150} << 20U, rlim_t{150} << 20U};
    setrlimit(RLIMIT_AS, &limit);
  });
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, HasSubstr("districtsim: not enough memory"));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"base.yaml"});
}

TEST(Run, ListsMechanismsWithTheirStateAndEvidence) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const Ended ended =
      districtsim(folder, {"run", "base.yaml", "--list-mechanisms", "--json", "--set", "mechanisms.coaching=off"});
  EXPECT_EQ(ended.code, 0);
  const json mechanisms = json::parse(ended.out).at("mechanisms");
  EXPECT_EQ(mechanisms.size(), mechanism_count);
  for (const json& mechanism : mechanisms) {
    EXPECT_EQ(mechanism.at("state"), mechanism.at("name") == "coaching" ? "off" : "on") << mechanism;
    EXPECT_FALSE(mechanism.at("source").get<std::string>().empty()) << mechanism;
    EXPECT_THAT(mechanism.at("grade").get<std::string>(), testing::MatchesRegex("[ABCD]"));
  }
  EXPECT_THAT(districtsim(folder, {"run", "base.yaml", "--list-mechanisms"}).out, HasSubstr("informal_visits"));
  EXPECT_THAT(districtsim(folder, {"run", "--list-mechanisms"}).out,
              HasSubstr("person_to_person: teacher_leader to teacher; practices: focus, relationships"));
  EXPECT_THAT(districtsim(folder, {"run", "--list-phases"}).out, HasSubstr("visit_classrooms"));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"base.yaml"});
}

TEST(Run, ListsTheParametersOfMechanismsAsTheScenarioHasThem) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const Ended ended = districtsim(
      folder, {"run", "base.yaml", "--list-mechanisms", "--json", "--set", "parameters.coaching.contact_hours=1.25"});
  const json mechanisms = json::parse(ended.out).at("mechanisms");
  std::size_t interactions = 0;
  for (const json& mechanism : mechanisms) {
    interactions += mechanism.contains("interaction") ? 1U : 0U;
    EXPECT_FALSE(mechanism.at("parameters").empty()) << mechanism;
    if (mechanism.at("name") != "coaching") continue;
    EXPECT_EQ(mechanism.at("interaction").at("rule"), "person_to_person");
    EXPECT_EQ(mechanism.at("interaction").at("from"), "teacher_leader");
    EXPECT_EQ(mechanism.at("interaction").at("to"), "teacher");
    EXPECT_EQ(mechanism.at("interaction").at("supports"), json({"learning"}));
    EXPECT_EQ(mechanism.at("parameters").at(0),
              json({{"name", "coaching.contact_hours"}, {"value", 1.25}, {"unit", "h"}, {"grade", "D"}}));
  }
  EXPECT_EQ(interactions, interaction_count);
}

/// The rows of a file's table of interactions, as text.
std::vector<std::string> interactions_of(const std::filesystem::path& path) {
  const SavedResult result = SavedResult::open(path);
  std::vector<std::string> rows;
  for (const char* column :
       {"replicate_index", "time_index", "school_index", "kind", "giver", "receiver", "minutes", "outcome"}) {
    const auto values = result.read<std::int64_t>(std::string("interactions/") + column);
    rows.resize(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) rows[row] += std::to_string(values[row]) + " ";
  }
  return rows;
}

TEST(Run, InteractionsAreRecordedAsAsked) {
  const TemporaryFolder folder;
  put_scenario(folder, "base.yaml", "record: {interactions: sample}\n");
  const auto run = [&](const char* threads, const std::string& output, const std::vector<std::string>& more) {
    std::vector<std::string> words = {"run", "base.yaml", "-o", output, "--json", "--replicates", "3", "--threads"};
    words.emplace_back(threads);
    words.insert(words.end(), more.begin(), more.end());
    return json::parse(districtsim(folder, words).out).at("digest");
  };
  const json none = run("1", "none.h5", {"--interactions", "none"});
  EXPECT_EQ(run("2", "plain.h5", {"--set", "record.interactions=none"}), none);
  EXPECT_EQ(SavedResult::open(folder / "none.h5").find("interactions/giver"), nullptr);
  const json sample = run("1", "sample.h5", {});
  EXPECT_EQ(run("3", "sample_3.h5", {}), sample);
  const json all = run("1", "all.h5", {"--interactions", "all"});
  EXPECT_EQ(run("3", "all_3.h5", {"--interactions", "all"}), all);

  const std::vector<std::string> every = interactions_of(folder / "all.h5");
  const std::vector<std::string> some = interactions_of(folder / "sample.h5");
  EXPECT_GT(every.size(), 500U);
  EXPECT_LT(some.size(), every.size() / 30);
  EXPECT_GT(some.size(), every.size() / 300);
  const std::multiset<std::string> known(every.begin(), every.end());
  for (const std::string& row : some) EXPECT_TRUE(known.contains(row)) << row;
  const auto weeks = SavedResult::open(folder / "all.h5").read<std::int64_t>("interactions/time_index");
  EXPECT_GE(*std::min_element(weeks.begin(), weeks.end()), 0) << "none of the warm-up years";
  EXPECT_LT(*std::max_element(weeks.begin(), weeks.end()), 72);
  EXPECT_EQ(SavedResult::open(folder / "all.h5").read<double>("achievement"),
            SavedResult::open(folder / "sample.h5").read<double>("achievement"));
}

TEST(Run, TimingsNameEveryPhase) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const json timed = run_json(folder, {"--timings"});
  const json phases = json::parse(districtsim(folder, {"run", "--list-phases", "--json"}).out).at("phases");
  for (const json& phase : phases) {
    EXPECT_GE(timed.at("phase_seconds").at(phase.at("name").get<std::string>()).get<double>(), 0.0) << phase;
  }
  EXPECT_EQ(timed.at("digest"), run_json(folder, {}).at("digest"));
}

TEST(RunProgram, LayersAreLaidOverAScenarioAndDoNotRunAlone) {
  const TemporaryFolder folder;
  put_scenario(folder);
  put_text(folder / "f.yaml", "schema: 1\nlayer: framework\nname: Freedom\nframework: {discretion: 0.6}\n");
  put_text(folder / "c.yaml", "schema: 1\nlayer: context\nname: Cut\nevents: [{year: 2, revenue_change: -0.1}]\n");
  const Ended laid = districtsim(folder, {"run", "base.yaml", "--with", "f.yaml", "c.yaml", "-o", "o.h5", "--json"});
  ASSERT_EQ(laid.code, 0) << laid.err;
  EXPECT_EQ(nlohmann::json::parse(laid.out)["scenario"], "Freedom + Cut");
  const Ended alone = districtsim(folder, {"run", "f.yaml", "-o", "p.h5"});
  EXPECT_EQ(alone.code, 3);
  EXPECT_NE(alone.err.find("lay it over a scenario"), std::string::npos) << alone.err;
  EXPECT_EQ(districtsim(folder, {"run", "base.yaml", "--with", "base.yaml", "-o", "p.h5"}).code, 3);
  EXPECT_EQ(districtsim(folder, {"validate", "f.yaml", "c.yaml"}).code, 0);
  EXPECT_FALSE(std::filesystem::exists(folder / "p.h5"));
}

}  // namespace
}  // namespace districtsim
