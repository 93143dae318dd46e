#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/record/need_quarters.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// What measures need to know of the district besides a year's record; fixed at the baseline, the same for all
/// scenarios of a comparison.
struct DistrictFacts {
  std::vector<std::uint8_t> need_band;      ///< by school, 0 lowest to 3 highest (sim/district/need_bands.hpp)
  std::vector<GradeSpan> spans_with_bands;  ///< those that have schools of low and of high need
};
[[nodiscard]] DistrictFacts facts_of(const DistrictProfile& district);

/// How people write a measure.
enum class NumberFormat : std::uint8_t { decimal, percent, whole, dollars };

/// Which way people want a measure to go, where that is beyond dispute.
enum class Better : std::int8_t { lower = -1, neither = 0, higher = 1 };

/// One number of the whole district and one year.
struct DistrictMeasure {
  std::string_view name;
  std::string_view unit;
  std::string_view long_name;
  Better better = Better::neither;
  NumberFormat format = NumberFormat::decimal;
  /// NaN where the district has nothing to measure. Null for coach_hours_giving and coach_hours_receiving, which also
  /// need the alternative: see analysis/moved_posts.hpp.
  double (*of)(const YearRecord& record, const DistrictFacts& facts) = nullptr;
};

/// All measures, in the order of every output.
[[nodiscard]] std::span<const DistrictMeasure> district_measures();

/// Row of a measure in district_measures().
[[nodiscard]] std::optional<std::size_t> measure_named(std::string_view name);
/// The same for a name that the program wrote itself; ContractViolation if there is none.
[[nodiscard]] std::size_t measure_row(std::string_view name);

/// Every measure of a year, NaN where there is none.
[[nodiscard]] std::vector<double> measure_year(const YearRecord& record, const DistrictFacts& facts);

}  // namespace districtsim
