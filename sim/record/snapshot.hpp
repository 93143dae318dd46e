#pragma once

#include "sim/district/district.hpp"
#include "sim/record/recorder.hpp"

namespace districtsim {

/// A place in the calendar of a run, between two weeks.
struct CalendarPoint {
  int year = 0;  ///< from 0, warm-up included
  int week = 0;  ///< the one that comes next, from 0; 0: nothing of the year has happened yet

  friend bool operator==(const CalendarPoint&, const CalendarPoint&) = default;
  friend bool operator<(const CalendarPoint& one, const CalendarPoint& other) {
    return one.year != other.year ? one.year < other.year : one.week < other.week;
  }
};

/// Everything that a run carries from one week to the next. With its conditions it continues to the same bits.
struct Snapshot {
  CalendarPoint next;
  District district;
  Recorder::YearSoFar recorded;
};

}  // namespace districtsim
