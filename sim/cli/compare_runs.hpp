#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/headline_text.hpp"
#include "analysis/proofs.hpp"
#include "sim/cli/commands.hpp"
#include "sim/run/replicates.hpp"

namespace districtsim {

/// How many replicates a comparison takes: a fixed number, or rounds until the headlines are settled or a budget is
/// spent.
struct ReplicateBudget {
  bool until_settled = false;
  int replicates = 20;            ///< fixed, or those of the first round
  int most_replicates = 1000;     ///< of all rounds
  std::optional<double> seconds;  ///< of simulation; looked at between rounds
  PrecisionAsked precision;
};

/// A finished comparison and what it took.
struct CompareOutcome {
  Comparison comparison = {};
  std::vector<Proof> proofs = {};
  std::optional<Rounds> rounds = {};
  double seconds = 0.0;  ///< simulation, checks and output
};

/// Runs, proves, pairs and writes. `plan` says all of the runs but their number. Throws Cancelled when told to stop.
[[nodiscard]] CompareOutcome compare_to_file(const std::vector<const Scenario*>& scenarios, const std::string& output,
                                             const RunPlan& plan, const ReplicateBudget& budget, int threads,
                                             const Request& request);

}  // namespace districtsim
