// Every scenario and layer of the folder scenarios/ is good, and every preset runs.

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {
namespace {

const std::filesystem::path shipped = std::filesystem::path(DISTRICTSIM_SOURCE_DIR) / "scenarios";

std::vector<std::filesystem::path> files_in(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(shipped / folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  return files;
}

std::size_t years_of(const Scenario& scenario) {
  std::size_t years = 0;
  simulate(conditions_of(scenario, 1, 0, ParameterUse::held), [&](const YearRecord&) { ++years; });
  return years;
}

TEST(ShippedScenarios, AreAllValid) {
  std::size_t checked = 0;
  for (const auto& folder : std::filesystem::directory_iterator(shipped)) {
    if (!folder.is_directory() || folder.path().filename() == "designs") continue;  // no scenarios
    for (const auto& file : files_in(folder.path().filename().string())) {
      EXPECT_EQ(scenario_errors(file), std::vector<std::string>{}) << file;
      ++checked;
    }
  }
  EXPECT_GE(checked, 30U);
}

TEST(ShippedScenarios, FrameworksAndContextsAreLayersThatLieOverABaseline) {
  for (const char* folder : {"frameworks", "contexts"}) {
    for (const auto& file : files_in(folder)) {
      EXPECT_EQ(layer_of(file) + "s", folder) << file;
      EXPECT_NO_THROW(static_cast<void>(load_scenario(shipped / "hoover/baseline.yaml", {}, {file}))) << file;
    }
  }
}

/// The arrangement of a scenario, as canonical JSON; a layer need not mention a partner or the
/// terms of a market that is not there.
nlohmann::json arrangement(const std::vector<std::filesystem::path>& layers) {
  nlohmann::json text =
      nlohmann::json::parse(load_scenario(shipped / "hoover/baseline.yaml", {}, layers).resolved_text);
  text["support"].erase("partner");
  for (const char* of_market : {"capacity", "price"}) text["framework"]["support_market"].erase(of_market);
  return {text["framework"], text["support"], text["agenda"], text["politics"]};
}

TEST(ShippedScenarios, AFrameworkKeepsNothingOfTheOneBelow) {
  for (const auto& file : files_in("frameworks")) {
    const auto other =
        shipped / (file.stem() == "portland" ? "frameworks/springfield.yaml" : "frameworks/portland.yaml");
    EXPECT_EQ(arrangement({file}), arrangement({other, file})) << file;
  }
}

TEST(ShippedScenarios, EveryPresetOfUsualSizeRunsAYear) {
  for (const auto& file : files_in("presets")) {
    const Scenario scenario = load_scenario(file, {{"calendar.years", "4"}, {"calendar.warm_up_years", "0"}});
    if (scenario.district.schools.size() > 50) continue;
    EXPECT_EQ(years_of(scenario), 4U) << file;
  }
}

TEST(ShippedScenariosReleaseOnly, EveryPresetRunsAndNewYorkTakesSeconds) {
  for (const auto& file : files_in("presets")) {
    const Scenario scenario = load_scenario(file);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(years_of(scenario), static_cast<std::size_t>(scenario.calendar.years)) << file;
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 60.0) << file;
  }
}

}  // namespace
}  // namespace districtsim
