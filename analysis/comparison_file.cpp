#include "analysis/comparison_file.hpp"

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace districtsim {

namespace {

/// One number of a difference.
struct DifferencePart {
  const char* name;
  const char* long_name;
  double (*of)(const PairedDifference& change);
};

constexpr std::array<DifferencePart, 11> parts = {{
    {"baseline", "mean of the baseline over replicates, in the unit of the measure",
     [](const PairedDifference& change) { return change.baseline; }},
    {"alternative_mean", "mean of the alternative over replicates, in the unit of the measure",
     [](const PairedDifference& change) { return change.alternative; }},
    {"difference", "mean of alternative minus baseline over replicates, in the unit of the measure",
     [](const PairedDifference& change) { return change.difference; }},
    {"low", "lower end of the 95 % t interval of the mean difference",
     [](const PairedDifference& change) { return change.precision.low; }},
    {"high", "upper end of the 95 % t interval of the mean difference",
     [](const PairedDifference& change) { return change.precision.high; }},
    {"bootstrap_low", "lower end of the 95 % bootstrap interval of the mean difference",
     [](const PairedDifference& change) { return change.bootstrap.low; }},
    {"bootstrap_high", "upper end of the 95 % bootstrap interval of the mean difference",
     [](const PairedDifference& change) { return change.bootstrap.high; }},
    {"plausible_low", "10 % quantile of the differences of single replicates",
     [](const PairedDifference& change) { return change.plausible.low; }},
    {"plausible_high", "90 % quantile of the differences of single replicates",
     [](const PairedDifference& change) { return change.plausible.high; }},
    {"probability_positive", "share of replicates with a difference above 0, ties half",
     [](const PairedDifference& change) { return change.probability_positive; }},
    {"variance_reduction", "variance of unpaired over that of paired differences",
     [](const PairedDifference& change) { return change.variance_reduction; }},
}};

void write_names(ResultFile& file, const Comparison& comparison) {
  std::vector<std::string> alternatives;
  for (const AlternativeResult& alternative : comparison.alternatives) alternatives.push_back(alternative.name);
  std::vector<std::string> names;
  std::vector<std::string> units;
  std::vector<std::string> meanings;
  for (const DistrictMeasure& measure : district_measures()) {
    names.emplace_back(measure.name);
    units.emplace_back(measure.unit);
    meanings.emplace_back(measure.long_name);
  }
  file.coordinate<std::string>({.name = "comparison/alternative", .long_name = "scenario that is compared"},
                               alternatives);
  file.coordinate<std::string>({.name = "comparison/measure", .long_name = "measure of the district"}, names);
  file.write(file.variable<std::string>(
                 {.name = "comparison/measure_unit", .dimensions = {"measure"}, .long_name = "unit of the measure"}),
             units);
  file.write(
      file.variable<std::string>(
          {.name = "comparison/measure_meaning", .dimensions = {"measure"}, .long_name = "what the measure says"}),
      meanings);
}

}  // namespace

void write_comparison(ResultFile& file, const Comparison& comparison) {
  write_names(file, comparison);
  for (const DifferencePart& part : parts) {
    std::vector<double> values;
    for (std::size_t year = 0; year < static_cast<std::size_t>(comparison.years); ++year) {
      for (const AlternativeResult& alternative : comparison.alternatives) {
        for (const PairedDifference& change : alternative.years[year]) values.push_back(part.of(change));
      }
    }
    file.write(file.variable<double>({.name = std::string("comparison/") + part.name,
                                      .dimensions = {"year", "alternative", "measure"},
                                      .long_name = part.long_name}),
               values);
  }
}

}  // namespace districtsim
