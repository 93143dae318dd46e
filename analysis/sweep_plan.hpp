#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/experiment_design.hpp"
#include "sim/scenario/scenario_variants.hpp"

namespace districtsim {

/// How large a sweep is.
struct SweepSize {
  std::size_t rows = 0;
  std::size_t arms = 0;
  std::size_t replicates = 0;
  std::size_t runs = 0;           ///< rows x arms x replicates; arms that a row leaves alike are run once
  std::size_t values_of_run = 0;  ///< stored numbers of each run: district measures of every recorded year
};

/// A design file turned into runs: each row sets its inputs in the base and in every alternative. Immutable, used from
/// any thread.
class SweepPlan {
 public:
  /// Throws Failure(invalid_scenario) with all errors of the design, its base and its alternatives, and for a design
  /// without a base.
  explicit SweepPlan(const std::filesystem::path& design_file);

  [[nodiscard]] const ExperimentDesign& design() const { return design_; }
  [[nodiscard]] const DesignTable& rows() const { return rows_; }
  /// The base (arm 0), then the alternatives.
  [[nodiscard]] std::size_t arms() const { return arms_.size(); }
  /// Name of an arm's file without its ending; a name that occurs twice gets a number.
  [[nodiscard]] const std::string& arm_name(std::size_t arm) const { return arm_names_[arm]; }
  /// The scenario of an arm before any row.
  [[nodiscard]] const Scenario& arm_base(std::size_t arm) const { return arms_[arm].base(); }
  [[nodiscard]] std::size_t replicates() const { return design_.sweep.replicates; }
  /// Recorded years of every run.
  [[nodiscard]] int years() const;
  [[nodiscard]] SweepSize size() const;

  /// Scenario of a row and arm. Throws Failure for a row that is infeasible: its values do not fit each other.
  [[nodiscard]] Scenario scenario(std::size_t row, std::size_t arm) const;
  /// What a row sets in an arm. An input below a row of a list (reallocations.0.amount) is set only in arms that have
  /// the row.
  [[nodiscard]] std::vector<Override> settings(std::size_t row, std::size_t arm) const;
  /// Number of the engine's replicate (luck). Rows that share luck have the same; see LuckSharing. Larger samples and
  /// more replicates leave it as it is.
  [[nodiscard]] std::uint32_t luck(std::size_t row, std::size_t replicate) const;
  [[nodiscard]] std::uint64_t seed() const { return design_.sweep.luck_seed; }
  /// Whether parameters that the scenario and the row leave alone are drawn with the luck, or held at their values.
  [[nodiscard]] bool parameters_drawn() const { return design_.sweep.parameters_drawn; }

 private:
  ExperimentDesign design_;
  DesignTable rows_;
  std::vector<std::string> arm_names_;
  std::vector<ScenarioVariants> arms_;
  std::vector<std::vector<bool>> takes_;  ///< by arm: whether it takes each input
};

}  // namespace districtsim
