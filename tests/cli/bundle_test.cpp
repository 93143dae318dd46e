#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using testing::HasSubstr;
using testing::IsSupersetOf;

/// What a command line of a shell prints, and how it ends.
struct Shell {
  std::string said;
  int status = -1;
};
Shell shell(const std::string& line) {
  Shell done;
  FILE* pipe = popen(("{ " + line + "; } 2>&1").c_str(), "r");
  std::array<char, 4096> block{};
  for (std::size_t got = 0; (got = fread(block.data(), 1, block.size(), pipe)) > 0;) {
    done.said.append(block.data(), got);
  }
  done.status = pclose(pipe);
  return done;
}

Shell reproduce(const std::filesystem::path& unpacked, const std::string& more = "") {
  return shell("DISTRICTSIM='" + std::string(DISTRICTSIM_PROGRAM) + "' sh '" + unpacked.string() + "/reproduce.sh'" +
               more);
}

/// A folder `work` with a policy over a baseline of real data, and in `work/results` a comparison and a run.
void put_results(const TemporaryFolder& folder) {
  std::filesystem::create_directories(folder / "plans");
  std::filesystem::create_directories(folder / "results");
  std::filesystem::create_directories(folder / "data");
  std::filesystem::copy_file(real_district(), folder / "data/hoover.csv");
  put_text(folder / "plans/base.yaml",
           "schema: 1\nname: The base\ndistrict: {source: {nces: ../data/hoover.csv, lea: \"0100007\"}}\n"
           "calendar: {years: 1}\n");
  put_text(folder / "plans/freedom.yaml",
           "schema: 1\nname: It's \"freedom\", more\nextends: base.yaml\nframework: {discretion: 0.8}\n");
  const Ended compared = districtsim(
      folder, {"compare", "plans/base.yaml", "plans/freedom.yaml", "-o", "results/freedom.h5", "--until-settled",
               "--max-replicates", "3", "--precision=0.5", "--seed", "9", "--equal-cost"});
  ASSERT_EQ(compared.code, 0) << compared.err;
  const Ended ran = districtsim(folder, {"run", "plans/base.yaml", "-o", "results/Held run.h5", "--set",
                                         "framework.discretion=0.3", "--replicates", "3", "--fix-parameters"});
  ASSERT_EQ(ran.code, 0) << ran.err;
}

TEST(Bundle, HoldsWhatAPaperNeedsAndRepeatsItElsewhereReleaseOnly) {
  const TemporaryFolder folder;
  put_results(folder);
  const Ended bundled = districtsim(folder, {"bundle", "results", "-o", "paper.zip", "--json"});
  ASSERT_EQ(bundled.code, 0) << bundled.err;
  const nlohmann::json said = nlohmann::json::parse(bundled.out);
  EXPECT_EQ(said.at("notes"), nlohmann::json::array());
  const auto unpacked = folder / "elsewhere";
  const Shell unzip = shell("unzip -q '" + (folder / "paper.zip").string() + "' -d '" + unpacked.string() + "'");
  ASSERT_EQ(unzip.status, 0) << unzip.said;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(unpacked)) {
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(unpacked).string());
  }
  EXPECT_THAT(names, testing::UnorderedElementsAreArray(said.at("files").get<std::vector<std::string>>()));
  EXPECT_THAT(names, IsSupersetOf({"README.md", "ODD.md", "parameters.yaml", "codemeta.json", "provenance.json",
                                   "reproduce.sh", "written/plans/base.yaml", "written/plans/freedom.yaml",
                                   "written/data/hoover.csv", "results/freedom/hoover.csv",
                                   "results/freedom/1-the-base.yaml", "results/freedom/2-it-s-freedom-more.yaml",
                                   "results/freedom/figures/comparison.year_alternative_measure.csv",
                                   "results/held-run/sample/time_scenario_replicate.csv"}));

  EXPECT_THAT(text_of(unpacked / "ODD.md"), HasSubstr("## 1. Purpose and patterns"));
  const nlohmann::json meta = nlohmann::json::parse(text_of(unpacked / "codemeta.json"));
  EXPECT_EQ(meta.at("@type"), "SoftwareSourceCode");
  EXPECT_EQ(meta.at("license"), "https://spdx.org/licenses/Apache-2.0");
  EXPECT_EQ(meta.at("author").at(0).at("@type"), "Organization");
  const nlohmann::json from = nlohmann::json::parse(text_of(unpacked / "provenance.json"));
  const nlohmann::json& held = from.at("results").at(0);
  EXPECT_EQ(held.at("name"), "held-run");
  EXPECT_EQ(held.at("parameters"), "held");
  EXPECT_EQ(held.at("data").at(0).at("sha256"), held.at("input_hash"));
  EXPECT_THAT(held.at("command_line"), HasSubstr("--set framework.discretion=0.3"));

  // The folder it came from is gone.
  for (const char* gone : {"plans", "results", "data"}) std::filesystem::remove_all(folder / gone);
  const Shell sample = reproduce(unpacked);
  EXPECT_EQ(sample.status, 0) << sample.said;
  EXPECT_THAT(sample.said, HasSubstr("2 agree, 0 differ"));
  const Shell everything = reproduce(unpacked, " --all");
  EXPECT_EQ(everything.status, 0) << everything.said;
  EXPECT_THAT(everything.said, HasSubstr("agrees: results/freedom, digest "));

  // A scenario that was tampered with is found out.
  std::filesystem::copy_file(unpacked / "results/freedom/1-the-base.yaml",
                             unpacked / "results/freedom/2-it-s-freedom-more.yaml",
                             std::filesystem::copy_options::overwrite_existing);
  const Shell tampered = reproduce(unpacked);
  EXPECT_NE(tampered.status, 0);
  EXPECT_THAT(tampered.said, HasSubstr("1 agree, 1 differ"));
}

TEST(Bundle, ASweepComesWithItsRunsAndIsRepeatedElsewhereReleaseOnly) {
  const TemporaryFolder folder;
  put_scenario(folder);
  put_text(folder / "design.yaml",
           "schema: 1\ndesign: lhs\nsamples: 6\nbase: base.yaml\nyears: 1\nparameters: {framework.discretion: {low: 0, "
           "high: 1}}\n");
  ASSERT_EQ(districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--shard", "0/2"}).code, 0);
  const Ended early = districtsim(folder, {"bundle", "out", "-o", "a.zip"});
  EXPECT_EQ(early.code, 4);
  EXPECT_THAT(early.err, HasSubstr("out: the sweep is not complete: results.csv is missing"));
  ASSERT_EQ(districtsim(folder, {"sweep", "design.yaml", "-o", "out", "--resume"}).code, 0);
  const Ended bundled = districtsim(folder, {"bundle", "out", "-o", "a.zip", "--json"});
  ASSERT_EQ(bundled.code, 0) << bundled.err;
  EXPECT_THAT(nlohmann::json::parse(bundled.out).at("files").get<std::vector<std::string>>(),
              IsSupersetOf({"sweep/inputs/base.yaml", "sweep/inputs/design.yaml", "sweep/results.csv",
                            "sweep/sweep.csv", "sweep/store/0-of-1.runs", "sweep/resolved/1-base.yaml", "ODD.md"}));
  for (const char* gone : {"out", "base.yaml", "design.yaml"}) std::filesystem::remove_all(folder / gone);
  const auto unpacked = folder / "elsewhere";
  const Shell unzip = shell("unzip -q '" + (folder / "a.zip").string() + "' -d '" + unpacked.string() + "'");
  ASSERT_EQ(unzip.status, 0) << unzip.said;
  const Shell sample = reproduce(unpacked);
  EXPECT_EQ(sample.status, 0) << sample.said;
  EXPECT_THAT(sample.said, HasSubstr("2 agree, 0 differ"));
  const Shell everything = reproduce(unpacked, " --all");
  EXPECT_EQ(everything.status, 0) << everything.said;
  EXPECT_THAT(everything.said, HasSubstr("1 agree, 0 differ"));
}

TEST(Bundle, EqualFoldersGiveEqualBytesInEveryTimeZone) {
  const TemporaryFolder folder;
  put_scenario(folder);
  std::filesystem::create_directories(folder / "results");
  ASSERT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "results/a.h5", "--years", "1"}).code, 0);
  ASSERT_EQ(districtsim(folder, {"bundle", "results", "-o", "a.zip"}).code, 0);
  ASSERT_EQ(districtsim(folder, {"bundle", "results", "-o", "b.zip"}, [] { setenv("TZ", "Asia/Tokyo", 1); }).code, 0);
  EXPECT_EQ(text_of(folder / "a.zip"), text_of(folder / "b.zip"));
}

TEST(Bundle, DataThatAreGoneAreNamedWithTheirHash) {
  const TemporaryFolder folder;
  std::filesystem::copy_file(real_district(), folder / "hoover.csv");
  put_text(folder / "base.yaml",
           "schema: 1\ndistrict: {source: {nces: hoover.csv, lea: \"0100007\"}}\ncalendar: {years: 1}\n");
  ASSERT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "a.h5"}).code, 0);
  put_text(folder / "hoover.csv", text_of(folder / "hoover.csv") + "\n");
  const Ended bundled = districtsim(folder, {"bundle", ".", "-o", "a.zip"});
  ASSERT_EQ(bundled.code, 0) << bundled.err;
  EXPECT_THAT(bundled.err, HasSubstr("the data file hoover.csv with the recorded SHA-256 ("));
  EXPECT_THAT(bundled.out, testing::Not(HasSubstr("results/a/hoover.csv")));
}

TEST(Bundle, AFolderWithoutResultsIsRefusedAndNothingIsWritten) {
  const TemporaryFolder folder;
  const Ended nowhere = districtsim(folder, {"bundle", "nowhere", "-o", "a.zip"});
  EXPECT_EQ(nowhere.code, 4);
  EXPECT_EQ(nowhere.err, "nowhere: there is no such folder\n");
  std::filesystem::create_directories(folder / "empty");
  EXPECT_EQ(districtsim(folder, {"bundle", "empty", "-o", "a.zip"}).code, 4);
  put_text(folder / "empty/other.h5", "no HDF5");
  put_text(folder / "a.zip", "as it was");
  const Ended empty = districtsim(folder, {"bundle", "empty", "-o", "a.zip"});
  EXPECT_EQ(empty.code, 4);
  EXPECT_THAT(empty.err, HasSubstr("empty: neither the folder of a sweep nor one with result files"));
  EXPECT_THAT(empty.err, HasSubstr("other.h5: not a districtsim result file"));
  EXPECT_EQ(text_of(folder / "a.zip"), "as it was");
  EXPECT_EQ(sorted_names(folder), (std::vector<std::string>{"a.zip", "empty"}));
}

}  // namespace
}  // namespace districtsim
