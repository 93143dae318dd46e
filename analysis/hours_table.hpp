#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/record/read_result.hpp"

namespace districtsim {

/// Something of a week, mean of all years and replicates: for each school of the lowest and of the highest need band,
/// and of the whole district, the central office included.
struct WeeklyAmount {
  double lowest_need = 0.0;
  double highest_need = 0.0;
  double central_office = 0.0;
  double district = 0.0;
};

/// Where the hours of one scenario go.
struct HoursTable {
  struct Kind {
    WeeklyAmount contacts;
    WeeklyAmount hours;  ///< of givers and receivers together
  };
  std::string scenario;
  std::size_t lowest_need_schools = 0;
  std::size_t highest_need_schools = 0;
  std::vector<std::string> people;
  std::vector<std::string> activities;
  std::vector<std::vector<WeeklyAmount>> hours;  ///< [person kind][activity]
  WeeklyAmount school_leaders;                   ///< principals' and assistant principals' posts
  WeeklyAmount teacher_leaders;                  ///< posts
  std::vector<std::string> interactions;
  std::vector<Kind> kinds;  ///< by interaction
};

/// Of every scenario of a file. Failure(bad_input_data) for a file without a ledger of hours.
[[nodiscard]] std::vector<HoursTable> hours_tables(const SavedResult& result);

/// Contacts and hours of all kinds that serve a leadership practice or are a form of support. A kind with several
/// counts for each.
struct TagAmount {
  std::string tag;
  HoursTable::Kind amount;
};
[[nodiscard]] std::vector<TagAmount> by_practice(const HoursTable& table);
[[nodiscard]] std::vector<TagAmount> by_support(const HoursTable& table);

/// Tables for people, one after the other; and one JSON object with a list `scenarios`.
[[nodiscard]] std::string hours_as_text(const std::vector<HoursTable>& tables);
[[nodiscard]] nlohmann::json hours_as_json(const std::vector<HoursTable>& tables);

}  // namespace districtsim
