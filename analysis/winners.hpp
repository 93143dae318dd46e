#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "analysis/district_years.hpp"
#include "analysis/fixed_groups.hpp"

namespace districtsim {

/// How often one school or group fares worse or better than in the baseline, over pairs of the same replicate.
struct Fate {
  std::size_t pairs = 0;
  double worse = 0.0;       ///< share of pairs with a lower value; NaN without pairs
  double better = 0.0;      ///< share with a higher one; what is left is exactly equal
  double difference = 0.0;  ///< mean
};

/// Share of replicates from which on a school counts as a winner or loser.
constexpr double nearly_always = 0.9;

/// Who wins and who loses by an alternative, in the last year, by outcome. Schools and groups are the baseline's.
struct WinnersAndLosers {
  std::array<std::vector<Fate>, school_outcomes.size()> schools;  ///< [outcome][school]
  std::array<std::vector<Fate>, school_outcomes.size()> groups;   ///< [outcome][row of fixed_groups]
};
[[nodiscard]] WinnersAndLosers winners_and_losers(const DistrictYears& runs, std::size_t scenario);

/// Counts of schools: those with a value, worse off in `nearly_always` of the pairs or more, and better off.
struct FateCounts {
  std::size_t known = 0;
  std::size_t worse = 0;
  std::size_t better = 0;
};
[[nodiscard]] FateCounts count_fates(const std::vector<Fate>& fates);

}  // namespace districtsim
