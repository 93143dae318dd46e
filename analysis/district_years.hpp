#pragma once

#include <cstddef>
#include <vector>

#include "analysis/measures.hpp"
#include "analysis/moved_posts.hpp"
#include "analysis/school_outcomes.hpp"
#include "sim/record/run_place.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// District measures of every year of every run, coaching by school and outcomes of schools in the last year: all that
/// a comparison keeps of its runs.
/// Scenario 0 is the baseline. `scenarios` must live as long as this.
class DistrictYears {
 public:
  DistrictYears(std::vector<const Scenario*> scenarios, std::size_t replicates);

  /// Room for more replicates, numbered on from those there are. Not while take() is under way.
  void extend(std::size_t more);

  /// Takes one year of one run; from any thread, each year of each run once.
  void take(RunPlace place, const YearRecord& record);

  [[nodiscard]] const std::vector<const Scenario*>& scenarios() const { return scenarios_; }
  [[nodiscard]] std::size_t replicates() const { return replicates_; }
  [[nodiscard]] int years() const { return scenarios_.front()->calendar.years; }

  /// A measure's value, year from 1; NaN where there is none.
  [[nodiscard]] double value(RunPlace place, int year, std::size_t measure) const;
  [[nodiscard]] const SchoolCoaching& coaching(RunPlace place, int year) const;
  [[nodiscard]] const std::vector<float>& push_back(RunPlace place, int year) const;
  /// Outcomes of schools in the last year.
  [[nodiscard]] const SchoolValues& schools(RunPlace place) const;
  /// Need of schools, fixed at the baseline.
  [[nodiscard]] const DistrictFacts& facts() const { return facts_; }

 private:
  [[nodiscard]] std::size_t run_of(RunPlace place) const;
  [[nodiscard]] std::size_t slot(RunPlace place, int year) const;

  std::vector<const Scenario*> scenarios_;
  std::size_t replicates_ = 0;
  DistrictFacts facts_;
  std::vector<std::vector<double>> measures_;  ///< by slot
  std::vector<SchoolCoaching> coaching_;       ///< by slot
  std::vector<std::vector<float>> push_back_;  ///< by slot and school
  std::vector<SchoolValues> schools_;          ///< by run
};

}  // namespace districtsim
