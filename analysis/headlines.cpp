#include "analysis/headlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/number_text.hpp"
#include "analysis/stopping_rule.hpp"
#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

constexpr double misses_together = 0.05;

constexpr auto headline_table = std::to_array<Headline>({
    {"practice", 0.01, "Teachers' practice, SD"},
    {"retention", 0.01, "Teachers who stay in their school, %"},
    {"principal_instruction_share", 0.01, "Principals' time on instruction, %"},
    {"achievement", 0.01, "Achievement, all students, SD"},
    {"achievement_low_income", 0.01, "Achievement, low-income students, SD"},
    {"achievement_gap", 0.01, "Gap to other students, SD"},
    {"proficient_low_income", 0.01, "Proficient of 100 low-income students"},
    {"support_hours_per_teacher", 0.02, "Hours of any support per teacher"},
    {"cost_per_student", 0.005, "Total cost per student"},
    {"spending_per_student_highest_need", 0.01, "Spending per student, highest need"},
});

/// A unit whose scale has a length of its own.
struct UnitScale {
  std::string_view unit;
  double length;
};
constexpr auto unit_scales = std::to_array<UnitScale>({
    {"SD of teachers", 1.0},
    {"SD of students", 1.0},
    {"SD of principals", 1.0},
    {"share", 1.0},
    {"0 to 1", 1.0},
    {"0 and more", 1.0},
    {"1 to 5", 4.0},
    {"students in 100", 100.0},
});
constexpr double usual_share = 0.01;  ///< of measures that are no headlines

const Headline* headline_of(std::size_t measure) {
  const std::string_view name = district_measures()[measure].name;
  const auto* const found = std::find_if(headline_table.begin(), headline_table.end(),
                                         [&](const Headline& headline) { return headline.measure == name; });
  return found == headline_table.end() ? nullptr : found;
}

Reading judged(const Range& interval, Better better) {
  if (interval.low <= 0.0 && interval.high >= 0.0) return Reading::no_difference;
  const bool up = interval.low > 0.0;
  if (better == Better::neither) return up ? Reading::settled_more : Reading::settled_less;
  return up == (better == Better::higher) ? Reading::settled_better : Reading::settled_worse;
}

}  // namespace

std::span<const Headline> headlines() { return headline_table; }

double scale_of(std::size_t measure, double baseline) {
  const std::string_view unit = district_measures()[measure].unit;
  const auto* const found =
      std::find_if(unit_scales.begin(), unit_scales.end(), [&](const UnitScale& scale) { return scale.unit == unit; });
  return found == unit_scales.end() ? std::fabs(baseline) : found->length;
}

bool PrecisionAsked::waits_for(std::size_t measure) const {
  const auto named = [&](const auto& one) { return one.first == measure; };
  return headline_of(measure) != nullptr || std::any_of(absolute.begin(), absolute.end(), named);
}

std::size_t PrecisionAsked::waited() const {
  std::size_t count = 0;
  for (std::size_t measure = 0; measure < district_measures().size(); ++measure) {
    if (waits_for(measure)) ++count;
  }
  return count;
}

double PrecisionAsked::half_width(std::size_t measure, double baseline) const {
  for (const auto& [row, width] : absolute) {
    if (row == measure) return width;
  }
  const Headline* const headline = headline_of(measure);
  const double usual = headline == nullptr ? usual_share : headline->share;
  return share.value_or(usual) * scale_of(measure, baseline);
}

std::string_view name_of(Reading reading) {
  constexpr auto names = std::to_array<std::string_view>(
      {"", "settled better", "settled worse", "settled more", "settled less", "no difference", "not settled"});
  return names[static_cast<std::size_t>(reading)];
}

HeadlineReading read_headline(std::size_t measure, std::span<const double> baseline,
                              std::span<const double> alternative, const PrecisionAsked& asked,
                              std::size_t comparisons) {
  promise(baseline.size() == alternative.size() && comparisons > 0, "paired values come in pairs");
  const double none = std::numeric_limits<double>::quiet_NaN();
  HeadlineReading result;
  result.waited_for = asked.waits_for(measure);
  result.asked = result.at_most = none;
  result.simultaneous = {none, none};
  std::vector<double> differences;
  double before = 0.0;
  for (std::size_t row = 0; row < baseline.size(); ++row) {
    const double difference = alternative[row] - baseline[row];
    if (std::isnan(difference)) continue;
    differences.push_back(difference);
    before += baseline[row];
  }
  if (differences.empty()) return result;
  result.asked = asked.half_width(measure, before / static_cast<double>(differences.size()));
  const Settled settled = settled_within(differences, result.asked, misses_together / static_cast<double>(comparisons));
  result.simultaneous = {settled.mean - settled.half_width, settled.mean + settled.half_width};
  result.more = settled.more;
  result.within_reach = settled.within_reach;
  result.reading =
      settled.settled ? judged(result.simultaneous, district_measures()[measure].better) : Reading::not_settled;
  if (result.reading == Reading::no_difference) {
    result.at_most = std::max(std::fabs(result.simultaneous.low), std::fabs(result.simultaneous.high));
  }
  return result;
}

std::vector<OpenHeadline> open_headlines(const DistrictYears& runs, const PrecisionAsked& asked) {
  std::vector<OpenHeadline> open;
  const std::size_t alternatives = runs.scenarios().size() - 1;
  const auto values = [&](std::size_t scenario, std::size_t measure) {
    std::vector<double> all;
    for (std::size_t replicate = 0; replicate < runs.replicates(); ++replicate) {
      all.push_back(runs.value({scenario, replicate}, runs.years(), measure));
    }
    return all;
  };
  for (std::size_t measure = 0; measure < district_measures().size(); ++measure) {
    if (!asked.waits_for(measure)) continue;
    const std::vector<double> baseline = values(0, measure);
    for (std::size_t row = 0; row < alternatives; ++row) {
      const HeadlineReading reading =
          read_headline(measure, baseline, values(row + 1, measure), asked, alternatives * asked.waited());
      if (reading.reading == Reading::not_settled) open.push_back({row, measure, reading});
    }
  }
  return open;
}

std::string reading_text(const HeadlineReading& reading, NumberFormat format) {
  if (reading.reading == Reading::no_difference) {
    if (reading.at_most == 0.0) return "no difference in any run";
    const int digits = digits_for({0.0, reading.at_most}, format);
    return "no difference larger than " + value_text(reading.at_most, format, digits);
  }
  std::string text(name_of(reading.reading));
  if (reading.reading != Reading::not_settled) return text;
  return text + (reading.within_reach ? fmt::format(", about {} more runs", reading.more)
                                      : ", and no number of runs would do");
}

}  // namespace districtsim
