#include "sim/scenario/scenario_variants.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "sim/core/failure.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using Settings = std::vector<Override>;
using ScenarioVariantsTest = ScenarioFolder;

const std::string hoover = std::string(DISTRICTSIM_SOURCE_DIR) + "/scenarios/hoover/";

/// What one of two ways to a scenario says where it refuses.
template <class Load>
std::string refusal_of(const Load& load) {
  try {
    static_cast<void>(load());
  } catch (const Failure& failure) {
    return std::to_string(static_cast<int>(failure.code())) + " " + failure.what();
  }
  return "";
}

void expect_same(const Scenario& found, const Scenario& loaded, const std::string& of) {
  EXPECT_EQ(found.resolved_text, loaded.resolved_text) << of;
  EXPECT_EQ(found.name, loaded.name) << of;
  EXPECT_EQ(found.description, loaded.description);
  EXPECT_EQ(found.district, loaded.district) << of;
  EXPECT_EQ(found.enrolment, loaded.enrolment) << of;
  EXPECT_EQ(found.calendar.years, loaded.calendar.years) << of;
  EXPECT_EQ(found.calendar.assessment_interval, loaded.calendar.assessment_interval) << of;
  EXPECT_EQ(found.framework.discretion, loaded.framework.discretion) << of;
  EXPECT_EQ(found.framework.salaries, loaded.framework.salaries) << of;
  EXPECT_EQ(found.framework.schools_per_director, loaded.framework.schools_per_director) << of;
  EXPECT_EQ(found.support.inquiry_weeks, loaded.support.inquiry_weeks) << of;
  EXPECT_EQ(found.support.partner.has_value(), loaded.support.partner.has_value()) << of;
  EXPECT_EQ(found.agenda.focus, loaded.agenda.focus) << of;
  EXPECT_EQ(found.start.expectations, loaded.start.expectations) << of;
  EXPECT_EQ(found.parameters_set, loaded.parameters_set) << of;
  EXPECT_EQ(std::memcmp(&found.parameters, &loaded.parameters, sizeof(Parameters)), 0) << of;
  EXPECT_EQ(found.input_hash, loaded.input_hash) << of;
  ASSERT_EQ(found.reallocations.size(), loaded.reallocations.size()) << of;
  for (std::size_t row = 0; row < loaded.reallocations.size(); ++row) {
    EXPECT_EQ(found.reallocations[row].amount, loaded.reallocations[row].amount) << of;
    EXPECT_EQ(found.reallocations[row].place, loaded.reallocations[row].place) << of;
  }
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    const auto mechanism = static_cast<Mechanism>(i);
    EXPECT_EQ(found.mechanisms.on(mechanism), loaded.mechanisms.on(mechanism)) << of << name_of(mechanism);
  }
}

TEST_F(ScenarioVariantsTest, AreWhatLoadingWouldGiveAndRefuseInItsWords) {
  const std::string base = hoover + "coaches_to_need.yaml";
  const Settings common = {{"record.agents", "none"}, {"parameters.skill.half_gap", "1.1"}};
  const std::vector<std::filesystem::path> layers = {hoover + "../contexts/growth.yaml"};
  const ScenarioVariants variants(base, layers, common);
  expect_same(variants.base(), load_scenario(base, common, layers), "nothing");
  const std::vector<Settings> all = {
      {},
      {{"parameters.coaching.contact_hours", "1.5"}, {"parameters.skill.half_gap", "1.25"}},
      {{"parameters.uptake.trust", "1e0"}, {"mechanisms.coaching", "off"}, {"mechanisms.strain", "true"}},
      {{"framework.discretion", "0.3"}, {"framework.discretion", "0.4"}},
      {{"framework.schools_per_director", "6"}, {"support.inquiry_weeks", "3"}, {"framework.salaries", "actual"}},
      {{"agenda.focus.pedagogy", "3"}, {"start.expectations", "0.6"}, {"context.labor_market.pay", "0.9"}},
      {{"reallocations.0.amount", "3"}, {"reallocations.2.to.need", "highest_half"}},
      {{"events.0.enrolment_change", "0.03"}, {"calendar.years", "4"}},
      {{"support.partner.hours", "2"}},
      {{"support.partner", "{hours: 2}"}, {"agenda.pathways", "[assessment]"}},
      {{"district.enrolment", "cohorts"}},
      {{"district.synthetic.teachers", "300"}},
      {{"name", "Another"}, {"description", "A few words: with signs"}},
      {{"parameters", "{coaching: {contact_hours: 2}}"}},
      // refused
      {{"parameters.coaching.contact_hours", "99"}},
      {{"parameters.coaching.contact_hour", "1"}},
      {{"parameters.coaching", "1"}},
      {{"parameters.skill.half_gap", "null"}},
      {{"parameters", ""}},
      {{"framework.discretion", "1.4"}, {"framework.salaries", "real"}},
      {{"framework.discretoin", "1"}, {"", "1"}, {"extends", "x.yaml"}},
      {{"mechanisms.coaching", "no"}, {"mechanisms.teaching", "off"}},
      {{"calendar.assessment_interval", "40"}},
      {{"calendar.assessment_interval", "12"}, {"support.inquiry_weeks", "13"}},
      {{"reallocations.0.amount", "1.5"}},
      {{"reallocations.9.amount", "1"}},
      {{"reallocations.0", "1"}},
      {{"reallocations.0.from.names.0", "x"}},
      {{"reallocations.0.from.names", "[Nowhere]"}},
      {{"reallocations.1.from.need", "highest"}},
      {{"events.0.revenue_change", "0.1"}},
      {{"framework.teacher_leader_roles.0", "mentor"}},
      {{"framework.teacher_leader_roles", "[mentr]"}},
      {{"context.mandates.0.amount", "1"}},
      {{"support.partner.dimension", "climate"}},
      {{"district.file", "nowhere.yaml"}},
      {{"framework.new_dollars.pay", "0.7"}, {"framework.new_dollars.coaches", "0.7"}},
      {{"name", "["}},
  };
  for (const Settings& settings : all) {
    std::string of;
    for (const Override& setting : settings) of += setting.path + "=" + setting.value + " ";
    Settings together = common;
    together.insert(together.end(), settings.begin(), settings.end());
    const std::string refused = refusal_of([&] { return load_scenario(base, together, layers); });
    EXPECT_EQ(refusal_of([&] { return variants.with(settings); }), refused) << of;
    if (refused.empty()) expect_same(variants.with(settings), load_scenario(base, together, layers), of);
  }
}

TEST_F(ScenarioVariantsTest, EveryKeyOfOneValueAndEveryParameterCanBeSetAsIfLoaded) {
  const std::filesystem::path base = hoover + "principal_discretion.yaml";
  const ScenarioVariants variants(base);
  std::size_t tried = 0;
  const auto text = nlohmann::json::parse(variants.base().resolved_text);
  const nlohmann::json flat = text.flatten();
  for (const auto& [key, value] : flat.items()) {
    std::string path = key.substr(1);
    std::replace(path.begin(), path.end(), '/', '.');
    const bool list = std::any_of(path.begin(), path.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (list || path.rfind("district.source", 0) == 0 || path == "schema" || value.is_null()) continue;
    std::string word = value.is_string() ? value.get<std::string>() : value.dump();
    if (value.is_boolean()) word = value.get<bool>() ? "off" : "on";
    if (path == "description") continue;
    ++tried;
    const Settings settings = {{path, word}};
    EXPECT_EQ(variants.with(settings).resolved_text, load_scenario(base, settings).resolved_text) << path;
  }
  EXPECT_GT(tried, 100U);
  for (std::size_t i = 0; i < parameter_records().size(); i += 7) {
    const ParameterRecord& record = parameter_records()[i];
    const Settings settings = {{"parameters." + record.name, nlohmann::json(record.high).dump()}};
    const Scenario loaded = load_scenario(base, settings);
    const Scenario found = variants.with(settings);
    EXPECT_EQ(found.resolved_text, loaded.resolved_text);
    EXPECT_EQ(std::memcmp(&found.parameters, &loaded.parameters, sizeof(Parameters)), 0) << record.name;
  }
}

TEST_F(ScenarioVariantsTest, AreMadeByManyThreadsAtOnce) {
  const auto path = write_scenario("s.yaml", "");
  const ScenarioVariants variants(path);
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        texts[t] = variants.with({{"framework.discretion", "0.3"}, {"parameters.uptake.trust", "1"}}).resolved_text;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const Scenario loaded = load_scenario(path, {{"framework.discretion", "0.3"}, {"parameters.uptake.trust", "1"}});
  for (const std::string& text : texts) EXPECT_EQ(text, loaded.resolved_text);
}

double milliseconds_of(const std::function<void()>& work, int times) {
  const auto before = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count() / times;
}

TEST_F(ScenarioVariantsTest, CostFarLessThanLoadingReleaseOnly) {
  const std::filesystem::path base = hoover + "coaches_to_need.yaml";
  const ScenarioVariants variants(base);
  const Settings parameters = {{"parameters.uptake.trust", "1"},
                               {"parameters.skill.half_gap", "1.1"},
                               {"parameters.coaching.contact_hours", "1.5"},
                               {"mechanisms.coaching", "off"}};
  const Settings paths = {
      {"framework.discretion", "0.3"}, {"parameters.uptake.trust", "1"}, {"reallocations.0.amount", "1"}};
  const double load = milliseconds_of([&] { static_cast<void>(load_scenario(base, paths)); }, 10);
  const double of_parameters = milliseconds_of([&] { static_cast<void>(variants.with(parameters)); }, 300);
  const double of_paths = milliseconds_of([&] { static_cast<void>(variants.with(paths)); }, 300);
  RecordProperty("load_ms", std::to_string(load));
  RecordProperty("parameters_ms", std::to_string(of_parameters));
  RecordProperty("paths_ms", std::to_string(of_paths));
  EXPECT_LT(of_parameters, 0.1 * load) << load << " ms to load";
  EXPECT_LT(of_paths, 0.3 * load) << load << " ms to load";
}

}  // namespace
}  // namespace districtsim
