#include "analysis/comparison_file.hpp"

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "analysis/equity_file.hpp"

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

/// What is said of a headline in the last year, as numbers.
struct ReadingPart {
  const char* name;
  const char* long_name;
  double (*of)(const HeadlineReading& reading);
};

constexpr std::array<ReadingPart, 5> reading_parts = {{
    {"precision_asked", "half width asked of the simultaneous interval, in the unit of the measure",
     [](const HeadlineReading& reading) { return reading.asked; }},
    {"simultaneous_low", "lower end of the interval that holds for all headlines at once (95 %, Bonferroni)",
     [](const HeadlineReading& reading) { return reading.simultaneous.low; }},
    {"simultaneous_high", "upper end of the interval that holds for all headlines at once (95 %, Bonferroni)",
     [](const HeadlineReading& reading) { return reading.simultaneous.high; }},
    {"no_larger_than", "size that a difference settled as none does not exceed, in the unit of the measure",
     [](const HeadlineReading& reading) { return reading.at_most; }},
    {"more_replicates", "about how many more replicates settle it; missing where none would",
     [](const HeadlineReading& reading) {
       return reading.within_reach ? static_cast<double>(reading.more) : std::numeric_limits<double>::quiet_NaN();
     }},
}};

void write_readings(ResultFile& file, const Comparison& comparison) {
  std::vector<std::int8_t> verdicts;
  std::vector<std::int8_t> waited;
  for (const AlternativeResult& alternative : comparison.alternatives) {
    for (const HeadlineReading& reading : alternative.readings) {
      verdicts.push_back(static_cast<std::int8_t>(reading.reading));
      waited.push_back(reading.waited_for ? 1 : 0);
    }
  }
  const std::vector<std::string> dimensions = {"alternative", "measure"};
  file.write(file.variable<std::int8_t>({.name = "comparison/verdict",
                                         .dimensions = dimensions,
                                         .long_name = "what the runs say of the difference in the last year",
                                         .flag_values = {0, 1, 2, 3, 4, 5, 6},
                                         .flag_meanings = {"nothing", "settled_better", "settled_worse", "settled_more",
                                                           "settled_less", "no_difference", "not_settled"}}),
             verdicts);
  file.write(file.variable<std::int8_t>({.name = "comparison/waited_for",
                                         .dimensions = dimensions,
                                         .long_name = "whether a comparison until settled waits for it",
                                         .flag_values = {0, 1},
                                         .flag_meanings = {"no", "yes"}}),
             waited);
  for (const ReadingPart& part : reading_parts) {
    std::vector<double> values;
    for (const AlternativeResult& alternative : comparison.alternatives) {
      for (const HeadlineReading& reading : alternative.readings) values.push_back(part.of(reading));
    }
    file.write(
        file.variable<double>(
            {.name = std::string("comparison/") + part.name, .dimensions = dimensions, .long_name = part.long_name}),
        values);
  }
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
  write_readings(file, comparison);
  write_equity(file, comparison);
}

}  // namespace districtsim
