#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/run/run_store.hpp"
#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A base, an alternative, and a design of `rows` rows in which coaching matters and nothing else changes.
void put_design(const TemporaryFolder& folder, std::size_t rows, const std::string& more = "replicates: 2\n") {
  put_text(folder / "base.yaml", "schema: 1\ndistrict: {synthetic: {teachers: 40}}\ncalendar: {years: 1}\n");
  put_text(folder / "alt.yaml", "schema: 1\nextends: base.yaml\nframework: {discretion: 0.9}\n");
  std::string table = "skill.gain_rate\n";
  for (std::size_t row = 0; row < rows; ++row) table += std::to_string(0.2 + 0.001 * static_cast<double>(row)) + "\n";
  put_text(folder / "rows.csv", table);
  put_text(folder / "design.yaml",
           "schema: 1\ndesign: list\nrows: rows.csv\nbase: base.yaml\nalternatives: [alt.yaml]\n" + more);
}

json sweep_json(const TemporaryFolder& folder, const std::vector<std::string>& more, int code = 0) {
  std::vector<std::string> words = {"sweep", "design.yaml", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  const Ended ended = districtsim(folder, words);
  EXPECT_EQ(ended.code, code) << ended.err;
  return json::parse(ended.out);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::size_t count_lines(const std::filesystem::path& path) {
  const std::string text = text_of(path);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Records of all logs, by their magic.
std::size_t records_in(const std::filesystem::path& store) {
  std::size_t records = 0;
  for (const auto& entry : std::filesystem::directory_iterator(store)) {
    const std::string text = text_of(entry.path());
    for (std::size_t at = text.find("dsimrun1"); at != std::string::npos; at = text.find("dsimrun1", at + 1)) ++records;
  }
  return records;
}

TEST(SweepProgram, WritesAFolderThatStandsAlone) {
  const TemporaryFolder folder;
  put_design(folder, 3);
  const json outlook = sweep_json(folder, {"--dry-run"});
  EXPECT_EQ(outlook.at("runs"), 3 * 2 * 2);
  EXPECT_EQ(outlook.at("to_do"), 12);
  EXPECT_GT(outlook.at("seconds").get<double>(), 0.0);
  EXPECT_EQ(outlook.at("files"), 6 + 4) << "design, its rows, base and alternative";
  EXPECT_EQ(outlook.at("infeasible"), json::array());
  EXPECT_FALSE(std::filesystem::exists(folder / "out"));

  const json done = sweep_json(folder, {"-o", "out"});
  EXPECT_EQ(done.at("ran"), 12);
  EXPECT_THAT(names_in(folder / "out"),
              ElementsAre("design.csv", "inputs/alt.yaml", "inputs/base.yaml", "inputs/design.yaml", "inputs/rows.csv",
                          "results.csv", "store/0-of-1.runs", "sweep.csv", "sweep.h5", "sweep.json"));
  EXPECT_EQ(count_lines(folder / "out/design.csv"), 4U);
  EXPECT_EQ(count_lines(folder / "out/results.csv"), 4U);
  EXPECT_EQ(count_lines(folder / "out/sweep.csv"), 4U) << "a line for each row and alternative";
  EXPECT_THAT(text_of(folder / "out/sweep.csv"),
              StartsWith("row,alternative,skill.gain_rate,replicates,failed,practice,retention,"));
  EXPECT_THAT(text_of(folder / "out/sweep.csv"), HasSubstr("\n2,alt,0.202,2,0,"));
  const Ended info = districtsim(folder, {"info", "out/sweep.h5", "--json"});
  EXPECT_EQ(json::parse(info.out).at("digest"), done.at("digest"));
  EXPECT_EQ(json::parse(info.out).at("dimensions").at("row"), 3);

  std::filesystem::rename(folder / "out", folder / "moved");
  for (const char* gone : {"design.yaml", "rows.csv", "base.yaml", "alt.yaml"}) std::filesystem::remove(folder / gone);
  const Ended verified = districtsim(folder, {"verify", "moved", "--rows", "2", "--json"});
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_EQ(json::parse(verified.out).at("rows_again").size(), 2U);
}

TEST(SweepProgram, GoesOnAndExtendsWithoutRunningAnythingAgain) {
  const TemporaryFolder folder;
  put_design(folder, 4, "replicates: 1\n");
  EXPECT_EQ(sweep_json(folder, {"-o", "out", "--threads", "1"}).at("ran"), 8);
  const Ended again = districtsim(folder, {"sweep", "design.yaml", "-o", "out"});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("out holds a sweep; go on with --resume"));
  EXPECT_EQ(sweep_json(folder, {"-o", "out", "--resume"}).at("ran"), 0);

  put_design(folder, 6, "replicates: 2\nmeasures: [strain, {measure: practice, year: 1}]\n");
  EXPECT_EQ(sweep_json(folder, {"-o", "out", "--dry-run"}).at("to_do"), 24 - 8);
  const json extended = sweep_json(folder, {"-o", "out", "--resume", "--threads", "7"});
  EXPECT_EQ(extended.at("ran"), 24 - 8);
  EXPECT_EQ(count_lines(folder / "out/results.csv"), 7U);
  EXPECT_THAT(text_of(folder / "out/results.csv"), StartsWith("strain,practice\n"));
  const json fresh = sweep_json(folder, {"-o", "fresh", "--threads", "2"});
  EXPECT_EQ(extended.at("digest"), fresh.at("digest"));
  EXPECT_EQ(text_of(folder / "out/results.csv"), text_of(folder / "fresh/results.csv"));
  EXPECT_EQ(text_of(folder / "out/sweep.csv"), text_of(folder / "fresh/sweep.csv"));
}

TEST(SweepProgram, LeavesAloneWhatIsNotItsOwn) {
  const TemporaryFolder folder;
  put_design(folder, 3);
  std::filesystem::create_directory(folder / "mine");
  put_text(folder / "mine/letter.txt", "dear");
  const Ended other = districtsim(folder, {"sweep", "design.yaml", "-o", "mine", "--resume"});
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("mine is there and holds something else"));
  EXPECT_THAT(names_in(folder / "mine"), ElementsAre("letter.txt"));

  EXPECT_EQ(sweep_json(folder, {"-o", "out"}).at("ran"), 12);
  const std::string identity = text_of(folder / "out/sweep.json");
  const std::string rows = text_of(folder / "out/design.csv");
  put_text(folder / "base.yaml", "schema: 1\ndistrict: {synthetic: {teachers: 41}}\ncalendar: {years: 1}\n");
  const Ended base = districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--resume"});
  EXPECT_EQ(base.code, 3);
  EXPECT_THAT(base.err, HasSubstr("another sweep than that in out: the base (base) or its data have changed"));
  put_design(folder, 3, "luck_seed: 9\n");
  EXPECT_THAT(districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--resume"}).err,
              HasSubstr("luck_seed is 9, was 1"));
  put_design(folder, 3);
  put_text(folder / "rows.csv", "skill.gain_rate\n0.2\n0.3\n");
  const Ended row = districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--resume"});
  EXPECT_EQ(row.code, 3);
  EXPECT_THAT(row.err, HasSubstr("row 1 is 0.3, was 0.201"));
  EXPECT_EQ(text_of(folder / "out/sweep.json"), identity);
  EXPECT_EQ(text_of(folder / "out/design.csv"), rows);

  put_text(folder / "design.yaml", "schema: 1\ndesign: list\nrows: rows.csv\nbase: base.yaml\nreplicate: 3\n");
  const Ended wrong = districtsim(folder, {"sweep", "design.yaml", "-o", "new"});
  EXPECT_EQ(wrong.code, 3);
  EXPECT_THAT(wrong.err, HasSubstr("design.yaml:5:1"));
  EXPECT_FALSE(std::filesystem::exists(folder / "new"));
}

TEST(SweepProgram, NamesRowsThatCannotBeRunAndKeepsTheRest) {
  const TemporaryFolder folder;
  put_design(folder, 1);
  put_text(folder / "rows.csv",
           "framework.new_dollars.pay,framework.new_dollars.coaches\n0.2,0.3\n0.8,0.7\n0.1,0.2\n0.6,0.6\n");
  const json outlook = sweep_json(folder, {"--dry-run"});
  ASSERT_EQ(outlook.at("infeasible").size(), 4U) << "two rows, two scenarios";
  EXPECT_EQ(outlook.at("infeasible")[0].at("row"), 1);
  EXPECT_THAT(outlook.at("infeasible")[0].at("message").get<std::string>(), HasSubstr("sum to 1.5"));
  EXPECT_EQ(outlook.at("to_do"), 8);
  const Ended ended = districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--json"});
  EXPECT_EQ(ended.code, 5);
  EXPECT_THAT(ended.err, HasSubstr("2 rows could not be run: 1, 3"));
  EXPECT_THAT(ended.err, HasSubstr("row 1, base: "));
  EXPECT_EQ(json::parse(ended.out).at("failed_rows"), json({1, 3}));
  EXPECT_THAT(text_of(folder / "out/results.csv"), HasSubstr("\n,,,,,,,,,\n"));
  EXPECT_THAT(text_of(folder / "out/sweep.csv"), HasSubstr("1,alt,0.8,0.7,0,2,,"));
  const Ended again = districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--json", "--resume"});
  EXPECT_EQ(again.code, 5);
  EXPECT_EQ(json::parse(again.out).at("ran"), 0);
  EXPECT_EQ(json::parse(again.out).at("digest"), json::parse(ended.out).at("digest"));
  EXPECT_EQ(districtsim(folder, {"verify", "out"}).code, 0) << "what failed fails again";
}

TEST(SweepProgram, FiveShardsByHandAreTheSingleProcessReleaseOnly) {
  const TemporaryFolder folder;
  put_design(folder, 8);
  const json whole = sweep_json(folder, {"-o", "whole"});
  const std::vector<std::string> shards = {"3", "0", "4", "2"};
  for (const std::string& shard : shards) {
    EXPECT_EQ(sweep_json(folder, {"-o", "part" + shard, "--shard", shard + "/5"}).at("digest"), nullptr);
    static_cast<void>(sweep_json(folder, {"-o", "shared", "--shard", shard + "/5"}));
  }
  const Ended lacking = districtsim(folder, {"merge", "part0", "part2", "part3", "part4", "-o", "merged", "--json"});
  EXPECT_EQ(lacking.code, 5);
  EXPECT_THAT(lacking.err, HasSubstr("2 rows are missing: 1, 6; of shard 1 (of 5, numbered 0 to 4)"));
  EXPECT_EQ(json::parse(lacking.out).at("missing_rows"), json({1, 6}));
  EXPECT_FALSE(std::filesystem::exists(folder / "merged/results.csv"));
  static_cast<void>(sweep_json(folder, {"-o", "part1", "--shard", "1/5"}));
  static_cast<void>(sweep_json(folder, {"-o", "shared", "--shard", "1/5"}));
  const Ended merged = districtsim(folder, {"merge", "part1", "-o", "merged", "--json"});
  ASSERT_EQ(merged.code, 0) << merged.err;
  EXPECT_EQ(json::parse(merged.out).at("digest"), whole.at("digest"));
  EXPECT_EQ(json::parse(merged.out).at("copied"), 8) << "two rows, two scenarios, two replicates";
  const Ended shared = districtsim(folder, {"merge", "shared", "-o", "shared"});
  EXPECT_EQ(shared.out, "digest " + whole.at("digest").get<std::string>() + "\n");
  for (const char* name : {"sweep.csv", "results.csv", "design.csv"}) {
    EXPECT_EQ(text_of(folder / "merged" / name), text_of(folder / "whole" / name)) << name;
    EXPECT_EQ(text_of(folder / "shared" / name), text_of(folder / "whole" / name)) << name;
  }
  EXPECT_EQ(records_in(folder / "shared/store"), 32U);
  EXPECT_EQ(districtsim(folder, {"sweep", "design.yaml", "-o", "part9", "--shard", "5/5"}).code, 2);

  put_design(folder, 8, "luck_seed: 2\n");
  static_cast<void>(sweep_json(folder, {"-o", "another", "--shard", "0/5"}));
  const Ended refused = districtsim(folder, {"merge", "part0", "another", "-o", "both"});
  EXPECT_EQ(refused.code, 4);
  EXPECT_THAT(refused.err, HasSubstr("cannot be merged with"));
  EXPECT_THAT(refused.err, HasSubstr("luck_seed is"));
  EXPECT_FALSE(std::filesystem::exists(folder / "both"));
}

TEST(SweepProgram, KilledTwentyTimesItLosesOnlyTheRunsInFlightReleaseOnly) {
  const TemporaryFolder folder;
  put_design(folder, 200);
  const json whole = sweep_json(folder, {"-o", "whole"});
  const std::filesystem::path log = folder / "killed/store/0-of-1.runs";
  const auto bytes_now = [&] {
    std::error_code none;
    const auto size = std::filesystem::file_size(log, none);
    return none ? std::uintmax_t{0} : size;
  };
  for (int kill = 0; kill < 20; ++kill) {
    const std::uintmax_t before = bytes_now();
    const bool early = kill % 5 == 0;  // while it starts; else when some runs are done
    Program program(folder, {"sweep", "design.yaml", "-o", "killed", "--resume", "--threads", "2"});
    const auto wanted = static_cast<std::uintmax_t>(kill % 5) * 1000;
    for (int waited = 0; waited < 50000 && !early && bytes_now() <= before + wanted; ++waited) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));  // a run takes about a millisecond
    }
    std::this_thread::sleep_for(std::chrono::microseconds(37 * kill * kill % 5000));
    program.send(SIGKILL);
    ASSERT_EQ(program.wait().signal, SIGKILL) << "the sweep is long enough to be killed each time";
  }
  const std::size_t finished = RunStore(folder / "killed/store").runs();
  EXPECT_GT(finished, 0U);
  const json resumed = sweep_json(folder, {"-o", "killed", "--resume"});
  EXPECT_EQ(resumed.at("ran"), 800 - finished) << "what was finished before any of the kills is not run again";
  EXPECT_EQ(resumed.at("digest"), whole.at("digest"));
  EXPECT_EQ(records_in(folder / "killed/store"), 800U) << "no run was kept twice";
  EXPECT_EQ(districtsim(folder, {"verify", "killed"}).code, 0);
}

TEST(SweepProgram, CtrlCKeepsFinishedRunsAndSaysHowToGoOn) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const TemporaryFolder folder;
    put_design(folder, 400);
    Program program(folder, {"sweep", "design.yaml", "-o", "out"});
    ASSERT_TRUE(Program::until([&] {
      return std::filesystem::exists(folder / "out/store/0-of-1.runs") && records_in(folder / "out/store") > 3;
    }));
    program.send(signal);
    const Ended ended = program.wait();
    EXPECT_EQ(ended.code, 130);
    EXPECT_THAT(ended.err, HasSubstr("finished runs are kept"));
    EXPECT_THAT(ended.err, HasSubstr("districtsim sweep design.yaml -o out --resume"));
    EXPECT_THAT(names_in(folder / "out"), Not(testing::Contains("sweep.h5")));
    put_design(folder, 4);
    EXPECT_LE(sweep_json(folder, {"-o", "out", "--resume"}).at("ran"), 16);
  }
}

TEST(VerifyProgram, NamesBrokenBytesAndTheirRows) {
  const TemporaryFolder folder;
  put_design(folder, 3);
  static_cast<void>(sweep_json(folder, {"-o", "out"}));
  const std::filesystem::path log = folder / "out/store/0-of-1.runs";
  std::string text = text_of(log);
  const std::size_t second = text.find("dsimrun1", 8);
  text[second + 60] ^= 1;
  put_text(log, text);
  const Ended broken = districtsim(folder, {"verify", "out"});
  EXPECT_EQ(broken.code, 1);
  EXPECT_THAT(broken.err, HasSubstr("0-of-1.runs: " + std::to_string(second) + " bytes from byte " +
                                    std::to_string(second) + " on are broken"));
  EXPECT_THAT(broken.err, HasSubstr("1 row is missing"));
  const Ended resumed = districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--resume", "--json"});
  EXPECT_THAT(resumed.err, HasSubstr("their runs are done again"));
  EXPECT_EQ(json::parse(resumed.out).at("ran"), 1);
}

/// The same store with another value in the first record, and all checksums right.
void change_a_value(const std::filesystem::path& store) {
  const std::filesystem::path changed = store.string() + ".changed";
  {
    RunLog log(store / "0-of-1.runs");
    RunStore other(changed, "0-of-1");
    bool first = true;
    log.scan([&](RunRecord record, std::uint64_t) {
      if (first) record.values[0] += 1e-9;
      first = false;
      other.append(record);
    });
  }
  std::filesystem::remove_all(store);
  std::filesystem::rename(changed, store);
}

TEST(VerifyProgram, NamesRowsWhoseValuesAreOthers) {
  const TemporaryFolder folder;
  put_design(folder, 4, "");
  static_cast<void>(sweep_json(folder, {"-o", "out", "--threads", "1"}));
  change_a_value(folder / "out/store");
  const Ended differs = districtsim(folder, {"verify", "out", "--rows", "4", "--json"});
  EXPECT_EQ(differs.code, 1);
  EXPECT_EQ(json::parse(differs.out).at("differing_rows"), json({0}));
  EXPECT_THAT(differs.err, HasSubstr("values differ when run again, of rows 0"));
}

}  // namespace
}  // namespace districtsim
