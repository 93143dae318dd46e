#include "analysis/winners.hpp"

#include <cmath>
#include <limits>

namespace districtsim {

namespace {

/// Value of a replicate in a scenario.
template <class Value>
Fate fate_of(std::size_t replicates, std::size_t scenario, const Value& value) {
  Fate fate;
  double sum = 0.0;
  std::size_t worse = 0;
  std::size_t better = 0;
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    const double change = value(RunPlace{scenario, replicate}) - value(RunPlace{0, replicate});
    if (std::isnan(change)) continue;
    ++fate.pairs;
    sum += change;
    if (change < 0.0) ++worse;
    if (change > 0.0) ++better;
  }
  const auto share = [&](double of) {
    return fate.pairs > 0 ? of / static_cast<double>(fate.pairs) : std::numeric_limits<double>::quiet_NaN();
  };
  fate.worse = share(static_cast<double>(worse));
  fate.better = share(static_cast<double>(better));
  fate.difference = share(sum);
  return fate;
}

}  // namespace

WinnersAndLosers winners_and_losers(const DistrictYears& runs, std::size_t scenario) {
  WinnersAndLosers result;
  const std::size_t schools = runs.scenarios().front()->district.schools.size();
  for (std::size_t outcome = 0; outcome < school_outcomes.size(); ++outcome) {
    for (std::size_t school = 0; school < schools; ++school) {
      result.schools[outcome].push_back(
          fate_of(runs.replicates(), scenario, [&](RunPlace place) { return runs.schools(place)[outcome][school]; }));
    }
    for (std::size_t group = 0; group < fixed_groups.size(); ++group) {
      result.groups[outcome].push_back(fate_of(runs.replicates(), scenario, [&](RunPlace place) {
        return group_value(runs, place, static_cast<SchoolOutcome>(outcome), group);
      }));
    }
  }
  return result;
}

FateCounts count_fates(const std::vector<Fate>& fates) {
  FateCounts counts;
  for (const Fate& fate : fates) {
    if (fate.pairs == 0) continue;
    ++counts.known;
    if (fate.worse >= nearly_always) ++counts.worse;
    if (fate.better >= nearly_always) ++counts.better;
  }
  return counts;
}

}  // namespace districtsim
