#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design_table.hpp"
#include "analysis/sweep_inputs.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {

/// How the rows of an experiment come about.
enum class SamplingPlan : std::uint8_t { sobol, morris, lhs, grid, one_at_a_time, list };

/// One input that varies: numbers by a distribution, or levels.
struct ExperimentInput {
  std::string name;                      ///< dotted path of a scenario, or name of a parameter
  Distribution distribution = {};        ///< where levels is empty
  std::vector<std::string> levels = {};  ///< as they are written
  bool whole = false;                    ///< numbers are whole: the base's key takes no other
  std::optional<double> base = {};       ///< its value in the base (or the number of its level), for one_at_a_time

  /// What the input is at a point of the unit interval: a number, or the number of a level from 0.
  [[nodiscard]] double value_at(double u) const;
  /// How many values it can have; 0 for numbers that are not whole.
  [[nodiscard]] std::size_t values() const;
  /// Path of the setting that puts a value into a scenario: "framework.discretion", "parameters.coaching.gain_rate".
  [[nodiscard]] std::string path() const;
  /// How it is written in tables and settings.
  [[nodiscard]] std::string text_of(double value) const;
};

/// Inputs that take one coordinate of the design together.
struct ExperimentFactor {
  std::string name;
  std::vector<std::size_t> inputs;
};

/// A design file, read and checked.
struct ExperimentDesign {
  std::string name;
  SamplingPlan plan = SamplingPlan::sobol;
  std::size_t samples = 64;
  int levels = 4;
  bool second_order = true;
  std::uint64_t seed = 1;
  std::vector<ExperimentInput> inputs;
  std::vector<ExperimentFactor> factors;  ///< every input is in one; `inert` has none
  DesignTable listed;                     ///< rows of a list
  SweepInputs sweep;

  /// Rows of a block of a sobol design or of a trajectory of a morris design; 1 for all others.
  [[nodiscard]] std::size_t rows_of_block() const;
};

/// Reads a design file. Throws Failure(invalid_scenario) with every error, each with file, line and column; and
/// Failure(bad_input_data) for errors in the table of a list.
[[nodiscard]] ExperimentDesign read_experiment_design(const std::filesystem::path& path);

/// How many values a factor takes in a grid: all its levels or whole numbers, or as many as `samples`.
[[nodiscard]] std::size_t grid_values(const ExperimentDesign& design, const ExperimentFactor& factor);

/// The rows of the design: a column for each input, and one named inert where the design has it. Levels are numbers
/// from 0. The rows of a sobol design of 2N blocks begin with those of N.
[[nodiscard]] DesignTable design_rows(const ExperimentDesign& design);

/// The rows as a CSV table, levels as they are written.
[[nodiscard]] std::string design_csv(const ExperimentDesign& design, const DesignTable& rows);

}  // namespace districtsim
