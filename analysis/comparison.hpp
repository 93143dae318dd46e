#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/district_years.hpp"
#include "analysis/headlines.hpp"
#include "analysis/paired.hpp"
#include "analysis/regret.hpp"
#include "analysis/winners.hpp"

namespace districtsim {

/// What the board took back in the runs of one alternative, and who pushed.
struct RollBacks {
  std::size_t runs = 0;              ///< in which it took anything back
  double first_year = 0.0;           ///< of these, median
  double posts = 0.0;                ///< of these, mean over all years
  double dollars = 0.0;              ///< the same, a year and apart from posts
  std::vector<std::size_t> loudest;  ///< at most three schools of most push-back over all runs and years
};

/// One alternative against the baseline.
struct AlternativeResult {
  std::string name;  ///< unlike the other alternatives'
  std::string description;
  std::vector<std::string> structure;  ///< how its arrangement differs from the baseline's, one phrase each
  MovedPosts moved;
  std::vector<std::vector<PairedDifference>> years;  ///< [year from 0][measure]
  bool changed_nothing = false;                      ///< no measure of any year of any replicate differs
  RollBacks rolled_back;
  std::string why_nothing;                ///< a likely reason, one sentence; empty unless changed_nothing
  std::vector<HeadlineReading> readings;  ///< [measure], of the last year
  WinnersAndLosers winners;               ///< of the last year

  [[nodiscard]] const PairedDifference& at_end(std::size_t measure) const { return years.back()[measure]; }
};

/// All alternatives against one baseline.
struct Comparison {
  std::string baseline;
  std::string district;
  std::vector<std::string> schools;  ///< names
  std::vector<std::string> school_ids;
  std::vector<std::uint8_t> need_bands;  ///< by school, fixed at the baseline
  std::vector<std::string> district_notes;
  int years = 0;
  std::size_t replicates = 0;
  std::vector<AlternativeResult> alternatives;
  std::vector<std::string> scenarios;  ///< names, the baseline first
  std::vector<GroupRegret> regrets;    ///< by scenario and group
  std::vector<Robustness> robustness;  ///< by alternative and measure
};

/// Pairs every alternative with the baseline, in every year and measure. All years of all runs must be there.
[[nodiscard]] Comparison compare_years(const DistrictYears& district_years, const PrecisionAsked& asked = {});

}  // namespace districtsim
