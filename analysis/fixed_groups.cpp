#include "analysis/fixed_groups.hpp"

#include <cmath>
#include <limits>

namespace districtsim {

namespace {

constexpr std::size_t first_quarter = 3;  ///< row of the lowest quarter in fixed_groups

double quarter_value(const DistrictYears& runs, RunPlace place, SchoolOutcome outcome, std::size_t quarter) {
  const std::vector<double>& values = runs.schools(place)[static_cast<std::size_t>(outcome)];
  const std::vector<SchoolProfile>& schools = runs.scenarios().front()->district.schools;
  const auto weight = [&](std::size_t school) {
    return std::isnan(values[school]) ? 0.0 : schools[school].enrolment();
  };
  return quarter_ratio(
      runs.facts().spans_with_bands, quarter,
      [&](std::size_t school) { return std::isnan(values[school]) ? 0.0 : values[school] * weight(school); }, weight);
}

/// The district measure of a group that is no quarter; -1 where there is none.
const char* measure_of_group(SchoolOutcome outcome, std::size_t group) {
  constexpr std::size_t low_income = 1;
  if (outcome == SchoolOutcome::achievement) {
    if (group == 0) return "achievement";
    return group == low_income ? "achievement_low_income" : "achievement_other";
  }
  if (group != 0) return nullptr;
  return outcome == SchoolOutcome::practice ? "practice" : "spending_per_student";
}

}  // namespace

double group_value(const DistrictYears& runs, RunPlace place, SchoolOutcome outcome, std::size_t group) {
  if (group >= first_quarter) return quarter_value(runs, place, outcome, group - first_quarter);
  const char* const measure = measure_of_group(outcome, group);
  if (measure == nullptr) return std::numeric_limits<double>::quiet_NaN();
  return runs.value(place, runs.years(), measure_row(measure));
}

}  // namespace districtsim
