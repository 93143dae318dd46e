#pragma once

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sim/record/run_place.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

/// The district's main measures of one year.
struct DistrictYear {
  double practice = 0.0;                ///< mean over the four dimensions, teachers and weeks (SD)
  double achievement_low_income = 0.0;  ///< mean over students and subjects (SD)
  double achievement_other = 0.0;
  double retention = 0.0;                ///< share of teachers who stay in their school
  double instruction_share = 0.0;        ///< of leaders' hours
  double coach_hours_per_teacher = 0.0;  ///< in the year
  double spending = 0.0;                 ///< USD
};

[[nodiscard]] DistrictYear district_year(const YearRecord& record);

/// What a run prints: the district's main measures by year, means over replicates.
class YearTable {
 public:
  YearTable(std::size_t replicates, std::size_t years);

  /// From any thread, each year of each replicate once.
  void take(std::size_t replicate, const YearRecord& record);

  /// `labels` name the years.
  [[nodiscard]] std::string text(const std::vector<std::string>& labels) const;
  /// A list with one object a year; what does not exist is null.
  [[nodiscard]] nlohmann::json json() const;

 private:
  [[nodiscard]] DistrictYear mean(std::size_t year) const;

  std::size_t years_;
  std::vector<DistrictYear> rows_;  ///< [replicate][year]
};

}  // namespace districtsim
