#include "sim/scenario/schema_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/mechanisms.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using SchemaCheck = ScenarioFolder;
using nlohmann::json;

TEST_F(SchemaCheck, ANumberOutOfRangeNamesTheRange) {
  EXPECT_EQ(errors_of("framework:\n  discretion: 1.4\n"),
            Messages{"s.yaml:4:15: framework.discretion is 1.4, must be within 0 to 1 (share of a school's dollars it "
                     "decides itself)"});
  EXPECT_EQ(errors_of("framework: {need_weights: {low_income: -1}}\n"),
            Messages{"s.yaml:3:40: framework.need_weights.low_income is -1, must be within 0 to 5 (extra weight of a "
                     "low-income student)"});
}

TEST_F(SchemaCheck, AnUnknownKeyIsExplained) {
  EXPECT_EQ(errors_of("framework:\n  discretoin: 0.4\n"),
            Messages{"s.yaml:4:3: framework.discretoin is not a known key; did you mean discretion?"});
  EXPECT_EQ(errors_of("discretion: 0.4\n"),
            Messages{"s.yaml:3:1: discretion is not a known key; did you mean framework.discretion?"});
  EXPECT_EQ(errors_of("record: {zzz: 1}\n"),
            Messages{"s.yaml:3:10: record.zzz is not a known key; the keys of record are agents, compression, "
                     "interactions"});
}

TEST_F(SchemaCheck, WordsThatOtherReadersTakeForTruthAreNotNumbers) {
  EXPECT_EQ(
      errors_of("framework:\n  discretion: NO\n"),
      Messages{"s.yaml:4:15: framework.discretion is NO, must be a number within 0 to 1 (share of a school's dollars "
               "it decides itself)"});
}

TEST_F(SchemaCheck, OnlyDecimalNumbersAreNumbers) {
  EXPECT_EQ(
      errors_of("calendar: {years: 007}\n"),
      Messages{"s.yaml:3:19: calendar.years is 007, must be a whole number within 1 to 30 (school years simulated); "
               "write a decimal number without leading zeros"});
  EXPECT_EQ(
      errors_of("calendar: {years: 2.5}\n"),
      Messages{"s.yaml:3:19: calendar.years is 2.5, must be a whole number within 1 to 30 (school years simulated)"});
  EXPECT_EQ(errors_of("calendar: {years: '3'}\n"),
            Messages{"s.yaml:3:19: calendar.years is \"3\", must be a whole number within 1 to 30 (school years "
                     "simulated); a number has no quotation marks"});
  EXPECT_EQ(errors_of("framework: {discretion: .nan}\n"),
            Messages{"s.yaml:3:25: framework.discretion is .nan, must be a number within 0 to 1 (share of a school's "
                     "dollars it decides itself); the number must be finite"});
}

TEST_F(SchemaCheck, WholeNumbersMayBeWrittenWithAPoint) {
  EXPECT_EQ(errors_of("calendar: {years: 3.0}\n"), Messages{});
}

TEST_F(SchemaCheck, SwitchesAreOnOrOff) {
  EXPECT_EQ(errors_of("mechanisms: {coaching: on, strain: off, hiring: true, forgetting: false}\n"), Messages{});
  EXPECT_EQ(errors_of("mechanisms: {coaching: NO}\n"),
            Messages{"s.yaml:3:24: mechanisms.coaching is NO, must be on or off (coaches work with teachers); did you "
                     "mean off?"});
  EXPECT_EQ(errors_of("mechanisms: {coachng: on}\n"),
            Messages{"s.yaml:3:14: mechanisms.coachng is not a known key; did you mean coaching?"});
}

TEST_F(SchemaCheck, ChoicesAreListed) {
  EXPECT_EQ(
      errors_of("record: {agents: weekli}\n"),
      Messages{"s.yaml:3:18: record.agents is weekli, must be one of none, yearly, weekly (how often single people "
               "are recorded); did you mean weekly?"});
}

TEST_F(SchemaCheck, MapsListsAndTextAreTold) {
  EXPECT_EQ(errors_of("framework: [1]\n"),
            Messages{"s.yaml:3:12: framework is a list, must be a map of keys (the investment framework)"});
  EXPECT_EQ(errors_of("name: {a: b}\n"),
            Messages{"s.yaml:3:7: name is a map of keys, must be text (name of the scenario)"});
  EXPECT_EQ(
      errors_of("support:\n"),
      Messages{"s.yaml:3:1: support has no value, must be a map of keys (how support is organised); remove the line "
               "for the default"});
}

TEST_F(SchemaCheck, WhatIsMissingIsNamed) {
  EXPECT_EQ(errors_of("events:\n  - {year: 1}\n"),
            Messages{"s.yaml:4:5: events.0 changes nothing; give one of revenue_change, enrolment_change, fund_lapse, "
                     "leader_exit or contract_delay"});
  EXPECT_EQ(errors(write("n.yaml", "schema: 1\n")),
            Messages{"n.yaml:1:1: district is missing; write district or extends"});
  EXPECT_EQ(errors(write("list.yaml", "- a\n")),
            Messages{"list.yaml:1:1: is a list, must be a map of keys (key: value)"});
}

TEST_F(SchemaCheck, ADistrictIsGivenInExactlyOneWay) {
  EXPECT_EQ(errors(write("n.yaml", "schema: 1\ndistrict: {}\n")),
            Messages{"n.yaml:2:1: district has none of them; give exactly one of source, file, synthetic"});
  EXPECT_EQ(errors(write("n.yaml",
                         "schema: 1\ndistrict: {synthetic: {teachers: 9}, source: {nces: n.yaml, lea: '0100007'}}\n")),
            Messages{"n.yaml:2:1: district has source, synthetic; give exactly one of source, file, synthetic"});
  EXPECT_EQ(
      errors(write("n.yaml", "schema: 1\ndistrict: {synthetic: {students_per_teacher: 9}}\n")),
      Messages{"n.yaml:2:12: district.synthetic has none of them; give at least one of teachers, schools, students"});
}

TEST_F(SchemaCheck, DistrictIdsKeepTheirZeros) {
  const std::string text = "schema: 1\ndistrict: {source: {nces: none.csv, lea: 0100007}}\n";
  EXPECT_EQ(errors(write("n.yaml", text)),
            Messages{"n.yaml:2:27: district.source.nces names none.csv, which does not exist (looked for none.csv)"});
  const std::string short_id = "schema: 1\ndistrict: {source: {nces: n.yaml, lea: 100007}}\n";
  EXPECT_EQ(
      errors(write("n.yaml", short_id)),
      Messages{"n.yaml:2:40: district.source.lea is 100007, must look like 0100007 (NCES district id, 7 digits with "
               "leading zeros)"});
}

TEST_F(SchemaCheck, AllMistakesComeAtOnceFromTopToBottom) {
  const Messages messages = errors_of(
      "calendar: {years: 0, weeks_per_year: 99}\nframework: {discretion: 2, foo: 1, bar: 2}\nframework: {}\nevents: "
      "1\n");
  ASSERT_EQ(messages.size(), 7U);
  const std::vector<std::string> places = {"3:19", "3:38", "4:25", "4:28", "4:36", "5:1", "6:9"};
  for (std::size_t i = 0; i < places.size(); ++i)
    EXPECT_EQ(messages[i].find("s.yaml:" + places[i] + ": "), 0U) << messages[i];
}

/// Keys of a schema, with their paths.
void each_key(const json& schema, const std::string& path, std::vector<std::pair<std::string, json>>& keys) {
  if (schema.contains("items")) each_key(schema.at("items"), path + "[]", keys);
  if (!schema.contains("properties")) return;
  for (const auto& [key, below] : schema.at("properties").items()) {
    keys.emplace_back(path + "." + key, below);
    each_key(below, path + "." + key, keys);
  }
}

TEST(ScenarioSchema, EveryKeyHasATitleADescriptionAndAType) {
  std::vector<std::pair<std::string, json>> keys;
  each_key(scenario_schema().definition(), "", keys);
  EXPECT_GT(keys.size(), 60U);
  for (const auto& [path, schema] : keys) {
    EXPECT_TRUE(schema.contains("title") && schema.contains("description") && schema.contains("type")) << path;
  }
}

TEST(ScenarioSchema, EveryKeyStandsInTheReference) {
  std::ifstream file(std::string(DISTRICTSIM_SOURCE_DIR) + "/scenarios/README.md");
  const std::string reference{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::pair<std::string, json>> keys;
  each_key(scenario_schema().definition(), "", keys);
  for (const auto& [path, schema] : keys) {
    if (schema.contains("properties") || schema.contains("items") || path == ".parameters") continue;
    std::string name = path.substr(1);
    for (const char* selector : {"[].from.", "[].to.", "[].schools."}) {  // the table of selectors holds for all
      const std::size_t at = name.find(selector);
      if (at != std::string::npos) name = name.substr(at + std::string(selector).size());
    }
    EXPECT_NE(reference.find("| `" + name + "` |"), std::string::npos) << name;
  }
}

TEST(ScenarioSchema, EveryNumberHasARange) {
  std::vector<std::pair<std::string, json>> keys;
  each_key(scenario_schema().definition(), "", keys);
  for (const auto& [path, schema] : keys) {
    if (schema.at("type") != "number" && schema.at("type") != "integer") continue;
    const bool low = schema.contains("minimum") || schema.contains("exclusiveMinimum") || schema.contains("enum");
    const bool high = schema.contains("maximum") || schema.contains("exclusiveMaximum") || schema.contains("enum");
    EXPECT_TRUE(low && high) << path;
  }
}

TEST(ScenarioSchema, ItsMechanismsAreThoseOfTheProgram) {
  std::vector<std::string> in_schema;
  for (const auto& [name, schema] :
       scenario_schema().definition().at("properties").at("mechanisms").at("properties").items()) {
    in_schema.push_back(name);
    EXPECT_EQ(schema.at("default"), "on") << name;
  }
  std::vector<std::string> in_program(mechanism_names.begin(), mechanism_names.end());
  std::sort(in_program.begin(), in_program.end());
  EXPECT_EQ(in_schema, in_program);
}

}  // namespace
}  // namespace districtsim
