#include "sim/scenario/load_scenario.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "sim/core/sha256.hpp"
#include "sim/scenario/district_source.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using LoadScenario = ScenarioFolder;

TEST_F(LoadScenario, WhatIsLeftOutHasTheDefaultsOfTheStructs) {
  const Scenario scenario = load_scenario(write_scenario("small.yaml", ""));
  const CalendarPlan calendar;
  const Framework framework;
  const SupportPlan support;
  const RecordPlan record;
  EXPECT_EQ(scenario.name, "small");
  EXPECT_EQ(scenario.calendar.years, calendar.years);
  EXPECT_EQ(scenario.calendar.warm_up_years, calendar.warm_up_years);
  EXPECT_EQ(scenario.calendar.weeks_per_year, calendar.weeks_per_year);
  EXPECT_EQ(scenario.calendar.assessment_interval, calendar.assessment_interval);
  EXPECT_EQ(scenario.calendar.network_interval, calendar.network_interval);
  EXPECT_EQ(scenario.calendar.start, calendar.start);
  EXPECT_EQ(scenario.framework.discretion, framework.discretion);
  EXPECT_EQ(scenario.framework.low_income_weight, framework.low_income_weight);
  EXPECT_EQ(scenario.framework.teachers_per_coach, framework.teachers_per_coach);
  EXPECT_EQ(scenario.framework.schools_per_director, framework.schools_per_director);
  EXPECT_EQ(scenario.framework.operations_routing, framework.operations_routing);
  EXPECT_EQ(scenario.framework.schools_per_operations_post, framework.schools_per_operations_post);
  EXPECT_EQ(scenario.support.coach_time_with_teachers, support.coach_time_with_teachers);
  EXPECT_EQ(scenario.support.coach_caseload, support.coach_caseload);
  EXPECT_EQ(scenario.support.director_time_with_principals, support.director_time_with_principals);
  EXPECT_EQ(scenario.support.inquiry_hours, support.inquiry_hours);
  EXPECT_EQ(scenario.support.inquiry_weeks, support.inquiry_weeks);
  EXPECT_EQ(scenario.record.agents, record.agents);
  EXPECT_EQ(scenario.record.compression, record.compression);
  EXPECT_TRUE(scenario.reallocations.empty());
  EXPECT_TRUE(scenario.parameters_set.empty());
  for (const std::string_view name : mechanism_names) EXPECT_TRUE(scenario.mechanisms.on(*mechanism_named(name)));
}

TEST_F(LoadScenario, EveryKeyReachesItsField) {
  const Scenario scenario = load_scenario(write_scenario("s.yaml", R"(name: Test
description: no
calendar: {years: 2, warm_up_years: 1, weeks_per_year: 30, assessment_interval: 5, network_interval: 3, start: 2024-02-29}
framework:
  discretion: 0.5
  need_weights: {low_income: 1.5}
  teachers_per_coach: 20
  schools_per_director: 9
  operations_routing: case_management
  schools_per_operations_post: 6
support: {coach_time_with_teachers: 0.6, coach_caseload: 8, director_time_with_principals: 0.7, inquiry_hours: 3, inquiry_weeks: 1}
reallocations:
  - {what: dollars, amount: 1000.5, year: 2, from: {need: lowest_half, level: elementary}, to: {need: highest_half, level: elementary}}
events: [{year: 2, revenue_change: -0.04}]
mechanisms: {coaching: off, hiring: true}
parameters: {coaching: {contact_hours: 1.5}}
record: {agents: weekly, compression: 4}
)"));
  EXPECT_EQ(scenario.name, "Test");
  EXPECT_EQ(scenario.description, "no");
  EXPECT_EQ(scenario.calendar.warm_up_years, 1);
  EXPECT_EQ(scenario.calendar.weeks_per_year, 30);
  EXPECT_EQ(scenario.calendar.start, "2024-02-29");
  EXPECT_EQ(scenario.framework.low_income_weight, 1.5);
  EXPECT_EQ(scenario.framework.operations_routing, OperationsRouting::case_management);
  EXPECT_EQ(scenario.framework.schools_per_operations_post, 6.0);
  EXPECT_EQ(scenario.support.inquiry_weeks, 1);
  ASSERT_EQ(scenario.reallocations.size(), 1U);
  EXPECT_EQ(scenario.reallocations[0].what, Resource::dollars);
  EXPECT_EQ(scenario.reallocations[0].amount, 1000.5);
  EXPECT_EQ(scenario.reallocations[0].from.need, NeedSelection::lowest_half);
  EXPECT_EQ(scenario.reallocations[0].to.level, SchoolLevel::elementary);
  EXPECT_EQ(scenario.reallocations[0].place, (folder() / "s.yaml").string() + ":15:5");
  EXPECT_EQ(scenario.events[0].share, -0.04);
  EXPECT_FALSE(scenario.mechanisms.on(Mechanism::coaching));
  EXPECT_TRUE(scenario.mechanisms.on(Mechanism::hiring));
  EXPECT_EQ(scenario.parameters.coaching.contact_hours, 1.5);
  EXPECT_EQ(scenario.parameters_set, std::vector<std::string>{"coaching.contact_hours"});
  EXPECT_EQ(scenario.record.agents, AgentsRecorded::weekly);
  EXPECT_EQ(scenario.record.compression, 4);
}

TEST_F(LoadScenario, FailuresOfAScenarioHaveExitCodeThree) {
  try {
    static_cast<void>(load_scenario(write_scenario("s.yaml", "foo: 1\nbar: 2\n")));
    FAIL() << "two unknown keys were accepted";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    const std::string what = failure.what();
    EXPECT_EQ(std::count(what.begin(), what.end(), '\n'), 1);
  }
}

TEST_F(LoadScenario, KeysMustFitEachOther) {
  EXPECT_EQ(errors_of("calendar: {assessment_interval: 40, network_interval: 37}\n"),
            (Messages{"s.yaml:3:33: calendar.assessment_interval is 40, must be at most calendar.weeks_per_year (36)",
                      "s.yaml:3:55: calendar.network_interval is 37, must be at most calendar.weeks_per_year (36)"}));
  EXPECT_EQ(errors_of("calendar: {assessment_interval: 1}\n"),
            Messages{"s.yaml:3:33: support.inquiry_weeks is 2, must be at most calendar.assessment_interval (1)"});
  EXPECT_EQ(errors_of("events: [{year: 6, revenue_change: 0.1}]\n"),
            Messages{"s.yaml:3:17: events.0.year is 6, must be at most calendar.years (5)"});
}

TEST_F(LoadScenario, DatesMustExist) {
  EXPECT_EQ(errors_of("calendar: {start: 2023-02-29}\n"),
            Messages{"s.yaml:3:19: calendar.start is 2023-02-29, which is not a date of the calendar (YYYY-MM-DD)"});
  EXPECT_EQ(errors_of("calendar: {start: 2024-02-29}\n"), Messages{});
  EXPECT_EQ(errors_of("calendar: {start: tomorrow}\n"),
            Messages{"s.yaml:3:19: calendar.start is tomorrow, must look like 2020-08-10 (first day of instruction)"});
}

TEST_F(LoadScenario, ParametersAreKnownAndWithinTheirRange) {
  EXPECT_EQ(errors_of("parameters:\n  coaching.contact_hour: 1\n"),
            Messages{"s.yaml:4:3: parameters.coaching.contact_hour is not a known parameter; did you mean "
                     "coaching.contact_hours?"});
  const Messages range = errors_of("parameters:\n  coaching: {contact_hours: 1e9}\n");
  ASSERT_EQ(range.size(), 1U);
  EXPECT_EQ(range[0].find("s.yaml:4:29: parameters.coaching.contact_hours is 1e9, must be within "), 0U) << range[0];
  EXPECT_EQ(
      errors_of("parameters:\n  coaching.contact_hours: many\n"),
      Messages{"s.yaml:4:27: parameters.coaching.contact_hours is many, must be a number (value of a parameter)"});
}

TEST_F(LoadScenario, ReallocationsMakeSense) {
  const std::string from_to = ", from: {need: lowest_half}, to: {need: highest_half}}\n";
  EXPECT_EQ(errors_of("reallocations:\n- {what: coach_fte, amount: 1.5" + from_to),
            Messages{"s.yaml:4:29: reallocations.0.amount is 1.5, must be a whole number of posts"});
  EXPECT_EQ(errors_of("reallocations:\n- {what: coach_fte, amount: 1, year: 7" + from_to),
            Messages{"s.yaml:4:38: reallocations.0.year is 7, must be at most calendar.years (5)"});
  EXPECT_EQ(errors_of("reallocations:\n- {what: coach_fte, amount: 1, year: 4, years: 3" + from_to),
            Messages{"s.yaml:4:48: reallocations.0.years makes the last part fall into year 6, must be at most "
                     "calendar.years (5)"});
  EXPECT_EQ(errors_of("reallocations:\n- {what: dollars_percent, amount: 101" + from_to),
            Messages{"s.yaml:4:35: reallocations.0.amount is 101, must be at most 100 percent"});
  EXPECT_EQ(errors_of("reallocations:\n- {what: dollars, amount: 1, from: {level: high}, to: {level: high}}\n"),
            Messages{"s.yaml:4:51: reallocations.0.to selects the same schools as from"});
  EXPECT_EQ(errors_of("reallocations:\n- {what: dollars, amount: 1, from: {}, to: {level: high}}\n"),
            Messages{"s.yaml:4:36: reallocations.0.from must give at least 1 of its keys (schools that give)"});
}

TEST_F(LoadScenario, SelectorsNameSchoolsOfTheDistrict) {
  const Messages messages =
      errors_of("reallocations:\n- {what: dollars, amount: 1, from: {names: [Nowhere]}, to: {level: elementary}}\n");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages[0].find("s.yaml:4:45: reallocations.0.from.names.0 is Nowhere, which is no school of "), 0U)
      << messages[0];
}

TEST_F(LoadScenario, SettingsComeOnTopAndAreNamedInErrors) {
  const auto path =
      write_scenario("s.yaml", "framework: {discretion: 0.2}\nevents: [{year: 1, revenue_change: 0.1}]\n");
  const Scenario scenario = load_scenario(path, {{"framework.discretion", "0.7"},
                                                 {"mechanisms.coaching", "off"},
                                                 {"events.0.year", "2"},
                                                 {"parameters.coaching.contact_hours", "1.5"},
                                                 {"district.synthetic.teachers", "500"}});
  EXPECT_EQ(scenario.framework.discretion, 0.7);
  EXPECT_FALSE(scenario.mechanisms.on(Mechanism::coaching));
  EXPECT_EQ(scenario.events[0].year, 2);
  EXPECT_EQ(scenario.parameters.coaching.contact_hours, 1.5);
  EXPECT_EQ(errors(path, {{"framework.discretion", "1.4"}}),
            Messages{"--set framework.discretion=1.4: framework.discretion is 1.4, must be within 0 to 1 (share of a "
                     "school's dollars it decides itself)"});
  EXPECT_EQ(
      errors(path, {{"framework.discretoin", "1"}}),
      Messages{"--set framework.discretoin=1: framework.discretoin is not a known key; did you mean discretion?"});
  EXPECT_EQ(errors(path, {{"events.1.year", "1"}}),
            Messages{"--set events.1.year=1: events is a list of 1; 1 is not one of its rows, counted from 0"});
  EXPECT_EQ(errors(path, {{"", "1"}}),
            Messages{"--set =1: the path must be keys with dots between, such as framework.discretion"});
  EXPECT_EQ(errors(path, {{"extends", "x.yaml"}}),
            Messages{"--set extends=x.yaml: extends can only be written in a file"});
  EXPECT_EQ(errors(path, {{"name", "["}}), Messages{"--set name=[: not valid YAML: a [ is not closed by ]"});
}

TEST_F(LoadScenario, TheResolvedTextIsAScenarioThatResolvesToItself) {
  const Scenario first = load_scenario(write_scenario(
      "s.yaml", "framework: {discretion: 0.3}\nparameters: {skill: {half_gap: 0.5}}\nmechanisms: {coaching: off}\n"));
  const Scenario again = load_scenario(write("again.yaml", first.resolved_text));
  EXPECT_EQ(again.resolved_text, first.resolved_text);
}

TEST_F(LoadScenario, SpellingAndOrderDoNotChangeTheResolvedText) {
  const auto flow = write_scenario("a/s.yaml", "framework: {discretion: 0.30, teachers_per_coach: 4e1}\n");
  const auto block =
      write("b/s.yaml",
            "framework:\n  teachers_per_coach: 40\n  discretion: 0.3\ndistrict:\n  synthetic:\n    teachers: "
            "400.0\nschema: 1\n");
  EXPECT_EQ(load_scenario(flow).resolved_text, load_scenario(block).resolved_text);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string hash_of(const std::string& bytes) {
  Sha256 hash;
  hash.update(bytes.data(), bytes.size());
  return hash.hex();
}

TEST_F(LoadScenario, DataFilesAreHashedAndNamedWithoutTheirFolder) {
  SyntheticPlan plan;
  plan.teachers = 200;
  std::filesystem::create_directories(folder() / "data");
  write_district_file(synthetic_profile(plan), folder() / "data/district.yaml");
  write_school_table(synthetic_profile(plan), folder() / "schools.csv");
  const auto one = write("one.yaml", "schema: 1\nname: same\ndistrict: {file: data/district.yaml}\n");
  const auto two = write("data/two.yaml", "schema: 1\nname: same\ndistrict: {file: district.yaml}\n");
  const auto corrected =
      write("data/corrected.yaml", "schema: 1\nextends: two.yaml\ndistrict: {schools: ../schools.csv}\n");
  const std::string district = bytes_of(folder() / "data/district.yaml");
  EXPECT_EQ(load_scenario(one).input_hash, hash_of(district));
  EXPECT_EQ(load_scenario(corrected).input_hash, hash_of(district + bytes_of(folder() / "schools.csv")));
  EXPECT_EQ(load_scenario(one).resolved_text, load_scenario(two).resolved_text);
  EXPECT_EQ(load_scenario(one).resolved_text.find(folder().string()), std::string::npos);
}

TEST_F(LoadScenario, BadDataHaveExitCodeFour) {
  write("district.yaml", "kind: nothing\n");
  const auto path = write("s.yaml", "schema: 1\ndistrict: {file: district.yaml}\n");
  try {
    static_cast<void>(load_scenario(path));
    FAIL() << "a file that is no district was accepted";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::bad_input_data);
  }
}

TEST_F(LoadScenario, CorrectionsNeedRealData) {
  write("schools.csv", "\n");
  EXPECT_EQ(errors(write("s.yaml", "schema: 1\ndistrict: {synthetic: {teachers: 50}, schools: schools.csv}\n")),
            Messages{"s.yaml:2:48: district.schools corrects schools of real data; a synthetic district has none"});
}

TEST_F(LoadScenario, ASyntheticDistrictHasPeopleForItsSchools) {
  EXPECT_EQ(errors(write("s.yaml", "schema: 1\ndistrict: {synthetic: {teachers: 5, schools: 9}}\n")),
            Messages{"s.yaml:2:46: district.synthetic.schools is 9, must be at most district.synthetic.teachers (5)"});
  EXPECT_EQ(
      errors(write("s.yaml", "schema: 1\ndistrict: {synthetic: {teachers: 50, low_income: {spread: 0.7}}}\n")),
      Messages{"s.yaml:2:59: district.synthetic.low_income.spread is 0.7, must be below 0.5 (the most that shares "
               "with this mean can spread)"});
}

TEST_F(LoadScenario, AnySingleDamageToAFileIsSurvived) {
  const std::string text =
      "schema: 1\nname: \"A \\u00e9 name\"\ndistrict: {synthetic: {teachers: 300}}\nframework:\n  discretion: 0.2\n"
      "mechanisms: &m\n  coaching: off\nevents:\n  - {year: 1, revenue_change: -0.04}\nparameters: {skill: {half_gap: "
      "0.5}}\n";
  const std::string bytes("\0\t\n\r \"#&'*-:[]{}|>!%@`?,~<9\x7F\x80\xC3\xFF", 31);
  for (std::size_t i = 0; i < text.size(); ++i) {
    EXPECT_NO_THROW(static_cast<void>(scenario_errors(write("cut.yaml", text.substr(0, i))))) << i;
    std::string damaged = text;
    damaged[i] = bytes[i % bytes.size()];
    EXPECT_NO_THROW(static_cast<void>(scenario_errors(write("damaged.yaml", damaged)))) << i;
  }
}

}  // namespace
}  // namespace districtsim
