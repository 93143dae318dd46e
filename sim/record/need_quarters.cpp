#include "sim/record/need_quarters.hpp"

#include <algorithm>
#include <utility>

#include "sim/district/need_bands.hpp"

namespace districtsim {

namespace {

/// What a measure divides by what.
std::pair<Yearly, Yearly> parts_of(NeedMeasure measure) {
  switch (measure) {
    case NeedMeasure::novice_share:
      return {Yearly::novices, Yearly::teachers};
    case NeedMeasure::coach_hours_per_teacher:
      return {Yearly::year_coach_hours, Yearly::teachers};
    case NeedMeasure::spending_per_student:
      return {Yearly::allocation, Yearly::students};
    case NeedMeasure::substitute_share:
      break;
  }
  return {Yearly::substitutes, Yearly::teachers};
}

}  // namespace

std::vector<GradeSpan> grade_spans(const std::vector<SchoolProfile>& schools) {
  const std::vector<std::uint8_t> bands = need_bands(schools);
  std::vector<GradeSpan> spans;
  for (const SchoolLevel level : {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high}) {
    GradeSpan span;
    for (std::size_t school = 0; school < schools.size(); ++school) {
      if (schools[school].level != level) continue;
      span.students += schools[school].enrolment();
      span.schools[bands[school]].push_back(school);
    }
    if (span.schools[1].empty()) span.schools[1] = span.schools[0];  // halves
    if (span.schools[2].empty()) span.schools[2] = span.schools[3];
    const auto empty = [](const auto& quarter) { return quarter.empty(); };
    if (std::none_of(span.schools.begin(), span.schools.end(), empty)) spans.push_back(span);
  }
  return spans;
}

double need_value(const YearRecord& record, const std::vector<GradeSpan>& spans, NeedMeasure measure,
                  std::size_t quarter) {
  const auto [part, whole] = parts_of(measure);
  const double* parts = record.yearly_of(part);
  const double* wholes = record.yearly_of(whole);
  return quarter_ratio(
      spans, quarter, [parts](std::size_t school) { return parts[school]; },
      [wholes](std::size_t school) { return wholes[school]; });
}

std::vector<double> need_values(const YearRecord& record, const std::vector<GradeSpan>& spans) {
  std::vector<double> values;
  for (std::size_t measure = 0; measure < need_measures.size(); ++measure) {
    for (std::size_t quarter = 0; quarter < need_quarter_count; ++quarter) {
      values.push_back(need_value(record, spans, static_cast<NeedMeasure>(measure), quarter));
    }
  }
  return values;
}

}  // namespace districtsim
