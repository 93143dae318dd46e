#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// A table of comma-separated values as RFC 4180 has them: quoted cells with commas, line ends and doubled quotes;
/// lines end with LF, CRLF or CR; a byte order mark and empty lines are passed over. The first row names the columns.
class CsvTable {
 public:
  /// Throws Failure(bad_input_data) with every problem: unreadable, not UTF-8, an open quotation mark, rows that are
  /// longer or shorter than the first, a column named twice.
  [[nodiscard]] static CsvTable read(const std::filesystem::path& path);
  /// The same for text; messages call it `label`.
  [[nodiscard]] static CsvTable parse(std::string text, const std::string& label);

  [[nodiscard]] std::size_t rows() const { return cells_.size() / columns_.size() - 1; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  /// Columns are found whatever their capital letters.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;

  /// What a cell says, without quotation marks and without blanks around it; row 0 is the first below the names.
  [[nodiscard]] std::string text(std::size_t row, std::size_t column) const;
  [[nodiscard]] Place place(std::size_t row, std::size_t column) const;
  /// The file as a whole, and the row of column names.
  [[nodiscard]] Place whole() const { return {source_, 0, 0}; }
  [[nodiscard]] Place header() const { return {source_, 1, 1}; }

 private:
  CsvTable(std::string text, const std::string& label);
  void find_lines();
  void find_cells();
  void end_row(std::size_t first_cell);
  void name_columns();
  [[nodiscard]] std::size_t end_of_cell(std::size_t begin);
  [[nodiscard]] std::size_t after_quotes(std::size_t begin);
  [[nodiscard]] std::string cell_text(std::size_t begin) const;
  [[nodiscard]] Place place_of(std::size_t offset) const;

  std::string text_;
  std::shared_ptr<const TextSource> source_;
  std::vector<std::string> columns_;
  std::vector<std::uint32_t> lines_ = {0};  ///< first byte of each line
  std::vector<std::uint32_t> cells_;        ///< first byte of each cell, row by row
  std::vector<Complaint> complaints_;
};

/// The number a cell holds (1234, 0.5, -1e3), or nothing if it holds anything else.
[[nodiscard]] std::optional<double> csv_number(std::string_view text);

/// A cell as CSV has it: in quotation marks where it must be.
[[nodiscard]] std::string as_csv_cell(std::string_view text);

}  // namespace districtsim
