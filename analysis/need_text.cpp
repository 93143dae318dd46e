#include "analysis/need_text.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "analysis/number_text.hpp"

namespace districtsim {

namespace {

/// A measure of quarters: the district measures' names are this, the quarter and "_need".
struct NeedLine {
  std::string_view name;
  std::string_view label;
  int digits = 0;
};

constexpr auto need_lines = std::to_array<NeedLine>({
    {"novice_share", "Novice teachers, %", 1},
    {"coach_hours_per_teacher", "Coach hours per teacher", 1},
    {"spending_per_student", "Spending per student", 0},
    {"substitute_share", "Posts held by substitutes, %", 1},
});

std::size_t row_of_quarter(const NeedLine& line, std::size_t quarter) {
  return measure_row(fmt::format("{}_{}_need", line.name, need_quarter_names[quarter]));
}

bool has_quarters(const AlternativeResult& alternative) {
  return alternative.at_end(row_of_quarter(need_lines.front(), 0)).pairs > 0;
}

std::string heading(std::string_view label, std::size_t width) {
  std::string text = fmt::format("  {:<30}", label);
  for (const std::string_view quarter : need_quarter_names) text += fmt::format("{:>{}}", quarter, width);
  return text + "\n";
}

std::string value_of_quarter(const NeedLine& line, std::size_t quarter, double value) {
  return value_text(value, district_measures()[row_of_quarter(line, quarter)].format, line.digits);
}

constexpr std::size_t wide = 17;
constexpr std::size_t narrow_column = 12;

}  // namespace

std::string need_section(const AlternativeResult& alternative) {
  if (!has_quarters(alternative)) return "";
  std::string text = heading("BY NEED of the schools", wide);
  for (const NeedLine& line : need_lines) {
    text += fmt::format("  {:<30}", line.label);
    for (std::size_t quarter = 0; quarter < need_quarter_count; ++quarter) {
      const PairedDifference& change = alternative.at_end(row_of_quarter(line, quarter));
      text += fmt::format("{:>{}}",
                          fmt::format("{} -> {}", value_of_quarter(line, quarter, change.baseline),
                                      value_of_quarter(line, quarter, change.alternative)),
                          wide);
    }
    text += "\n";
  }
  return text;
}

std::string need_tables(const Comparison& comparison, const std::vector<std::string>& letters) {
  if (comparison.alternatives.empty() || !has_quarters(comparison.alternatives.front())) return "";
  std::string text = "\nBY NEED of the schools, quarters of each grade span\n";
  for (const NeedLine& line : need_lines) {
    const auto row = [&](const std::string& name, const AlternativeResult& of, auto mean) {
      text += fmt::format("    {:<28}", name);
      for (std::size_t quarter = 0; quarter < need_quarter_count; ++quarter) {
        const double value = of.at_end(row_of_quarter(line, quarter)).*mean;
        text += fmt::format("{:>{}}", value_of_quarter(line, quarter, value), narrow_column);
      }
      text += "\n";
    };
    text += heading(line.label, narrow_column);
    row("baseline", comparison.alternatives.front(), &PairedDifference::baseline);
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
      row(letters[i], comparison.alternatives[i], &PairedDifference::alternative);
    }
  }
  return text;
}

}  // namespace districtsim
