#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Everything that init made passes validate and runs.
void expect_ready(const TemporaryFolder& folder, const std::string& name) {
  for (const char* scenario : {"baseline", "principal_discretion", "coaches_to_need"}) {
    const std::string path = name + "/" + scenario + ".yaml";
    const Ended valid = districtsim(folder, {"validate", path});
    EXPECT_EQ(valid.code, 0) << valid.err;
    EXPECT_EQ(valid.out, path + ": ok\n");
    const Ended run = districtsim(folder, {"run", path, "-o", "out.h5", "--quiet"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("2024-25"));
  }
}

TEST(Init, AMadeUpDistrictValidatesAndRuns) {
  const TemporaryFolder folder;
  const Ended ended = districtsim(folder, {"init", "new/district", "--teachers", "400"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("new/district/baseline.yaml\n"));
  EXPECT_THAT(ended.out, HasSubstr("new/district/schools.csv\n"));
  expect_ready(folder, "new/district");
}

TEST(Init, ARealDistrictValidatesAndRuns) {
  const TemporaryFolder folder;
  const Ended ended = districtsim(folder, {"init", "hoover", "--nces", real_district(), "--lea", real_lea()});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(std::filesystem::exists(folder / "hoover/data/hoover_city_al_2020-21.csv"));
  EXPECT_THAT(text_of(folder / "hoover/baseline.yaml"), HasSubstr("lea: \"0100007\""));
  expect_ready(folder, "hoover");
}

TEST(Init, ADistrictOfAnySizeGetsAPolicyItCanCarryOut) {
  for (const char* teachers : {"1", "10", "60"}) {
    const TemporaryFolder folder;
    const Ended ended = districtsim(folder, {"init", "d", "--teachers", teachers, "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    const json files = json::parse(ended.out).at("files");
    EXPECT_EQ(files.size(), 6U);
    for (const json& file : files) {
      const std::string name = file;
      EXPECT_TRUE(std::filesystem::exists(folder / ("d/" + name))) << name;
      if (name.find(".yaml") == std::string::npos || name.find("data/") == 0) continue;
      const Ended run = districtsim(folder, {"run", "d/" + name, "-o", "out.h5"});
      EXPECT_EQ(run.code, 0) << name << ": " << run.err;
    }
  }
}

TEST(Init, OverwritesNothing) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "d");
  put_text(folder / "d/schools.csv", "mine");
  const Ended ended = districtsim(folder, {"init", "d"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("d/schools.csv"));
  EXPECT_EQ(text_of(folder / "d/schools.csv"), "mine");
  EXPECT_FALSE(std::filesystem::exists(folder / "d/baseline.yaml"));
}

TEST(Init, LeavesNothingBehindWhereItFails) {
  const TemporaryFolder folder;
  EXPECT_EQ(districtsim(folder, {"init", "d", "--nces", real_district(), "--lea", "9999999"}).code, 4);
  const Ended full = districtsim(folder, {"init", "a/b", "--nces", real_district(), "--lea", real_lea()}, [] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{5000, 5000};
    setrlimit(RLIMIT_FSIZE, &limit);
  });
  EXPECT_EQ(full.code, 1);
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Import, MakesADistrictFileThatValidatesAndRuns) {
  const TemporaryFolder folder;
  const Ended ended = districtsim(folder, {"import", "nces", real_district(), "--lea", real_lea(), "-o", "d.yaml"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Hoover City"));
  EXPECT_THAT(ended.out, HasSubstr("\n- ")) << "what was assumed is listed";
  EXPECT_EQ(districtsim(folder, {"validate", "d.yaml"}).code, 0);
  put_text(folder / "base.yaml", "schema: 1\ndistrict: {file: d.yaml}\ncalendar: {years: 1}\n");
  EXPECT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "out.h5"}).code, 0);
}

TEST(Import, TheDistrictFileGivesTheSameResultsAsTheDataThemselves) {
  const TemporaryFolder folder;
  ASSERT_EQ(districtsim(folder, {"import", "nces", real_district(), "--lea", real_lea(), "-o", "d.yaml"}).code, 0);
  put_text(folder / "file.yaml", "schema: 1\nname: x\ndistrict: {file: d.yaml}\ncalendar: {years: 1}\n");
  put_text(folder / "data.yaml", "schema: 1\nname: x\ndistrict: {source: {nces: " + real_district() +
                                     ", lea: \"0100007\"}}\ncalendar: {years: 1}\n");
  const auto digest = [&](const char* scenario) {
    return json::parse(districtsim(folder, {"run", scenario, "-o", "out.h5", "--json"}).out).at("digest");
  };
  EXPECT_EQ(digest("file.yaml"), digest("data.yaml"));
}

TEST(Import, WrongDataAreRefusedWithCode4AndNothingIsWritten) {
  const TemporaryFolder folder;
  const Ended unknown = districtsim(folder, {"import", "nces", real_district(), "--lea", "9999999", "-o", "d.yaml"});
  EXPECT_EQ(unknown.code, 4);
  EXPECT_THAT(unknown.err, HasSubstr("0100007 (Hoover City)"));
  EXPECT_EQ(unknown.out, "");
  EXPECT_EQ(districtsim(folder, {"import", "nces", "missing.csv", "--lea", real_lea(), "-o", "d.yaml"}).code, 4);
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Validate, ListsEveryErrorOfEveryFile) {
  const TemporaryFolder folder;
  put_scenario(folder);
  put_text(folder / "a.yaml",
           "schema: 1\nextends: base.yaml\nframework: {discretion: 7}\nsupport: {coach_caseload: x}\n");
  put_text(folder / "b.yaml", "schema: 1\nextends: base.yaml\ncalender: {years: 3}\n");
  put_text(folder / "d.yaml", "schema: 1\nkind: district\nschools: nothing\n");
  const Ended ended = districtsim(folder, {"validate", "a.yaml", "b.yaml", "base.yaml", "d.yaml", "missing.yaml"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_EQ(ended.out, "base.yaml: ok\n");
  for (const char* place : {"a.yaml:3:", "a.yaml:4:", "b.yaml:3:", "d.yaml:", "missing.yaml: does not exist"}) {
    EXPECT_THAT(ended.err, HasSubstr(place));
  }
  const Ended as_json = districtsim(folder, {"validate", "a.yaml", "base.yaml", "--json"});
  EXPECT_EQ(as_json.code, 3);
  const json object = json::parse(as_json.out);
  EXPECT_EQ(object.at("valid"), false);
  EXPECT_EQ(object.at("files").at(0).at("errors").size(), 2U);
  EXPECT_EQ(object.at("files").at(1).at("valid"), true);
}

TEST(Info, SaysWhatAFileHoldsAndWhereItComesFrom) {
  const TemporaryFolder folder;
  put_scenario(folder, "base.yaml", "name: Our plan\n");
  const json run = json::parse(districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--json"}).out);
  const json object = json::parse(districtsim(folder, {"info", "out.h5", "--json"}).out);
  EXPECT_EQ(object.at("digest"), run.at("digest"));
  EXPECT_EQ(object.at("dimensions").at("time"), 72);
  EXPECT_EQ(object.at("dimensions").at("school"), run.at("schools"));
  EXPECT_EQ(object.at("scenarios").at(0).at("name"), "Our plan");
  EXPECT_FALSE(object.at("warnings").empty()) << "a made-up district says so";
  EXPECT_THAT(districtsim(folder, {"info", "out.h5"}).out, HasSubstr(run.at("digest").get<std::string>()));
  const json scenario = json::parse(districtsim(folder, {"info", "out.h5", "--scenario"}).out);
  EXPECT_EQ(scenario.at("name"), "Our plan");
}

TEST(Info, SaysWhereHoursGo) {
  const TemporaryFolder folder;
  put_scenario(folder, "base.yaml", "name: Our plan\n");
  ASSERT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "out.h5"}).code, 0);
  const Ended text = districtsim(folder, {"info", "out.h5", "--hours"});
  EXPECT_THAT(text.out, HasSubstr("Our plan: hours a week for each school"));
  EXPECT_THAT(text.out, HasSubstr("director assistance"));
  EXPECT_THAT(text.out, HasSubstr("by form of support"));
  const json object = json::parse(districtsim(folder, {"info", "out.h5", "--hours", "--json"}).out);
  const json& plan = object.at("scenarios").at(0);
  EXPECT_EQ(plan.at("name"), "Our plan");
  EXPECT_GT(plan.at("hours").at("school_leader").at("director_assistance").at("district").get<double>(), 0.0);
  EXPECT_GT(plan.at("practices").at("relationships").at("contacts").at("district").get<double>(), 0.0);
  EXPECT_GT(plan.at("supports").at("learning").at("hours").at("district").get<double>(), 0.0);
}

TEST(Info, AForeignFileIsRefusedWithCode4) {
  const TemporaryFolder folder;
  put_scenario(folder);
  for (const char* command : {"info", "export"}) {
    std::vector<std::string> words = {command, "base.yaml"};
    if (std::string(command) == "export") words.insert(words.end(), {"--csv", "tables"});
    const Ended ended = districtsim(folder, words);
    EXPECT_EQ(ended.code, 4);
    EXPECT_EQ(ended.out, "");
    EXPECT_THAT(ended.err, HasSubstr("base.yaml: not a districtsim result file"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "tables"));
}

TEST(Export, WritesOneTableForEachSetOfDimensions) {
  const TemporaryFolder folder;
  put_scenario(folder);
  ASSERT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--agents", "yearly"}).code, 0);
  const Ended ended = districtsim(folder, {"export", "out.h5", "--csv", "tables", "--json"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const json printed = json::parse(ended.out);
  for (const json& file : printed.at("files")) {
    EXPECT_THAT(text_of(folder / file.get<std::string>()), Not(IsEmpty())) << file;
  }
  EXPECT_THAT(text_of(folder / "tables/time_scenario_replicate.csv"), HasSubstr("\n2020-08-10,base,0,"));
  EXPECT_THAT(text_of(folder / "tables/agents.record.csv"), HasSubstr("person"));
}

}  // namespace
}  // namespace districtsim
