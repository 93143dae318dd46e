#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/record/read_result.hpp"

namespace districtsim {

/// `text` as one CSV cell: quoted when RFC 4180 requires it.
[[nodiscard]] std::string csv_cell(const std::string& text);

/// The values of one dataset as CSV cells, a block at a time.
class CsvCells {
 public:
  CsvCells(const SavedResult& result, const StoredDataset& dataset);

  /// Reads the block that append() then takes its values from.
  void load(const Extents& start, const Extents& count);

  /// Adds the cell of value number `at` of the block to `line`; nothing when it is missing.
  void append(std::size_t at, std::string& line) const;

 private:
  void append_number(double value, std::string& line) const;
  void append_number(float value, std::string& line) const;
  void append_number(std::int64_t value, std::string& line) const;
  void append_date(std::int64_t days, std::string& line) const;

  const SavedResult* result_;
  const StoredDataset* dataset_;
  std::optional<std::int64_t> missing_;
  std::optional<std::chrono::sys_days> first_day_;  ///< of "days since"
  std::map<std::int64_t, std::string> meanings_;    ///< of codes
  std::variant<std::vector<double>, std::vector<float>, std::vector<std::int64_t>, std::vector<std::string>> values_;
};

}  // namespace districtsim
