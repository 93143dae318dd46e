#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design_table.hpp"
#include "analysis/sensitivity_report.hpp"
#include "sim/cli/console.hpp"

namespace districtsim {

/// What a sensitivity analysis takes: inputs and measures, one row for each run of them.
struct InputsAndResults {
  DesignTable design;
  DesignTable results;
  std::optional<DesignKind> kind = {};       ///< where it is known
  std::vector<DesignTable> replicates = {};  ///< like results; none where there is one replicate or they are not known
};

/// Those of a sweep's folder: its factors and the headlines of its results.csv, or the measures asked for. Throws
/// Failure(partial_sweep) with the rows that are missing or failed, Failure(bad_input_data) for a measure without a
/// value in some row; such measures that nobody asked for are left out with a warning.
[[nodiscard]] InputsAndResults sweep_inputs_and_results(const std::filesystem::path& folder,
                                                        const std::vector<std::string>& measures,
                                                        const Console& console);

}  // namespace districtsim
