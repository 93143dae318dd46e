#include "analysis/regret_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/number_text.hpp"

namespace districtsim {

namespace {

constexpr std::size_t regret_page = 100;
constexpr std::size_t scenario_width = 30;
constexpr std::size_t group_width = 10;
constexpr std::size_t robust_width = 14;

struct RobustColumn {
  std::string_view measure;
  std::string_view label;
};
constexpr auto robust_columns = std::to_array<RobustColumn>({
    {"practice", "practice"},
    {"achievement", "achievement"},
    {"achievement_low_income", "low-income"},
    {"achievement_gap", "gap"},
    {"retention", "retention"},
});

std::string name_cell(std::string name) {
  if (name.size() >= scenario_width) name = name.substr(0, scenario_width - 2) + ".";
  return fmt::format("  {:<{}}", name, scenario_width);
}

}  // namespace

std::string regret_section(const Comparison& comparison) {
  std::string text = "\nRegret: achievement a group misses against what is best for it, SD\n" + name_cell("");
  for (const FixedGroup& group : fixed_groups) text += fmt::format("{:>{}}", group.label, group_width);
  double widest = 0.0;
  std::size_t last = comparison.scenarios.size();
  for (const GroupRegret& one : comparison.regrets) {
    if (one.outcome != SchoolOutcome::achievement) continue;
    if (one.scenario != last) text += "\n" + name_cell(comparison.scenarios[one.scenario]);
    last = one.scenario;
    constexpr int digits = 4;
    text += fmt::format("{:>{}}", value_text(one.regret, NumberFormat::decimal, digits), group_width);
    if (one.replicates > 1) widest = std::max(widest, (one.precision.high - one.precision.low) / 2.0);
  }
  return text + "\n" +
         wrapped(fmt::format("Mean over replicates of the difference to the scenario that is best for the group in the "
                             "same replicate; known to ±{:.4f} or better (95 %). 0: best in every run. The last four "
                             "are quarters of need, fixed at the baseline.",
                             widest),
                 regret_page, 2);
}

std::string robustness_section(const Comparison& comparison, bool parameters_drawn) {
  std::string text = fmt::format("\nRobustness: % of {} in which a plan beats the baseline / beats everything else\n",
                                 parameters_drawn ? "sampled assumptions" : "replicates, parameters held,");
  text += name_cell("");
  for (const RobustColumn& column : robust_columns) text += fmt::format("{:>{}}", column.label, robust_width);
  text += "\n";
  for (std::size_t row = 0; row < comparison.alternatives.size(); ++row) {
    text += name_cell(comparison.alternatives[row].name);
    for (const RobustColumn& column : robust_columns) {
      const std::size_t measure = measure_row(column.measure);
      const auto found =
          std::find_if(comparison.robustness.begin(), comparison.robustness.end(),
                       [&](const Robustness& one) { return one.alternative == row && one.measure == measure; });
      const bool known = found != comparison.robustness.end() && found->replicates > 0;
      text += fmt::format("{:>{}}",
                          known ? fmt::format("{} / {}", value_text(found->beats_baseline, NumberFormat::percent, 0),
                                              value_text(found->beats_all, NumberFormat::percent, 0))
                                : "-",
                          robust_width);
    }
    text += "\n";
  }
  return text;
}

}  // namespace districtsim
