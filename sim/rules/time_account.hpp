#pragma once

#include <algorithm>
#include <cstdint>

namespace districtsim {

/// Working time in whole minutes, so that hours are conserved exactly.
using Minutes = std::int32_t;

[[nodiscard]] inline Minutes in_minutes(double hours) { return static_cast<Minutes>(hours * 60.0 + 0.5); }
[[nodiscard]] inline double in_hours(double minutes) { return minutes / 60.0; }

/// How a school's leaders divide their week. Working week and self-report: NCES 2018-054; observed time on instruction
/// 12.7 %: Grissom, Loeb & Master 2013.
struct TimeAccountParameters {
  double principal_week = 0.0;          ///< [h]
  double assistant_week = 0.0;          ///< [h]
  double other_duties = 0.0;            ///< [1] of the week: students, parents, routine that cannot be put off
  double protected_instruction = 0.0;   ///< [1] of the rest that an average principal keeps for instruction
  double protection_skill = 0.0;        ///< [1 per SD] of organisational skill
  double teacher_support = 0.0;         ///< [h/week] a teacher has for support of any kind
  double administrative_manager = 0.0;  ///< [h/week] of operations that a school administrative manager takes over
};

/// A school's leaders' week. Always other + operations + instruction == total.
struct LeaderWeek {
  Minutes total = 0;
  Minutes other = 0;
  Minutes public_work = 0;  ///< of the other duties: shepherding and outreach
  Minutes operations = 0;
  Minutes instruction = 0;
};

/// What operations want of a week.
struct WeekMatters {
  Minutes all = 0;
  Minutes urgent = 0;  ///< of them, those that cannot wait
};

/// Operations crowd out instruction first: urgent matters altogether, others down to a protected share of what other
/// duties and urgent matters leave.
[[nodiscard]] inline LeaderWeek divide_week(Minutes total, WeekMatters matters, double other_share,
                                            double protected_share) {
  LeaderWeek week;
  week.total = total;
  week.other = static_cast<Minutes>(static_cast<double>(total) * other_share);
  const Minutes rest = total - week.other;
  const Minutes urgent = std::clamp(matters.urgent, 0, std::min(matters.all, rest));
  const auto kept = static_cast<Minutes>(static_cast<double>(rest - urgent) * protected_share);
  week.operations = std::clamp(matters.all, urgent, rest - kept);
  week.instruction = rest - week.operations;
  return week;
}

}  // namespace districtsim
