#include "analysis/comparison_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/comparison_block.hpp"
#include "analysis/cost_text.hpp"
#include "analysis/need_text.hpp"
#include "analysis/number_text.hpp"

namespace districtsim {

namespace {

constexpr std::size_t page = 100;
constexpr std::size_t label_width = 28;
constexpr std::size_t baseline_width = 11;
constexpr std::size_t cell_width = 18;
constexpr std::size_t most_columns = (page - label_width - baseline_width) / cell_width;

struct MatrixLine {
  std::string_view measure;
  std::string_view label;
};

constexpr auto matrix_lines = std::to_array<MatrixLine>({
    {"practice", "Practice, SD"},
    {"achievement", "Achievement, SD"},
    {"achievement_low_income", "  low-income students, SD"},
    {"achievement_gap", "  gap, SD"},
    {"proficient_low_income", "  proficient of 100 of them"},
    {"retention", "Teachers who stay, %"},
    {"retention_highest_need", "  highest-need schools, %"},
    {"principal_instruction_share", "Leaders on instruction, %"},
    {"support_hours_per_teacher", "Support hours per teacher"},
    {"coach_hours_per_teacher", "Coach hours per teacher"},
    {"coach_posts", "Coach posts"},
    {"teaching_posts", "Teaching posts"},
    {"assistant_principal_posts", "Assistant principals"},
    {"director_hours_per_school", "Directors' hours a school"},
    {"web_of_support", "Web of support, 0 to 1"},
    {"principal_skill", "Principals' skill, SD"},
    {"cohesion", "Cohesion of teams"},
    {"legitimacy", "Coaches' legitimacy"},
    {"coherence", "Coherence with the agenda"},
    {"agenda_ownership", "Ownership of the agenda"},
    {"data_routines", "Routines of evidence"},
    {"accountability", "Internal accountability"},
    {"trust_in_principal", "Trust in leaders"},
    {"spending_gap", "Spending, high - low need"},
    {"cost_per_student", "Cost per student"},
    {"push_back_to_date", "Push-back, all years"},
    {"rolled_back_by_now", "Board took back, % of runs"},
});

/// "A", "B", ... and then numbers.
std::string letter_of(std::size_t row) {
  constexpr std::size_t letters = 26;
  return row < letters ? std::string(1, static_cast<char>('A' + row)) : fmt::format("{}", row + 1);
}

std::string letter_and_name(const Comparison& comparison, std::size_t row) {
  return letter_of(row) + " " + comparison.alternatives[row].name;
}

std::string shortened(std::string text, std::size_t width) {
  if (text.size() > width) text = text.substr(0, width - 1) + ".";
  return text;
}

/// Difference, precision, and a mark where it is no larger than noise.
std::string cell_of(const PairedDifference& change, NumberFormat format) {
  if (change.pairs == 0) return "-";
  if (change.unchanged) return "0 =";
  const bool unclear = change.pairs > 1 && change.precision.low <= 0.0 && change.precision.high >= 0.0;
  return mean_text(change, format) + (unclear ? " ~" : "  ");
}

/// The baseline's value, with digits that suit its difference.
std::string baseline_text(const PairedDifference& change, std::size_t measure) {
  if (change.pairs == 0 || std::isnan(change.baseline)) return "-";
  const NumberFormat format = district_measures()[measure].format;
  constexpr int fewest = 0;
  constexpr int most = 2;
  return value_text(change.baseline, format, std::clamp(digits_for(change.precision, format), fewest, most));
}

std::string rows_of(const Comparison& comparison, std::size_t first, std::size_t end) {
  std::string text = fmt::format("\n{:<{}}{:>{}}", "", label_width, "baseline", baseline_width);
  for (std::size_t row = first; row < end; ++row) {
    text += fmt::format("{:>{}}", shortened(letter_and_name(comparison, row), cell_width - 3) + "  ", cell_width);
  }
  text.erase(text.find_last_not_of(' ') + 1);
  text += "\n";
  for (const MatrixLine& line : matrix_lines) {
    const std::size_t measure = measure_row(line.measure);
    const PairedDifference& any = comparison.alternatives[first].at_end(measure);
    text += fmt::format("{:<{}}{:>{}}", "  " + std::string(line.label), label_width, baseline_text(any, measure),
                        baseline_width);
    for (std::size_t row = first; row < end; ++row) {
      const PairedDifference& change = comparison.alternatives[row].at_end(measure);
      text += fmt::format("{:>{}}", cell_of(change, district_measures()[measure].format), cell_width);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += "\n";
  }
  return text;
}

std::string key_of(const Comparison& comparison) {
  std::string text = "\n";
  for (std::size_t row = 0; row < comparison.alternatives.size(); ++row) {
    const AlternativeResult& alternative = comparison.alternatives[row];
    const std::string cost = cost_sentence(alternative);
    const std::string said = alternative.changed_nothing ? no_effect_text(alternative, comparison.replicates) : cost;
    text += wrapped(letter_and_name(comparison, row) + (said.empty() ? "" : ". " + said), page, 2);
  }
  return text;
}

std::string structures_of(const Comparison& comparison) {
  std::string text = "\nWhere they differ from the baseline in structure\n";
  for (std::size_t row = 0; row < comparison.alternatives.size(); ++row) {
    const std::vector<std::string>& phrases = comparison.alternatives[row].structure;
    text += fmt::format("  {}\n", letter_and_name(comparison, row));
    text += wrapped(phrases.empty() ? "in nothing" : fmt::format("{}", fmt::join(phrases, "; ")), page, 4);
  }
  return text;
}

}  // namespace

std::string comparison_matrix(const Comparison& comparison) {
  const std::size_t count = comparison.alternatives.size();
  const std::size_t bands = (count + most_columns - 1) / most_columns;
  const std::size_t columns = (count + bands - 1) / bands;
  std::string text = key_of(comparison);
  for (std::size_t first = 0; first < count; first += columns) {
    text += rows_of(comparison, first, std::min(first + columns, count));
  }
  text += wrapped(
      "Mean difference from the baseline ± how well the runs know it (95 % interval). ~: no larger than "
      "noise. =: the same in every run. -: nothing to measure. How far single districts lie apart, the range to plan "
      "with, is in --details.",
      page, 2);
  std::vector<std::string> names;
  for (std::size_t row = 0; row < count; ++row) names.push_back(shortened(letter_and_name(comparison, row), 27));
  text += need_tables(comparison, names) + structures_of(comparison);
  return text + "\n" +
         wrapped(
             "These are arrangements laid over one district - frameworks that are shipped as described in 2007-09 - "
             "and no ranking of places. --details prints each in full.",
             page, 0);
}

}  // namespace districtsim
