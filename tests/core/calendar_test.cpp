#include "sim/core/calendar.hpp"

#include <gtest/gtest.h>

#include <set>

namespace districtsim {
namespace {

TEST(Calendar, EveryWeekAndEverySummerHasAnIndexOfItsOwn) {
  CalendarPlan calendar;
  calendar.weeks_per_year = 36;
  std::set<std::uint32_t> seen;
  std::uint32_t expected = 0;
  for (int year = 0; year < 5; ++year) {
    for (int week = 0; week < calendar.weeks_per_year; ++week) {
      EXPECT_EQ(week_at(calendar, year, week).index, expected++);
      EXPECT_TRUE(seen.insert(week_at(calendar, year, week).index).second);
    }
    EXPECT_EQ(summer_index(calendar, year), expected++);
    EXPECT_TRUE(seen.insert(summer_index(calendar, year)).second);
  }
}

TEST(Calendar, ThirtySixWeeksHaveSixAssessmentsAndNineNetworkMeetings) {
  const CalendarPlan calendar;
  int assessments = 0;
  int meetings = 0;
  for (int week = 0; week < calendar.weeks_per_year; ++week) {
    assessments += is_assessment_week(calendar, week_at(calendar, 0, week)) ? 1 : 0;
    meetings += is_network_week(calendar, week_at(calendar, 0, week)) ? 1 : 0;
  }
  EXPECT_EQ(assessments, 6);
  EXPECT_EQ(meetings, 9);
  EXPECT_TRUE(is_assessment_week(calendar, week_at(calendar, 3, 35))) << "the last of the year is the state's";
  EXPECT_FALSE(is_assessment_week(calendar, week_at(calendar, 3, 0)));
}

TEST(Calendar, OnlyAYearsFirstWeekIsItsFirst) {
  const CalendarPlan calendar;
  EXPECT_TRUE(week_at(calendar, 2, 0).first_of_year());
  EXPECT_FALSE(week_at(calendar, 2, 1).first_of_year());
}

}  // namespace
}  // namespace districtsim
