#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace districtsim {

/// A table of numbers with a named column for each input (or measure) and one row for each run.
struct DesignTable {
  std::vector<std::string> names;
  std::vector<double> values;                         ///< row by row
  std::vector<std::vector<std::string>> levels = {};  ///< by column: words that its numbers stand for; else empty

  [[nodiscard]] std::size_t columns() const { return names.size(); }
  [[nodiscard]] std::size_t rows() const { return names.empty() ? 0 : values.size() / names.size(); }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * columns() + column]; }
  [[nodiscard]] double& at(std::size_t row, std::size_t column) { return values[row * columns() + column]; }
  [[nodiscard]] std::span<const double> row(std::size_t index) const { return {&values[index * columns()], columns()}; }
  [[nodiscard]] std::vector<double> column(std::size_t index) const;
};

/// Whether a column may hold words (on, off) that stand for levels: they are numbered from 0 as they first occur.
enum class Words : bool { refused, as_levels };

/// A CSV table of finite numbers. Throws Failure(bad_input_data) with every cell that is none; a column in which no
/// cell is a number is one of words.
[[nodiscard]] DesignTable read_design_table(const std::filesystem::path& path, Words words = Words::refused);

}  // namespace districtsim
