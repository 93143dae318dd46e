#include "sim/record/csv_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <type_traits>

namespace districtsim {
namespace {

constexpr double largest_day = 3.0e6;  // the year 10000 and some more; dates beyond are numbers

std::optional<std::chrono::sys_days> first_day_of(const std::string& units) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(units.c_str(), "days since %4d-%2u-%2u", &year, &month, &day) != 3) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::map<std::int64_t, std::string> meanings_of(const SavedResult& result, const std::string& dataset) {
  std::map<std::int64_t, std::string> meanings;
  std::istringstream words(result.text_attribute(dataset, "flag_meanings").value_or(""));
  for (const double code : result.number_attribute(dataset, "flag_values")) {
    std::string meaning;
    if (words >> meaning) meanings[static_cast<std::int64_t>(code)] = meaning;
  }
  return meanings;
}

template <class T>
void append_shortest(T value, std::string& line) {
  std::array<char, 64> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  line.append(digits.data(), written.ptr);
}

}  // namespace

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

CsvCells::CsvCells(const SavedResult& result, const StoredDataset& dataset)
    : result_(&result),
      dataset_(&dataset),
      missing_(result.missing_code(dataset.path)),
      first_day_(first_day_of(result.text_attribute(dataset.path, "units").value_or(""))),
      meanings_(meanings_of(result, dataset.path)) {}

void CsvCells::load(const Extents& start, const Extents& count) {
  switch (dataset_->type) {
    case ValueType::float64:
      values_ = result_->read<double>(dataset_->path, start, count);
      break;
    case ValueType::float32:
      values_ = result_->read<float>(dataset_->path, start, count);
      break;
    case ValueType::text:
      values_ = result_->read<std::string>(dataset_->path, start, count);
      break;
    default:
      values_ = result_->read<std::int64_t>(dataset_->path, start, count);
  }
}

void CsvCells::append(std::size_t at, std::string& line) const {
  std::visit(
      [&](const auto& values) {
        if constexpr (std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>) {
          line += csv_cell(values[at]);
        } else {
          append_number(values[at], line);
        }
      },
      values_);
}

void CsvCells::append_number(double value, std::string& line) const {
  if (std::isnan(value)) return;
  if (first_day_ && std::trunc(value) == value && std::abs(value) <= largest_day) {
    append_date(static_cast<std::int64_t>(value), line);
  } else {
    append_shortest(value, line);
  }
}

void CsvCells::append_number(float value, std::string& line) const {
  if (!std::isnan(value)) append_shortest(value, line);
}

void CsvCells::append_number(std::int64_t value, std::string& line) const {
  if (value == missing_) return;
  const auto meaning = meanings_.find(value);
  if (meaning != meanings_.end()) {
    line += csv_cell(meaning->second);
  } else if (first_day_ && std::abs(static_cast<double>(value)) <= largest_day) {
    append_date(value, line);
  } else {
    append_shortest(value, line);
  }
}

void CsvCells::append_date(std::int64_t days, std::string& line) const {
  const std::chrono::year_month_day date(*first_day_ + std::chrono::days(days));
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  line += text.data();
}

}  // namespace districtsim
