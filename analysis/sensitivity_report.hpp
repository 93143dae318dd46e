#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design_table.hpp"
#include "analysis/elementary_effects.hpp"
#include "analysis/rank_regression.hpp"
#include "analysis/single_changes.hpp"
#include "analysis/sobol_indices.hpp"

namespace districtsim {

/// Which kind of design the rows make.
enum class DesignKind : std::uint8_t { saltelli, morris, sample, one_at_a_time };

/// Sensitivity of one measure; only the member of the design's kind is filled.
struct MeasureSensitivity {
  std::string measure;
  SobolIndices sobol;
  std::vector<ElementaryEffects> morris;
  SampleAssociations sample;
  std::vector<std::vector<SingleChange>> changes;
  /// Of the kind's main index (ST, mu*, |PRCC|): what an inert input reaches by chance; nothing where that is not
  /// known.
  std::optional<double> chance;
  std::optional<double> chance_of_first;  ///< the same of S1
  std::optional<double> chance_of_pairs;  ///< the same of S2
  /// By parameter, of ST or mu*: what luck does that the parameter stirs up, from replicates; empty where that is not
  /// known.
  std::vector<double> luck;
};

/// Sensitivity of every measure to every input, and what chance alone can do.
struct SensitivityReport {
  DesignKind kind = DesignKind::sample;
  std::vector<std::string> parameters;           ///< inputs, or groups of them as "a+b"
  std::vector<std::vector<std::string>> levels;  ///< of each parameter, if its values are words
  std::optional<std::size_t> inert;              ///< the parameter that can have no effect, if there is one
  std::vector<MeasureSensitivity> measures;
};

/// Whether the rows are every combination of the values of their columns, once each.
[[nodiscard]] bool is_full_grid(const DesignTable& design);

/// Recognises the design, unless its kind is known, and computes its indices. Throws Failure(bad_input_data) where they
/// cannot be had: no input varies, or fewer rows than a regression needs. `replicates` are tables like `results`, whose
/// means these are; with two or more, what luck does is known too.
[[nodiscard]] SensitivityReport sensitivity_report(const DesignTable& design, const DesignTable& results,
                                                   std::size_t resamples, std::uint64_t seed,
                                                   std::optional<DesignKind> known = {},
                                                   const std::vector<DesignTable>& replicates = {});

/// What a parameter is ranked by: ST, mu*, |PRCC|, or the largest difference that it makes.
[[nodiscard]] double main_index(const SensitivityReport& report, const MeasureSensitivity& measure,
                                std::size_t parameter);
/// Parameters above the line of chance and beyond luck that they stir up, the largest first, then the others by size.
struct Ranking {
  std::vector<std::size_t> order;
  std::size_t ranked = 0;  ///< how many of them are above chance
};
[[nodiscard]] Ranking ranking(const SensitivityReport& report, const MeasureSensitivity& measure);

/// As a table for people: inputs above the line of chance by size, then the others without a rank.
[[nodiscard]] std::string sensitivity_text(const SensitivityReport& report);

/// As one JSON object: for each measure a list of objects by parameter, `inert` among them where the design has it, and
/// last `chance`, null where it is not known.
[[nodiscard]] std::string sensitivity_json(const SensitivityReport& report);

}  // namespace districtsim
