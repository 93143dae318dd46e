#pragma once

#include <cstddef>
#include <vector>

#include "analysis/district_years.hpp"
#include "analysis/paired.hpp"

namespace districtsim {

/// What a group misses under a scenario: in each replicate, the outcome under the scenario that is best for the group
/// in that replicate minus the outcome under this one (regret of Savage 1951), averaged over replicates. 0 or more.
struct GroupRegret {
  SchoolOutcome outcome = SchoolOutcome::achievement;
  std::size_t scenario = 0;  ///< 0 is the baseline
  std::size_t group = 0;     ///< row of fixed_groups
  std::size_t replicates = 0;
  double regret = 0.0;      ///< mean; NaN without a value in every scenario
  Range precision;          ///< 95 % t interval of the mean; NaN below 2 replicates
  double share_best = 0.0;  ///< of replicates in which no scenario is better for the group
};

/// Of achievement and practice in the last year, for every scenario and group, in this order.
[[nodiscard]] std::vector<GroupRegret> group_regrets(const DistrictYears& runs);

/// In how many of the sampled states of the world - a replicate's luck and its draw of every uncertain parameter - an
/// alternative is strictly better, by a headline measure of the last year for which better is beyond dispute.
struct Robustness {
  std::size_t alternative = 0;  ///< from 0
  std::size_t measure = 0;
  std::size_t replicates = 0;
  double beats_baseline = 0.0;  ///< share; NaN without replicates
  double beats_all = 0.0;       ///< share in which it beats the baseline and every other alternative
};
[[nodiscard]] std::vector<Robustness> robustness_of(const DistrictYears& runs);

}  // namespace districtsim
