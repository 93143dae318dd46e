#include "sim/scenario/layers.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/scenario/extends.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using Layers = ScenarioFolder;

std::string what_of(const auto& load) {
  try {
    static_cast<void>(load());
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    return failure.what();
  }
  return "";
}

TEST_F(Layers, ALayerNeedsNoDistrictAndIsChecked) {
  EXPECT_EQ(errors(write("good.yaml", "schema: 1\nlayer: framework\nframework: {discretion: 0.3}\n")), Messages{});
  EXPECT_EQ(errors(write("late.yaml", "schema: 1\nlayer: context\nevents: [{year: 9, revenue_change: 0.1}]\n")),
            Messages{})
      << "years are those of the scenario below";
  EXPECT_EQ(errors(write("wrong.yaml", "schema: 1\nlayer: framework\nframework: {discretion: 1.4}\n")).size(), 1U);
  EXPECT_EQ(errors(write("kind.yaml", "schema: 1\nlayer: policy\nframework: {discretion: 0.4}\n")).front(),
            "kind.yaml:2:8: layer is policy, must be framework or context");
  EXPECT_EQ(layer_of(folder() / "good.yaml"), "framework");
  EXPECT_EQ(layer_of(write_scenario("s.yaml", "")), "");
}

TEST_F(Layers, WhoDecidesAndWhatBefallsADistrictAreNeverOneFile) {
  EXPECT_EQ(
      errors(write("f.yaml", "schema: 1\nlayer: framework\nframework: {discretion: 0.4}\ncontext: {voice: 2}\n")),
      Messages{"f.yaml:4:1: context cannot stand in a framework layer, which holds only framework, support, agenda "
               "and politics: who decides and what befalls a district are never one file"});
  EXPECT_EQ(errors(write("c.yaml", "schema: 1\nlayer: context\npolitics: {outreach: {hours: 1}}\n")),
            Messages{"c.yaml:3:1: politics cannot stand in a context layer, which holds only context and events: who "
                     "decides and what befalls a district are never one file"});
  EXPECT_EQ(errors(write("d.yaml", "schema: 1\nlayer: context\ndistrict: {synthetic: {teachers: 100}}\n")),
            Messages{"d.yaml:3:1: district cannot stand in a context layer, which holds only context and events"});
  write("c2.yaml", "schema: 1\nlayer: context\ncontext: {voice: 2}\n");
  EXPECT_EQ(errors(write("e.yaml", "schema: 1\nlayer: framework\nextends: c2.yaml\n")),
            Messages{"e.yaml:3:10: a framework layer can only extend framework layers; c2.yaml is none"});
}

TEST_F(Layers, AMistakeInALayerIsReportedInTheLayerWhereverItIsUsed) {
  write("f.yaml", "schema: 1\nlayer: framework\nevents: [{year: 1, revenue_change: 0.1}]\n");
  const Messages found = errors_of("extends: f.yaml\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rfind("f.yaml:3:1: events cannot stand in a framework layer", 0), 0U) << found.front();
}

TEST_F(Layers, AScenarioOfLayersIsAScenario) {
  write("f.yaml", "schema: 1\nlayer: framework\nname: F\nframework: {discretion: 0.4}\n");
  write("c.yaml", "schema: 1\nlayer: context\nname: C\ncontext: {voice: 2}\n");
  const Scenario scenario = load_scenario(write_scenario("s.yaml", "extends: [f.yaml, c.yaml]\n"));
  EXPECT_EQ(scenario.name, "s");
  EXPECT_EQ(scenario.framework.discretion, 0.4);
  EXPECT_EQ(scenario.context.voice, 2.0);
  EXPECT_EQ(scenario.resolved_text.find("layer"), std::string::npos);
}

TEST_F(Layers, LayersLieOverAScenarioInTheirOrderAndSettingsOnTop) {
  const auto base = write_scenario("s.yaml", "name: Base\nframework: {discretion: 0.1, sponsorship: 0.4}\n");
  const auto f =
      write("f.yaml", "schema: 1\nlayer: framework\nname: F\ndescription: Of F.\nframework: {discretion: 0.3}\n");
  const auto g = write("g.yaml", "schema: 1\nlayer: framework\nframework: {discretion: 0.5, hold_harmless: 0.5}\n");
  const Scenario scenario = load_scenario(base, {{"framework.hold_harmless", "0.9"}}, {f, g});
  EXPECT_EQ(scenario.name, "F + g");
  EXPECT_EQ(scenario.description, "Of F.");
  EXPECT_EQ(scenario.framework.discretion, 0.5);
  EXPECT_EQ(scenario.framework.sponsorship, 0.4);
  EXPECT_EQ(scenario.framework.hold_harmless, 0.9);
}

TEST_F(Layers, ALayerAloneDoesNotRunAndAScenarioIsNoLayer) {
  const auto base = write_scenario("s.yaml", "");
  const auto f = write("f.yaml", "schema: 1\nlayer: framework\nframework: {discretion: 0.3}\n");
  EXPECT_NE(what_of([&] { return load_scenario(f); }).find("is a framework layer, no scenario of its own: lay it over"),
            std::string::npos);
  EXPECT_NE(what_of([&] { return load_scenario(base, {}, {base}); }).find("is no layer"), std::string::npos);
  EXPECT_NE(what_of([&] {
              return load_scenario(base, {{"layer", "context"}});
            }).find("can only be written in a file"),
            std::string::npos);
}

}  // namespace
}  // namespace districtsim
