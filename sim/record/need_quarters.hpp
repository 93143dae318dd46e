#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

#include "sim/record/year_record.hpp"
#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// Schools of one grade span (elementary, middle, high) by quarter of need at the start, lowest first. In a span with
/// fewer than 8 schools the lower half stands for both lower quarters and the upper half for both upper ones.
struct GradeSpan {
  double students = 0.0;  ///< of all its schools, at the start
  std::array<std::vector<std::size_t>, need_quarter_count> schools;
};

/// The grade spans that have schools in every quarter.
[[nodiscard]] std::vector<GradeSpan> grade_spans(const std::vector<SchoolProfile>& schools);

/// Sum of `part` over that of `whole` in the schools of a quarter: for each grade span apart, then over the spans by
/// their students at the start, so that quarters are compared like with like. NaN where there is nothing.
template <class Part, class Whole>
double quarter_ratio(const std::vector<GradeSpan>& spans, std::size_t quarter, const Part& part, const Whole& whole) {
  double sum = 0.0;
  double students = 0.0;
  for (const GradeSpan& span : spans) {
    double part_sum = 0.0;
    double whole_sum = 0.0;
    for (const std::size_t school : span.schools[quarter]) {
      part_sum += part(school);
      whole_sum += whole(school);
    }
    if (whole_sum <= 0.0) continue;
    sum += span.students * part_sum / whole_sum;
    students += span.students;
  }
  return students > 0.0 ? sum / students : std::numeric_limits<double>::quiet_NaN();
}

/// A measure of a year in a quarter of need.
[[nodiscard]] double need_value(const YearRecord& record, const std::vector<GradeSpan>& spans, NeedMeasure measure,
                                std::size_t quarter);

/// Every measure of every quarter, the way YearRecord keeps them.
[[nodiscard]] std::vector<double> need_values(const YearRecord& record, const std::vector<GradeSpan>& spans);

}  // namespace districtsim
