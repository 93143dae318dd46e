#include "analysis/equity_file.hpp"

#include <limits>
#include <string>
#include <vector>

namespace districtsim {

namespace {

constexpr double not_asked = std::numeric_limits<double>::quiet_NaN();

struct FatePart {
  const char* name;
  const char* long_name;
  double (*of)(const Fate& fate);
};
constexpr std::array<FatePart, 3> fate_parts = {{
    {"probability_worse", "share of paired replicates with a lower value than in the baseline",
     [](const Fate& fate) { return fate.worse; }},
    {"probability_better", "share of paired replicates with a higher value than in the baseline",
     [](const Fate& fate) { return fate.better; }},
    {"mean_difference", "mean difference from the baseline, in the unit of the outcome",
     [](const Fate& fate) { return fate.difference; }},
}};

void write_axes(ResultFile& file) {
  std::vector<std::string> outcomes;
  std::vector<std::string> groups;
  for (const SchoolOutcomeName& outcome : school_outcomes) outcomes.emplace_back(outcome.name);
  for (const FixedGroup& group : fixed_groups) groups.emplace_back(group.name);
  file.coordinate<std::string>({.name = "comparison/outcome", .long_name = "outcome of schools in the last year"},
                               outcomes);
  file.coordinate<std::string>({.name = "comparison/fixed_group", .long_name = "group, fixed at the baseline"}, groups);
}

void write_fates(ResultFile& file, const Comparison& comparison) {
  for (const FatePart& part : fate_parts) {
    std::vector<double> schools;
    std::vector<double> groups;
    for (const AlternativeResult& alternative : comparison.alternatives) {
      for (std::size_t outcome = 0; outcome < school_outcomes.size(); ++outcome) {
        for (const Fate& fate : alternative.winners.schools[outcome]) schools.push_back(part.of(fate));
        for (const Fate& fate : alternative.winners.groups[outcome]) groups.push_back(part.of(fate));
      }
    }
    file.write(file.variable<double>({.name = std::string("comparison/school_") + part.name,
                                      .dimensions = {"alternative", "outcome", "school"},
                                      .long_name = std::string("of a school: ") + part.long_name}),
               schools);
    file.write(file.variable<double>({.name = std::string("comparison/group_") + part.name,
                                      .dimensions = {"alternative", "outcome", "fixed_group"},
                                      .long_name = std::string("of a group: ") + part.long_name}),
               groups);
  }
}

struct RegretPart {
  const char* name;
  const char* long_name;
  double (*of)(const GroupRegret& regret);
};
constexpr std::array<RegretPart, 4> regret_parts = {{
    {"regret", "mean difference to the scenario that is best for the group in the same replicate",
     [](const GroupRegret& regret) { return regret.regret; }},
    {"regret_low", "lower end of the 95 % t interval of the mean regret",
     [](const GroupRegret& regret) { return regret.precision.low; }},
    {"regret_high", "upper end of the 95 % t interval of the mean regret",
     [](const GroupRegret& regret) { return regret.precision.high; }},
    {"share_best", "share of replicates in which no scenario is better for the group",
     [](const GroupRegret& regret) { return regret.share_best; }},
}};

void write_regrets(ResultFile& file, const Comparison& comparison) {
  const std::size_t scenarios = comparison.scenarios.size();
  for (const RegretPart& part : regret_parts) {
    std::vector<double> values(school_outcomes.size() * scenarios * fixed_groups.size(), not_asked);
    for (const GroupRegret& one : comparison.regrets) {
      const std::size_t row = static_cast<std::size_t>(one.outcome) * scenarios + one.scenario;
      values[row * fixed_groups.size() + one.group] = part.of(one);
    }
    file.write(file.variable<double>({.name = std::string("comparison/") + part.name,
                                      .dimensions = {"outcome", "scenario", "fixed_group"},
                                      .long_name = part.long_name}),
               values);
  }
}

void write_robustness(ResultFile& file, const Comparison& comparison) {
  const std::size_t measures = district_measures().size();
  std::vector<double> baseline(comparison.alternatives.size() * measures, not_asked);
  std::vector<double> all = baseline;
  for (const Robustness& one : comparison.robustness) {
    baseline[one.alternative * measures + one.measure] = one.beats_baseline;
    all[one.alternative * measures + one.measure] = one.beats_all;
  }
  file.write(file.variable<double>({.name = "comparison/beats_baseline",
                                    .dimensions = {"alternative", "measure"},
                                    .long_name = "share of replicates in which it is better than the baseline"}),
             baseline);
  file.write(file.variable<double>({.name = "comparison/beats_all",
                                    .dimensions = {"alternative", "measure"},
                                    .long_name = "share of replicates in which it is better than everything else"}),
             all);
}

}  // namespace

void write_equity(ResultFile& file, const Comparison& comparison) {
  write_axes(file);
  write_fates(file, comparison);
  write_regrets(file, comparison);
  write_robustness(file, comparison);
}

}  // namespace districtsim
