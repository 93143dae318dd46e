#pragma once

#include "sim/district/conditions.hpp"

namespace districtsim {

/// Whether teams inquire in this week: the first weeks of each assessment interval.
[[nodiscard]] inline bool is_inquiry_week(const Scenario& scenario, Week week) {
  return week.week % scenario.calendar.assessment_interval < scenario.support.inquiry_weeks;
}

/// Week of the year of one of the professional-development days, spread over the year and moved behind weeks of
/// inquiry.
[[nodiscard]] inline int week_of_development_day(const Scenario& scenario, int day) {
  const CalendarPlan& calendar = scenario.calendar;
  int week = (2 * day + 1) * calendar.weeks_per_year / (2 * scenario.support.professional_development_days);
  if (scenario.support.inquiry_weeks >= calendar.assessment_interval) return week;
  while (is_inquiry_week(scenario, week_at(calendar, 0, week)) && week + 1 < calendar.weeks_per_year) ++week;
  return week;
}

/// Professional-development days in this week.
[[nodiscard]] inline int development_days(const Scenario& scenario, Week week) {
  int days = 0;
  for (int day = 0; day < scenario.support.professional_development_days; ++day) {
    if (week_of_development_day(scenario, day) == week.week) ++days;
  }
  return days;
}

}  // namespace districtsim
