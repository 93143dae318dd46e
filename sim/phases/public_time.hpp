#pragma once

#include "sim/core/calendar.hpp"
#include "sim/district/conditions.hpp"

namespace districtsim {

/// Hours that every principal and director gives to work with the public in a week.
struct PublicTime {
  double shepherding = 0.0;
  double outreach = 0.0;

  [[nodiscard]] Minutes minutes() const { return in_minutes(shepherding + outreach); }
};

[[nodiscard]] inline PublicTime public_time(const Conditions& conditions, Week week) {
  const int year = week.year - conditions.scenario.calendar.warm_up_years + 1;
  const Politics& plan = conditions.scenario.politics;
  if (year < 1) return {};
  return {conditions.on(Mechanism::shepherding) ? plan.shepherding.hours_in(year) : 0.0,
          conditions.on(Mechanism::outreach) ? plan.outreach.hours_in(year) : 0.0};
}

}  // namespace districtsim
