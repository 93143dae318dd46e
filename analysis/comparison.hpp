#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/measures.hpp"
#include "analysis/moved_posts.hpp"
#include "analysis/paired.hpp"
#include "sim/record/run_place.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// District measures of every year of every run, and coaching by school: all that a comparison keeps of its runs.
/// Scenario 0 is the baseline. `scenarios` must live as long as this.
class DistrictYears {
 public:
  DistrictYears(std::vector<const Scenario*> scenarios, std::size_t replicates);

  /// Takes one year of one run; from any thread, each year of each run once.
  void take(RunPlace place, const YearRecord& record);

  [[nodiscard]] const std::vector<const Scenario*>& scenarios() const { return scenarios_; }
  [[nodiscard]] std::size_t replicates() const { return replicates_; }
  [[nodiscard]] int years() const { return scenarios_.front()->calendar.years; }

  /// A measure's value, year from 1; NaN where there is none.
  [[nodiscard]] double value(RunPlace place, int year, std::size_t measure) const;
  [[nodiscard]] const SchoolCoaching& coaching(RunPlace place, int year) const;
  [[nodiscard]] const std::vector<float>& push_back(RunPlace place, int year) const;

 private:
  [[nodiscard]] std::size_t slot(RunPlace place, int year) const;

  std::vector<const Scenario*> scenarios_;
  std::size_t replicates_;
  DistrictFacts facts_;
  std::vector<std::vector<double>> measures_;  ///< by slot
  std::vector<SchoolCoaching> coaching_;       ///< by slot
  std::vector<std::vector<float>> push_back_;  ///< by slot and school
};

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
  std::string why_nothing;  ///< a likely reason, one sentence; empty unless changed_nothing

  [[nodiscard]] const PairedDifference& at_end(std::size_t measure) const { return years.back()[measure]; }
};

/// All alternatives against one baseline.
struct Comparison {
  std::string baseline;
  std::string district;
  std::vector<std::string> schools;  ///< names
  std::vector<std::string> district_notes;
  int years = 0;
  std::size_t replicates = 0;
  std::vector<AlternativeResult> alternatives;
};

/// Pairs every alternative with the baseline, in every year and measure. All years of all runs must be there.
[[nodiscard]] Comparison compare_years(const DistrictYears& district_years);

}  // namespace districtsim
