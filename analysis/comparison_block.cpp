#include "analysis/comparison_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/cost_text.hpp"
#include "analysis/headline_text.hpp"
#include "analysis/need_text.hpp"
#include "analysis/number_text.hpp"
#include "analysis/winners_text.hpp"

namespace districtsim {

namespace {

constexpr std::size_t block_width = 100;
constexpr std::size_t most_schools_named = 8;

/// A line of the table, or a heading in capitals where there is no measure.
struct TableLine {
  std::string_view measure;
  std::string_view label;
};

constexpr auto table_lines = std::to_array<TableLine>({
    {"", "ADULTS"},
    {"practice", "Teachers' practice, SD"},
    {"retention", "Teachers who stay in their school, %"},
    {"retention_highest_need", "  highest-need schools, %"},
    {"retention_lowest_need", "  lowest-need schools, %"},
    {"principal_instruction_share", "Principals' time on instruction, %"},
    {"", "STUDENTS"},
    {"achievement", "Achievement, all students, SD"},
    {"achievement_low_income", "Achievement, low-income students, SD"},
    {"achievement_other", "Achievement, other students, SD"},
    {"achievement_gap", "Gap between the two, SD"},
    {"proficient_low_income", "Proficient of 100 low-income students"},
    {"proficient_other", "Proficient of 100 other students"},
    {"", "SUPPORT"},
    {"coach_posts", "Coach posts"},
    {"assistant_principal_posts", "Assistant principals' posts"},
    {"teaching_posts", "Teaching posts"},
    {"coach_hours_per_teacher", "Coach hours per teacher in the year"},
    {"coach_hours_giving", "  schools that give coaches away"},
    {"coach_hours_receiving", "  schools that receive coaches"},
    {"visit_hours_per_teacher", "Leaders' visit hours per teacher"},
    {"support_hours_per_teacher", "Hours of any support per teacher"},
    {"support_hours_per_teacher_highest_need", "  highest-need schools"},
    {"support_hours_per_teacher_lowest_need", "  lowest-need schools"},
    {"", "WEB OF SUPPORT, 0 to 1 unless said"},
    {"web_of_support", "Five forms of support together"},
    {"principal_skill", "Principals' instructional skill, SD"},
    {"cohesion", "Leadership teams' cohesion"},
    {"legitimacy", "Teacher leaders' legitimacy"},
    {"coherence", "What teachers hear against the agenda"},
    {"trust_in_principal", "Teachers' trust in their leaders"},
    {"expectations", "Teachers' expectations of students"},
    {"efficacy", "Teachers' sense of efficacy"},
    {"team_instruction_share", "Team time on instruction, %"},
    {"data_routines", "Routines of using evidence"},
    {"", "MONEY"},
    {"spending_per_student", "Spending per student"},
    {"spending_per_student_highest_need", "  highest-need schools"},
    {"spending_per_student_lowest_need", "  lowest-need schools"},
    {"spending_gap", "  highest minus lowest need"},
    {"spending_total", "Total cost"},
    {"spending_to_date", "  all years together"},
});

/// Printed only where an alternative moves something, or push-back is not the baseline's.
constexpr auto politics_lines = std::to_array<TableLine>({
    {"push_back_to_date", "Push-back, all years together"},
    {"push_back", "Push-back in the year"},
    {"push_back_highest_need", "  highest-need schools"},
    {"push_back_lowest_need", "  lowest-need schools"},
    {"political_capital", "Political capital, 0 to 1"},
    {"community_support", "Support of the community, 0 to 1"},
    {"rolled_back_by_now", "Board has taken something back, %"},
    {"public_hours_to_date", "Leaders' hours with the public, all years"},
});

/// A row: label, baseline, plausible range, mean with its precision, verdict.
std::string row_of(std::string_view label, const std::string& baseline, const std::string& plausible,
                   const std::string& mean, std::string_view judged) {
  std::string row = fmt::format("  {:<38}{:>13}{:>25}{:>18}  {}", label, baseline, plausible, mean, judged);
  row.erase(row.find_last_not_of(' ') + 1);
  return row + "\n";
}

/// The wider of the two ranges: its digits suit every number of the row but the mean.
Range wider_range(const PairedDifference& change) {
  const bool precision = change.precision.high - change.precision.low > change.plausible.high - change.plausible.low;
  return precision ? change.precision : change.plausible;
}

std::string range_text(const PairedDifference& change, NumberFormat format, int digits) {
  if (change.unchanged) return "0";
  if (std::isnan(change.plausible.low)) return "-";
  const std::string low = difference_text(change.plausible.low, format, digits);
  const std::string high = difference_text(change.plausible.high, format, digits);
  return low == high ? low : low + " to " + high;
}

/// One measure of an alternative; nothing where the district or the alternative has none.
std::string line_of(const TableLine& line, const AlternativeResult& alternative) {
  const std::size_t row = measure_row(line.measure);
  const PairedDifference& change = alternative.at_end(row);
  if (change.pairs == 0) return "";
  const DistrictMeasure& measure = district_measures()[row];
  const int digits = digits_for(wider_range(change), measure.format);
  return row_of(line.label, value_text(change.baseline, measure.format, std::max(digits, 0)),
                range_text(change, measure.format, digits), mean_text(change, measure.format),
                verdict(change, measure.better));
}

std::string schools_named(const std::vector<std::size_t>& rows, const std::vector<std::string>& schools) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(rows.size(), most_schools_named); ++i) names.push_back(schools[rows[i]]);
  std::string text = fmt::format("{}", fmt::join(names, ", "));
  if (rows.size() > most_schools_named) text += fmt::format(" and {} more", rows.size() - most_schools_named);
  return text;
}

std::string moves_text(const AlternativeResult& alternative, const std::vector<std::string>& schools) {
  if (alternative.moved.giving.empty() && alternative.moved.receiving.empty()) return "";
  return wrapped(fmt::format("Coach posts leave {}; they go to {}.", schools_named(alternative.moved.giving, schools),
                             schools_named(alternative.moved.receiving, schools)),
                 block_width, 2);
}

/// What a hundredth of an SD costs, where both cost and gain are beyond noise.
std::string price_of_gain(const AlternativeResult& alternative) {
  const PairedDifference& cost = alternative.at_end(measure_row("spending_total"));
  const PairedDifference& gain = alternative.at_end(measure_row("achievement"));
  if (!(cost.precision.low > 0.0) || !(gain.precision.low > 0.0)) return "";
  constexpr double hundredth = 0.01;
  return fmt::format(" That is ${} for each 0.01 SD of all students' achievement.",
                     value_text(cost.difference / gain.difference * hundredth, NumberFormat::whole, 0));
}

std::string cost_text(const AlternativeResult& alternative) {
  const std::string cost = cost_sentence(alternative);
  return cost.empty() ? "" : wrapped(cost + price_of_gain(alternative), block_width, 2);
}

/// How often, when and how much the board took back, and who pushed.
std::string roll_backs_text(const RollBacks& rolled_back, const Comparison& comparison) {
  std::string text = fmt::format("Rolled back in {} of {} runs", rolled_back.runs, comparison.replicates);
  if (rolled_back.runs > 0) {
    text += fmt::format(", first after year {} (median): on average {} posts and {} a year",
                        value_text(rolled_back.first_year, NumberFormat::whole, 0),
                        value_text(rolled_back.posts, NumberFormat::decimal, 1),
                        value_text(rolled_back.dollars, NumberFormat::dollars, 0));
  }
  text += ".";
  if (!rolled_back.loudest.empty()) {
    text += fmt::format(" The loudest: {}.", schools_named(rolled_back.loudest, comparison.schools));
  }
  return wrapped(text, block_width, 2);
}

std::string politics_of(const AlternativeResult& alternative, const Comparison& comparison) {
  const std::size_t pushed = measure_row("push_back_to_date");
  const auto same = [&](const std::vector<PairedDifference>& year) { return year[pushed].unchanged; };
  const bool differs = !std::all_of(alternative.years.begin(), alternative.years.end(), same);
  if (!differs && alternative.moved.giving.empty() && alternative.moved.receiving.empty()) return "";
  std::string text = "  POLITICS\n";
  for (const TableLine& line : politics_lines) text += line_of(line, alternative);
  return text + roll_backs_text(alternative.rolled_back, comparison);
}

}  // namespace

std::string verdict(const PairedDifference& difference, Better better) {
  if (difference.unchanged) return "same";
  if (difference.pairs < 2) return "";
  if (difference.precision.low <= 0.0 && difference.precision.high >= 0.0) return "unclear";
  const bool up = difference.difference > 0.0;
  if (better == Better::neither) return up ? "more" : "less";
  return up == (better == Better::higher) ? "better" : "worse";
}

std::string no_effect_text(const AlternativeResult& alternative, std::size_t replicates) {
  return fmt::format("NO EFFECT: every measure of every year is exactly that of the baseline, in all {} replicates. {}",
                     replicates, alternative.why_nothing);
}

std::string comparison_block(const AlternativeResult& alternative, const Comparison& comparison, const RunsMade& runs) {
  std::string text = fmt::format("\n{}\n", alternative.name) + wrapped(alternative.description, block_width, 2);
  if (alternative.changed_nothing) {
    return text + wrapped(no_effect_text(alternative, comparison.replicates), block_width, 2);
  }
  if (const std::string cost = cost_sentence(alternative); !cost.empty()) text += wrapped(cost, block_width, 2);
  text += moves_text(alternative, comparison.schools);
  text += "\n" + row_of("", "baseline", "in 8 of 10 districts", "mean difference", "");
  for (const TableLine& line : table_lines) {
    text += line.measure.empty() ? fmt::format("  {}\n", line.label) : line_of(line, alternative);
  }
  text += politics_of(alternative, comparison);
  text += need_section(alternative) + winners_section(alternative, comparison.replicates);
  if (runs.rounds) text += readings_section(alternative);
  return text + "\n" + shared_luck_text(alternative) + cost_text(alternative);
}

}  // namespace districtsim
