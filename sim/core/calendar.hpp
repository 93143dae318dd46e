#pragma once

#include <cstdint>
#include <string>

namespace districtsim {

/// The school calendar as data: weeks of instruction in a year and the rhythm of assessments and network meetings.
struct CalendarPlan {
  int years = 5;
  int warm_up_years = 2;             ///< before the first recorded year: people settle, nothing is reallocated
  int weeks_per_year = 36;           ///< instructional weeks; one summer step follows
  int assessment_interval = 6;       ///< weeks between interim assessments; the last of the year is the state's
  int network_interval = 4;          ///< weeks between network meetings
  std::string start = "2020-08-10";  ///< first Monday of instruction, ISO date

  friend bool operator==(const CalendarPlan&, const CalendarPlan&) = default;
};

/// One instructional week.
struct Week {
  int year = 0;             ///< from 0
  int week = 0;             ///< within the year, from 0
  std::uint32_t index = 0;  ///< over the whole run, from 0; the week of every draw

  [[nodiscard]] bool first_of_year() const { return week == 0; }
};

[[nodiscard]] inline Week week_at(const CalendarPlan& calendar, int year, int week) {
  return {year, week, static_cast<std::uint32_t>(year * (calendar.weeks_per_year + 1) + week)};
}

/// The summer step after a year's last week has an index of its own.
[[nodiscard]] inline std::uint32_t summer_index(const CalendarPlan& calendar, int year) {
  return static_cast<std::uint32_t>(year * (calendar.weeks_per_year + 1) + calendar.weeks_per_year);
}

[[nodiscard]] inline bool is_assessment_week(const CalendarPlan& calendar, Week week) {
  return (week.week + 1) % calendar.assessment_interval == 0;
}

[[nodiscard]] inline bool is_network_week(const CalendarPlan& calendar, Week week) {
  return (week.week + 1) % calendar.network_interval == 0;
}

}  // namespace districtsim
