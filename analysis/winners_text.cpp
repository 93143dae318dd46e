#include "analysis/winners_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "analysis/number_text.hpp"

namespace districtsim {

namespace {

constexpr std::size_t winners_width = 100;
constexpr std::size_t first_need_group = 3;

std::string percent_text(double share) { return value_text(share, NumberFormat::percent, 0); }

/// One line an outcome; "" where no school has any.
std::string school_counts(const AlternativeResult& alternative) {
  std::string text;
  for (std::size_t outcome = 0; outcome < school_outcomes.size(); ++outcome) {
    const FateCounts counts = count_fates(alternative.winners.schools[outcome]);
    if (counts.known == 0) continue;
    const bool of_money = outcome == static_cast<std::size_t>(SchoolOutcome::spending_per_student);
    text +=
        fmt::format("  {:<40}{} of {} schools {}, {} {}\n", school_outcomes[outcome].label, counts.worse, counts.known,
                    of_money ? "with less" : "worse off", counts.better, of_money ? "with more" : "better off");
  }
  return text;
}

/// In how many replicates achievement is worse in each quarter of need; "" without quarters.
std::string quarters_text(const AlternativeResult& alternative) {
  const std::vector<Fate>& groups = alternative.winners.groups[static_cast<std::size_t>(SchoolOutcome::achievement)];
  std::vector<std::string> phrases;
  for (std::size_t group = first_need_group; group < fixed_groups.size(); ++group) {
    if (groups[group].pairs == 0) continue;
    phrases.push_back(fmt::format("{} {}", fixed_groups[group].label, percent_text(groups[group].worse)));
  }
  if (phrases.empty()) return "";
  return fmt::format("  {:<40}{}\n", "  worse, % of runs, by quarter of need", fmt::join(phrases, ", "));
}

}  // namespace

std::string winners_section(const AlternativeResult& alternative, std::size_t replicates) {
  if (replicates < 2) return "";
  const std::string counts = school_counts(alternative);
  if (counts.empty()) return "";
  return fmt::format("  WINNERS AND LOSERS, schools in {} % or more of {} paired replicates\n",
                     percent_text(nearly_always), replicates) +
         counts + quarters_text(alternative);
}

std::string winners_table(const Comparison& comparison) {
  if (comparison.replicates < 2) return "";
  std::string text =
      fmt::format("\nWinners and losers: schools worse off / better off in {} % or more of {} replicates\n",
                  percent_text(nearly_always), comparison.replicates);
  text += fmt::format("  {:<34}", "");
  for (const SchoolOutcomeName& outcome : school_outcomes) text += fmt::format("{:>21}", outcome.label);
  text += "\n";
  for (const AlternativeResult& alternative : comparison.alternatives) {
    std::string name = alternative.name;
    if (name.size() > 33) name = name.substr(0, 32) + ".";
    text += fmt::format("  {:<34}", name);
    for (const std::vector<Fate>& schools : alternative.winners.schools) {
      const FateCounts counts = count_fates(schools);
      text += fmt::format("{:>21}", fmt::format("{} / {} of {}", counts.worse, counts.better, counts.known));
    }
    text += "\n";
  }
  return text;
}

double shared_luck(const AlternativeResult& alternative) {
  std::vector<double> factors;
  for (const Headline& headline : headlines()) {
    const double factor = alternative.at_end(measure_row(headline.measure)).variance_reduction;
    if (std::isfinite(factor)) factors.push_back(factor);
  }
  if (factors.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::sort(factors.begin(), factors.end());
  return quantile_of(factors, 0.5);
}

std::string shared_luck_text(const AlternativeResult& alternative) {
  const double factor = shared_luck(alternative);
  if (std::isnan(factor)) return "";
  const auto times = [](double of) { return value_text(of, NumberFormat::decimal, of < 10.0 ? 1 : 0); };
  std::string named;
  for (const char* measure : {"practice", "achievement"}) {
    const double own = alternative.at_end(measure_row(measure)).variance_reduction;
    if (std::isfinite(own)) named += fmt::format(", {} {}", measure, times(own));
  }
  return wrapped(fmt::format("Shared luck: as good as {} times as many unpaired runs (median of the headlines{}).",
                             times(factor), named),
                 winners_width, 2);
}

}  // namespace districtsim
