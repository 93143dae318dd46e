#include "sim/scenario/extends.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using Extends = ScenarioFolder;

TEST_F(Extends, APolicyIsItsDifferences) {
  write_scenario("baseline.yaml", "framework: {discretion: 0.2, teachers_per_coach: 50}\n");
  const auto policy = write("policy.yaml", "schema: 1\nextends: baseline.yaml\nframework: {discretion: 0.6}\n");
  const Scenario scenario = load_scenario(policy);
  EXPECT_EQ(scenario.framework.discretion, 0.6);
  EXPECT_EQ(scenario.framework.teachers_per_coach, 50.0);
}

TEST_F(Extends, ListsReplaceWhatIsInherited) {
  write_scenario("baseline.yaml", "events: [{year: 1, revenue_change: 0.1}, {year: 2, revenue_change: 0.2}]\n");
  const auto policy =
      write("policy.yaml", "schema: 1\nextends: baseline.yaml\nevents: [{year: 3, revenue_change: 0.3}]\n");
  const Scenario scenario = load_scenario(policy);
  ASSERT_EQ(scenario.events.size(), 1U);
  EXPECT_EQ(scenario.events[0].year, 3);
}

TEST_F(Extends, NearestFileWinsAlongAChain) {
  write_scenario("a.yaml", "framework: {discretion: 0.1}\ncalendar: {years: 2}\n");
  write("b.yaml", "schema: 1\nextends: a.yaml\nframework: {discretion: 0.2}\n");
  const auto c = write("c.yaml", "schema: 1\nextends: b.yaml\nframework: {discretion: 0.3}\n");
  EXPECT_EQ(load_scenario(c).framework.discretion, 0.3);
  EXPECT_EQ(load_scenario(c).calendar.years, 2);
}

TEST_F(Extends, NamesAndDescriptionsAreNotInherited) {
  write_scenario("baseline.yaml", "name: Baseline\ndescription: As it is.\n");
  const auto policy = write("more_coaches.yaml", "schema: 1\nextends: baseline.yaml\n");
  EXPECT_EQ(load_scenario(policy).name, "more_coaches");
  EXPECT_EQ(load_scenario(policy).description, "");
}

TEST_F(Extends, AnotherKindOfDistrictReplacesTheInheritedOne) {
  write("baseline.yaml", "schema: 1\ndistrict: {file: nothing.yaml, schools: nothing.csv}\n");
  const auto policy =
      write("policy.yaml", "schema: 1\nextends: baseline.yaml\ndistrict: {synthetic: {teachers: 100}}\n");
  EXPECT_EQ(errors(policy), Messages{});
}

TEST_F(Extends, NestedAndDottedParametersAreTheSame) {
  write_scenario("baseline.yaml", "parameters: {coaching: {contact_hours: 1.25}, skill: {half_gap: 0.5}}\n");
  const auto policy =
      write("policy.yaml", "schema: 1\nextends: baseline.yaml\nparameters: {coaching.contact_hours: 1.5}\n");
  const Scenario scenario = load_scenario(policy);
  EXPECT_EQ(scenario.parameters.coaching.contact_hours, 1.5);
  EXPECT_EQ(scenario.parameters_set, (std::vector<std::string>{"coaching.contact_hours", "skill.half_gap"}));
}

TEST_F(Extends, AParameterWrittenBothWaysIsWrittenTwice) {
  EXPECT_EQ(errors_of("parameters:\n  skill.half_gap: 0.5\n  skill: {half_gap: 0.5}\n"),
            Messages{"s.yaml:5:11: parameters.skill.half_gap is written twice (first on line 4)"});
}

TEST_F(Extends, MistakesStayInTheFileThatMakesThem) {
  write_scenario("base/baseline.yaml", "framework: {discretion: 1.4}\nevents: 3\n");
  const auto policy = write("policy.yaml", "schema: 1\nextends: base/baseline.yaml\ncalendar: {years: 99}\n");
  EXPECT_EQ(
      errors(policy),
      (Messages{"policy.yaml:3:19: calendar.years is 99, must be within 1 to 30 (school years simulated)",
                "base/baseline.yaml:3:25: framework.discretion is 1.4, must be within 0 to 1 (share of a school's "
                "dollars it decides itself)",
                "base/baseline.yaml:4:9: events is 3, must be a list (events)"}));
}

TEST_F(Extends, PathsAreRelativeToTheFileThatWritesThem) {
  write("base/baseline.yaml", "schema: 1\ndistrict: {file: data/none.yaml}\n");
  const auto policy = write("policies/policy.yaml", "schema: 1\nextends: ../base/baseline.yaml\n");
  EXPECT_EQ(errors(policy),
            Messages{"base/baseline.yaml:2:18: district.file names data/none.yaml, which does not exist "
                     "(looked for base/data/none.yaml)"});
}

TEST_F(Extends, AMissingFileIsReportedWhereItIsNamed) {
  write_scenario("baseline.yaml", "");
  const auto policy = write("policy.yaml", "schema: 1\nextends: basline.yaml\n");
  EXPECT_EQ(errors(policy), Messages{"policy.yaml:2:10: extends names basline.yaml, which does not exist (looked for "
                                     "basline.yaml); did you mean baseline.yaml?"});
}

TEST_F(Extends, CirclesAreNoticed) {
  write("a.yaml", "schema: 1\nextends: b.yaml\n");
  const auto b = write("b.yaml", "schema: 1\nextends: a.yaml\n");
  EXPECT_EQ(errors(b), Messages{"a.yaml:2:10: extends b.yaml comes back to a file that extends this one"});
  const auto self = write("self.yaml", "schema: 1\nextends: ./self.yaml\n");
  EXPECT_EQ(errors(self), Messages{"self.yaml:2:10: extends ./self.yaml comes back to a file that extends this one"});
}

TEST_F(Extends, AChainHasALimit) {
  write_scenario("f0.yaml", "");
  for (int i = 1; i <= longest_chain; ++i) {
    const std::string text = "schema: 1\nextends: f" + std::to_string(i - 1) + ".yaml\n";
    write("f" + std::to_string(i) + ".yaml", text);
  }
  EXPECT_EQ(errors(folder() / ("f" + std::to_string(longest_chain - 1) + ".yaml")), Messages{});
  EXPECT_EQ(errors(folder() / ("f" + std::to_string(longest_chain) + ".yaml")),
            Messages{"f1.yaml:2:10: more than 16 files extend each other"});
}

TEST_F(Extends, AListIsMergedFromLeftToRightAndTheFileItselfOnTop) {
  write_scenario("a.yaml", "name: A\nframework: {discretion: 0.1, teachers_per_coach: 20, sponsorship: 0.1}\n");
  write("b.yaml", "schema: 1\nextends: c.yaml\nframework: {discretion: 0.2, sponsorship: 0.2}\n");
  write("c.yaml", "schema: 1\nframework: {discretion: 0.3, schools_per_director: 7}\n");
  const auto both = write("both.yaml", "schema: 1\nextends: [a.yaml, b.yaml]\nframework: {sponsorship: 0.9}\n");
  const Scenario scenario = load_scenario(both);
  EXPECT_EQ(scenario.name, "both");
  EXPECT_EQ(scenario.framework.discretion, 0.2) << "b over a, and b over the c it extends";
  EXPECT_EQ(scenario.framework.teachers_per_coach, 20.0);
  EXPECT_EQ(scenario.framework.schools_per_director, 7.0);
  EXPECT_EQ(scenario.framework.sponsorship, 0.9);
}

TEST_F(Extends, EveryPathOfAListIsChecked) {
  const std::string must = ", must be the path of a scenario file, or a list of them";
  EXPECT_EQ(errors_of("extends:\n"), Messages{"s.yaml:3:1: extends is empty" + must});
  EXPECT_EQ(errors_of("extends: []\n"), Messages{"s.yaml:3:10: extends is a list" + must});
  write_scenario("a.yaml", "");
  EXPECT_EQ(errors_of("extends: [a.yaml, [a.yaml]]\n"), Messages{"s.yaml:3:19: extends is a list" + must});
  EXPECT_EQ(errors_of("extends: [a.yaml, s.yaml]\n"),
            Messages{"s.yaml:3:19: extends s.yaml comes back to a file that extends this one"});
  EXPECT_EQ(errors_of("extends: [a.yaml, a.yaml]\n"), Messages{}) << "twice is no circle";
}

TEST_F(Extends, FilesHaveALimitWhereListsBranch) {
  write_scenario("f0.yaml", "");
  for (int i = 1; i <= 7; ++i) {
    const std::string below = "f" + std::to_string(i - 1) + ".yaml";
    write("f" + std::to_string(i) + ".yaml", "schema: 1\nextends: [" + below + ", " + below + "]\n");
  }
  EXPECT_EQ(errors(folder() / "f4.yaml"), Messages{}) << "31 files";
  const Messages many = errors(folder() / "f7.yaml");
  ASSERT_FALSE(many.empty());
  EXPECT_NE(many.front().find("a scenario is made of more than 64 files"), std::string::npos) << many.front();
}

TEST_F(Extends, EveryFileOfAChainSaysItsVersion) {
  write("baseline.yaml", "district: {synthetic: {teachers: 100}}\n");
  const auto policy = write("policy.yaml", "schema: 2\nextends: baseline.yaml\n");
  EXPECT_EQ(errors(policy),
            (Messages{"policy.yaml:1:9: schema is 2, must be 1 (version of the scenario format)",
                      "baseline.yaml:1:1: schema is missing (version of the scenario format); write schema: 1"}));
}

}  // namespace
}  // namespace districtsim
