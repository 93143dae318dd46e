#pragma once

#include <functional>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/record/need_quarters.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

/// Watches a district through a run and hands over each year's record. Phases do not know it.
class Recorder {
 public:
  using Sink = std::function<void(const YearRecord&)>;
  /// What is carried from week to week; some measures add up over years.
  struct YearSoFar {
    YearRecord record;
    std::vector<float> fixed_practice;  ///< [dimension][school] sum of stable and learned practice, fixed in a year
  };

  Recorder(const Conditions& conditions, Sink sink);
  /// Goes on where another one of the same run was.
  Recorder(const Conditions& conditions, Sink sink, YearSoFar so_far);
  [[nodiscard]] const YearSoFar& so_far() const { return so_far_; }

  /// Before the first week of recorded year `year` (from 1).
  void begin_year(int year, const District& district);
  /// After each week's phases. `week` counts within the year, from 0.
  void observe_week(int week, const District& district);
  /// After the year's last week, before anybody leaves.
  void observe_staff(const District& district);
  /// After assessment and departures; calls the sink.
  void end_year(const District& district);

 private:
  void observe_agents(int week, const District& district);

  const Conditions& conditions_;
  Sink sink_;
  std::vector<GradeSpan> spans_;
  YearSoFar so_far_;
};

}  // namespace districtsim
