#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design_table.hpp"
#include "analysis/elementary_effects.hpp"
#include "analysis/rank_regression.hpp"
#include "analysis/sobol_indices.hpp"

namespace districtsim {

/// Which kind of design the rows make.
enum class DesignKind : std::uint8_t { saltelli, morris, sample };

/// Sensitivity of one measure; only the member of the design's kind is filled.
struct MeasureSensitivity {
  std::string measure;
  SobolIndices sobol;
  std::vector<ElementaryEffects> morris;
  SampleAssociations sample;
  double chance = 0.0;  ///< of the kind's main index (ST, mu*, |PRCC|): what an inert input reaches by chance
};

/// Sensitivity of every measure to every input, and what chance alone can do.
struct SensitivityReport {
  DesignKind kind = DesignKind::sample;
  std::vector<std::string> parameters;  ///< inputs, or groups of them as "a+b"
  std::optional<std::size_t> inert;     ///< the parameter that can have no effect, if there is one
  std::vector<MeasureSensitivity> measures;
};

/// Recognises the design and computes its indices. Throws Failure(bad_input_data) where they cannot be had: no input
/// varies, or fewer rows than a regression needs.
[[nodiscard]] SensitivityReport sensitivity_report(const DesignTable& design, const DesignTable& results,
                                                   std::size_t resamples, std::uint64_t seed);

/// As a table for people: inputs above the line of chance by size, then the others without a rank.
[[nodiscard]] std::string sensitivity_text(const SensitivityReport& report);

/// As one JSON object: for each measure a list of objects by parameter, `inert` among them where the design has it, and
/// last `chance`.
[[nodiscard]] std::string sensitivity_json(const SensitivityReport& report);

}  // namespace districtsim
