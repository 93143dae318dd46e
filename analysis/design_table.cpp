#include "analysis/design_table.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/data_complaints.hpp"

namespace districtsim {

namespace {

bool holds_words(const CsvTable& csv, std::size_t column) {
  bool any = false;
  for (std::size_t row = 0; row < csv.rows(); ++row) {
    const std::string text = csv.text(row, column);
    if (text.empty() || csv_number(text)) return false;
    any = true;
  }
  return any;
}

/// Number of a word among those of its column.
double level_of(const std::string& word, std::vector<std::string>& levels) {
  const auto found = std::find(levels.begin(), levels.end(), word);
  const auto number = static_cast<double>(found - levels.begin());
  if (found == levels.end()) levels.push_back(word);
  return number;
}

}  // namespace

std::vector<double> DesignTable::column(std::size_t index) const {
  std::vector<double> own;
  own.reserve(rows());
  for (std::size_t row = 0; row < rows(); ++row) own.push_back(at(row, index));
  return own;
}

DesignTable read_design_table(const std::filesystem::path& path, Words words) {
  const CsvTable csv = CsvTable::read(path);
  DesignTable table;
  table.names = csv.columns();
  table.values.reserve(csv.rows() * table.columns());
  std::vector<Complaint> complaints;
  std::vector<std::vector<std::string>> levels(table.columns());
  std::vector<bool> worded(table.columns(), false);
  for (std::size_t column = 0; words == Words::as_levels && column < table.columns(); ++column) {
    worded[column] = holds_words(csv, column);
  }
  for (std::size_t row = 0; row < csv.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns(); ++column) {
      const std::string text = csv.text(row, column);
      if (worded[column]) {
        table.values.push_back(level_of(text, levels[column]));
        continue;
      }
      const std::optional<double> number = csv_number(text);
      const bool good = number && std::isfinite(*number);
      table.values.push_back(good ? *number : 0.0);
      if (good) continue;
      const std::string is = text.empty() ? " is empty" : " is " + text;
      complaints.push_back({csv.place(row, column), table.names[column] + is + ", must be a number"});
    }
  }
  refuse_data(std::move(complaints));
  table.levels = std::move(levels);
  return table;
}

}  // namespace districtsim
