#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/measures.hpp"
#include "analysis/paired.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

/// A made-up district with a wide range of need, as scenarios are by default.
inline Scenario made_up_district(int teachers, int years) {
  SyntheticPlan plan;
  plan.teachers = teachers;
  Scenario scenario;
  scenario.name = "made up";
  scenario.district = synthetic_profile(plan);
  scenario.parameters = default_parameters();
  scenario.calendar.years = years;
  return scenario;
}

/// A scenario that is shipped, by its path below scenarios/, with settings as of `--set`.
inline Scenario shipped_scenario(const std::string& path, const std::vector<std::string>& settings = {}) {
  std::vector<Override> overrides;
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    overrides.push_back({setting.substr(0, equals), setting.substr(equals + 1)});
  }
  return load_scenario(std::string(DISTRICTSIM_SOURCE_DIR) + "/scenarios/" + path, overrides);
}

/// Calls `look(replicate, record)` for every year of an ensemble, one run after the other, with parameters held.
inline void watch_ensemble(const Scenario& scenario, std::uint64_t seed, int replicates,
                           const std::function<void(std::size_t, const YearRecord&)>& look) {
  for (int replicate = 0; replicate < replicates; ++replicate) {
    const auto number = static_cast<std::uint32_t>(replicate);
    const Conditions conditions = conditions_of(scenario, seed, number, ParameterUse::held);
    simulate(conditions, [&](const YearRecord& record) { look(number, record); });
  }
}

/// One ensemble: how many replicates from which seed. Parameters are held at their values.
struct Ensemble {
  std::uint64_t seed = 1;
  int replicates = 1;
};

/// A district measure in the last year, by scenario and replicate; replicates of equal number share their luck.
inline std::vector<std::vector<double>> last_years(const std::vector<const Scenario*>& scenarios,
                                                   const Ensemble& ensemble, const std::string& measure) {
  std::vector<std::vector<double>> values(scenarios.size(),
                                          std::vector<double>(static_cast<std::size_t>(ensemble.replicates)));
  std::vector<DistrictFacts> facts;
  for (const Scenario* scenario : scenarios) facts.push_back(facts_of(scenario->district));
  RunPlan plan;
  plan.seed = ensemble.seed;
  plan.replicates = ensemble.replicates;
  plan.parameters = ParameterUse::held;
  run_replicates(scenarios, plan, [&](RunPlace place, const YearRecord& record) {
    if (record.year != scenarios[place.scenario]->calendar.years) return;
    values[place.scenario][place.replicate] = measure_year(record, facts[place.scenario])[measure_row(measure)];
  });
  return values;
}

/// Paired difference of a measure in the last year, alternative less baseline.
inline PairedDifference last_year_difference(const Scenario& baseline, const Scenario& alternative,
                                             const Ensemble& ensemble, const std::string& measure) {
  const auto values = last_years({&baseline, &alternative}, ensemble, measure);
  Resamples resamples(static_cast<std::size_t>(ensemble.replicates));
  return paired_difference(values[0], values[1], resamples);
}

}  // namespace districtsim
