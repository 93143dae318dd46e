#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace districtsim {

/// What a row of a sweep gave: the stored values of arm a and replicate r are run a * replicates + r.
struct SweepRow {
  std::size_t row = 0;
  std::vector<std::vector<double>> runs;  ///< NaN for each value of a run that failed
  std::vector<bool> failed;               ///< by run

  [[nodiscard]] std::vector<std::span<const double>> spans() const { return {runs.begin(), runs.end()}; }
};

}  // namespace districtsim
