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
  std::vector<double> values;  ///< row by row

  [[nodiscard]] std::size_t columns() const { return names.size(); }
  [[nodiscard]] std::size_t rows() const { return names.empty() ? 0 : values.size() / names.size(); }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * columns() + column]; }
  [[nodiscard]] double& at(std::size_t row, std::size_t column) { return values[row * columns() + column]; }
  [[nodiscard]] std::span<const double> row(std::size_t index) const { return {&values[index * columns()], columns()}; }
  [[nodiscard]] std::vector<double> column(std::size_t index) const;
};

/// A CSV table whose cells are all finite numbers. Throws Failure(bad_input_data) with every cell that is not.
[[nodiscard]] DesignTable read_design_table(const std::filesystem::path& path);

}  // namespace districtsim
