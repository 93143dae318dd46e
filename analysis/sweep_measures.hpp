#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/sweep_plan.hpp"

namespace districtsim {

/// One number of a row of a sweep: a measure in a year, of the base, or of an alternative minus the base.
struct SweepHeadline {
  std::size_t measure = 0;  ///< row in district_measures()
  int year = 1;             ///< recorded year from 1
  std::size_t arm = 0;      ///< 0: the base's value; else that arm minus the base
  std::string column;       ///< "practice", "practice.year3", "practice.year3.coaches_to_need"
};

/// The measures of a design that names none, in the last year.
[[nodiscard]] std::span<const std::string_view> usual_headlines();

/// The headlines of a sweep: the chosen measures of the base, or their differences in each alternative. The year is
/// named where it is not the last, the alternative where there are several.
[[nodiscard]] std::vector<SweepHeadline> sweep_headlines(const SweepPlan& plan);

/// Place of a district measure in the stored values of a run, which has measure_year() of every year in order.
[[nodiscard]] std::size_t place_in_run(std::size_t measure, int year);

/// One row's headlines, means over its replicates; differences are of runs with the same luck. `runs` has the stored
/// values of arm a and replicate r at a * replicates + r. Replicates without a value do not count; NaN where none has.
[[nodiscard]] std::vector<double> row_headlines(const std::vector<SweepHeadline>& headlines, std::size_t replicates,
                                                const std::vector<std::span<const double>>& runs);

}  // namespace districtsim
