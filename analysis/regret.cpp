#include "analysis/regret.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/fixed_groups.hpp"
#include "analysis/headlines.hpp"
#include "analysis/stopping_rule.hpp"

namespace districtsim {

namespace {

constexpr double missing_value = std::numeric_limits<double>::quiet_NaN();
constexpr double misses_of_regret = 0.05;

/// [replicate][scenario], only of replicates in which every scenario has a value.
template <class Value>
std::vector<std::vector<double>> states_of_the_world(const DistrictYears& runs, const Value& value) {
  std::vector<std::vector<double>> states;
  for (std::size_t replicate = 0; replicate < runs.replicates(); ++replicate) {
    std::vector<double> state;
    for (std::size_t scenario = 0; scenario < runs.scenarios().size(); ++scenario) {
      state.push_back(value(RunPlace{scenario, replicate}));
    }
    const bool known = std::none_of(state.begin(), state.end(), [](double one) { return std::isnan(one); });
    if (known) states.push_back(std::move(state));
  }
  return states;
}

GroupRegret regret_in(const std::vector<std::vector<double>>& states, std::size_t scenario) {
  GroupRegret result;
  result.scenario = scenario;
  result.replicates = states.size();
  result.regret = result.share_best = result.precision.low = result.precision.high = missing_value;
  if (states.empty()) return result;
  std::vector<double> regrets;
  double best = 0.0;
  for (const std::vector<double>& state : states) {
    regrets.push_back(*std::max_element(state.begin(), state.end()) - state[scenario]);
    if (regrets.back() == 0.0) best += 1.0;
  }
  const MeanVariance of = mean_variance(regrets);
  result.regret = of.mean;
  result.share_best = best / static_cast<double>(states.size());
  if (states.size() < 2) return result;
  const double half = half_width(of.variance, states.size(), misses_of_regret);
  result.precision = {of.mean - half, of.mean + half};
  return result;
}

Robustness robustness_in(const std::vector<std::vector<double>>& states, std::size_t alternative) {
  Robustness result;
  result.alternative = alternative;
  result.replicates = states.size();
  double baseline = 0.0;
  double all = 0.0;
  for (const std::vector<double>& state : states) {
    const double own = state[alternative + 1];
    if (own > state.front()) baseline += 1.0;
    if (std::count_if(state.begin(), state.end(), [&](double other) { return own > other; }) + 1 ==
        static_cast<std::ptrdiff_t>(state.size())) {
      all += 1.0;
    }
  }
  const auto count = static_cast<double>(states.size());
  result.beats_baseline = states.empty() ? missing_value : baseline / count;
  result.beats_all = states.empty() ? missing_value : all / count;
  return result;
}

}  // namespace

std::vector<GroupRegret> group_regrets(const DistrictYears& runs) {
  std::vector<GroupRegret> regrets;
  for (const SchoolOutcome outcome : {SchoolOutcome::achievement, SchoolOutcome::practice}) {
    std::vector<std::vector<std::vector<double>>> states;
    for (std::size_t group = 0; group < fixed_groups.size(); ++group) {
      states.push_back(
          states_of_the_world(runs, [&](RunPlace place) { return group_value(runs, place, outcome, group); }));
    }
    for (std::size_t scenario = 0; scenario < runs.scenarios().size(); ++scenario) {
      for (std::size_t group = 0; group < fixed_groups.size(); ++group) {
        regrets.push_back(regret_in(states[group], scenario));
        regrets.back().outcome = outcome;
        regrets.back().group = group;
      }
    }
  }
  return regrets;
}

std::vector<Robustness> robustness_of(const DistrictYears& runs) {
  std::vector<Robustness> all;
  for (std::size_t alternative = 0; alternative + 1 < runs.scenarios().size(); ++alternative) {
    for (const Headline& headline : headlines()) {
      const std::size_t measure = measure_row(headline.measure);
      const Better better = district_measures()[measure].better;
      if (better == Better::neither) continue;
      const double sign = better == Better::higher ? 1.0 : -1.0;
      const auto states =
          states_of_the_world(runs, [&](RunPlace place) { return sign * runs.value(place, runs.years(), measure); });
      all.push_back(robustness_in(states, alternative));
      all.back().measure = measure;
    }
  }
  return all;
}

}  // namespace districtsim
