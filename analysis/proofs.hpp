#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "sim/record/run_place.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// What a comparison promises of itself, checked with real runs, and what the check found.
struct Proof {
  std::string name;     ///< "null", "placebo", "locality"
  std::string promise;  ///< one sentence for people
  bool passed = false;
  std::size_t replicates = 0;
  std::size_t values = 0;      ///< compared bit by bit
  std::size_t teachers = 0;    ///< compared one by one; only locality looks at them
  std::string first_mismatch;  ///< empty when passed
};

/// Runs replicates 0 to `replicates` of scenarios with the luck and parameters of the comparison; from any thread the
/// sink gets each year of each run.
using RunArms = std::function<void(const std::vector<const Scenario*>& scenarios, std::size_t replicates,
                                   const std::function<void(RunPlace, const YearRecord&)>& sink)>;

/// The baseline's years of the first replicates, as the comparison itself ran them.
class KeptYears {
 public:
  KeptYears(std::size_t replicates, int years);
  /// Keeps a year of the baseline if it is of the first replicates. From any thread.
  void take(std::size_t replicate, const YearRecord& record);
  [[nodiscard]] std::size_t replicates() const { return replicates_; }
  [[nodiscard]] const YearRecord& record(std::size_t replicate, int year) const;

 private:
  std::size_t replicates_;
  std::size_t years_;
  std::vector<YearRecord> records_;
};

/// The baseline with levers that touch nothing: a move of no posts and one of no dollars, a revenue change of 0, a
/// mechanism set to the state it has, another name, agents recorded or not.
[[nodiscard]] Scenario placebo_of(const Scenario& baseline);

/// Two one-year scenarios, without warm-up and without anything that links schools; the second has one teaching post
/// more in one school.
struct LocalityArms {
  Scenario before;
  Scenario after;
  std::size_t school = 0;  ///< row of the changed school
};
[[nodiscard]] LocalityArms locality_arms(const Scenario& baseline);

/// All three, in the order null, placebo, locality. `seen` are the baseline's years of the comparison.
[[nodiscard]] std::vector<Proof> prove(const Scenario& baseline, const KeptYears& seen, const RunArms& run);

/// Simulated years that prove() takes, over all its runs, warm-up included: for progress.
[[nodiscard]] std::size_t years_of_proofs(const Scenario& baseline, std::size_t replicates);

/// Failure(run_time_failure) that names each proof that did not pass and where.
void require_all(const std::vector<Proof>& proofs);

}  // namespace districtsim
