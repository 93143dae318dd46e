#include "analysis/sweep_measures.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>

#include "analysis/measures.hpp"
#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

constexpr auto usual = std::to_array<std::string_view>(
    {"practice", "retention", "principal_instruction_share", "coach_hours_per_teacher", "web_of_support", "achievement",
     "achievement_low_income", "achievement_gap", "spending_gap", "push_back"});

std::vector<ChosenMeasure> chosen_of(const ExperimentDesign& design) {
  if (!design.sweep.measures.empty()) return design.sweep.measures;
  std::vector<ChosenMeasure> chosen;
  for (const std::string_view name : usual) chosen.push_back({std::string(name), 0});
  return chosen;
}

}  // namespace

std::span<const std::string_view> usual_headlines() { return usual; }

std::vector<SweepHeadline> sweep_headlines(const SweepPlan& plan) {
  std::vector<SweepHeadline> headlines;
  const std::size_t first = plan.arms() > 1 ? 1 : 0;
  for (const ChosenMeasure& chosen : chosen_of(plan.design())) {
    const int year = chosen.year == 0 ? plan.years() : chosen.year;
    for (std::size_t arm = first; arm < plan.arms(); ++arm) {
      SweepHeadline headline{measure_row(chosen.measure), year, arm, chosen.measure};
      if (year != plan.years()) headline.column += fmt::format(".year{}", year);
      if (plan.arms() > 2) headline.column += "." + plan.arm_name(arm);
      headlines.push_back(std::move(headline));
    }
  }
  return headlines;
}

std::size_t place_in_run(std::size_t measure, int year) {
  return (static_cast<std::size_t>(year) - 1) * district_measures().size() + measure;
}

std::vector<double> row_headlines(const std::vector<SweepHeadline>& headlines, std::size_t replicates,
                                  const std::vector<std::span<const double>>& runs) {
  std::vector<double> values;
  values.reserve(headlines.size());
  for (const SweepHeadline& headline : headlines) {
    const std::size_t place = place_in_run(headline.measure, headline.year);
    double sum = 0.0;
    std::size_t counted = 0;
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
      promise(headline.arm * replicates + replicate < runs.size(), "a row has runs of every arm and replicate");
      const double base = headline.arm == 0 ? 0.0 : runs[replicate][place];
      const double value = runs[headline.arm * replicates + replicate][place] - base;
      if (std::isnan(value)) continue;
      sum += value;
      ++counted;
    }
    values.push_back(counted > 0 ? sum / static_cast<double>(counted) : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

}  // namespace districtsim
