#include "analysis/attribution_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/measures.hpp"
#include "analysis/number_text.hpp"
#include "sim/record/csv_cells.hpp"

namespace districtsim {

namespace {

constexpr std::size_t why_width = 100;
constexpr std::size_t most_parts = 20;  ///< printed; the rest together
constexpr const char* all_off_name = "with all mechanisms off";

nlohmann::json part_or_null(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

std::vector<std::string> names_of(const Player& player) {
  std::vector<std::string> names;
  for (const Mechanism mechanism : player.mechanisms) names.emplace_back(name_of(mechanism));
  return names;
}

/// "12 %" of the difference; "" where that may be 0 as far as the runs know.
std::string share_text(double part, const AttributedMeasure& measure) {
  const bool beyond_noise = measure.precision.low > 0.0 || measure.precision.high < 0.0;
  const bool one_run = std::isnan(measure.precision.low) && measure.difference != 0.0;
  if (!beyond_noise && !one_run) return "";
  return value_text(part / measure.difference, NumberFormat::percent, 0) + " %";
}

std::string part_line(const std::string& name, const std::string& part, const std::string& share,
                      const std::string& alone) {
  std::string line = fmt::format("  {:<30}{:>22}{:>16}{:>22}", name, part, share, alone);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string measure_section(const AttributedMeasure& measure, const Attribution& attribution) {
  const DistrictMeasure& named = district_measures()[measure.measure];
  if (measure.replicates == 0) return fmt::format("\n{}: nothing to measure\n", named.name);
  const NumberFormat format = named.format;
  const int digits = digits_for(measure.precision, format);
  const auto with_precision = [&](double value, const Range& precision) {
    PairedDifference change;
    change.difference = value;
    change.precision = precision;
    return mean_text(change, format);
  };
  std::string text =
      fmt::format("\n{} ({}): {} -> {}\n", named.name, named.unit, value_text(measure.baseline, format, digits),
                  value_text(measure.alternative, format, digits));
  const bool exact = !measure.parts.empty() && std::isfinite(measure.parts.front().alone);
  text += part_line("", "part", "of difference", exact ? "lost if off alone" : "");
  double rest = 0.0;
  for (std::size_t row = 0; row < measure.parts.size(); ++row) {
    const AttributedPart& part = measure.parts[row];
    if (row >= most_parts) {
      rest += part.part;
      continue;
    }
    text += part_line(attribution.players[part.player].name, with_precision(part.part, part.precision),
                      share_text(part.part, measure), exact ? difference_text(part.alone, format, digits) : "");
  }
  if (measure.parts.size() > most_parts) {
    text += part_line(fmt::format("{} more", measure.parts.size() - most_parts), difference_text(rest, format, digits),
                      share_text(rest, measure), "");
  }
  text += part_line(all_off_name, with_precision(measure.all_off, measure.all_off_precision),
                    share_text(measure.all_off, measure), "");
  return text + part_line("difference", with_precision(measure.difference, measure.precision),
                          share_text(measure.difference, measure), "");
}

nlohmann::json measure_as_json(const AttributedMeasure& measure, const Attribution& attribution,
                               const AttributionMade& made) {
  nlohmann::json parts = nlohmann::json::array();
  for (const AttributedPart& part : measure.parts) {
    const Player& player = attribution.players[part.player];
    parts.push_back({{"part", player.name},
                     {"mechanisms", names_of(player)},
                     {"value", part.part},
                     {"low", part_or_null(part.precision.low)},
                     {"high", part_or_null(part.precision.high)},
                     {"lost_if_off_alone", part_or_null(part.alone)}});
  }
  parts.push_back({{"part", all_off_name},
                   {"mechanisms", nlohmann::json::array()},
                   {"value", part_or_null(measure.all_off)},
                   {"low", part_or_null(measure.all_off_precision.low)},
                   {"high", part_or_null(measure.all_off_precision.high)},
                   {"lost_if_off_alone", nullptr}});
  const DistrictMeasure& named = district_measures()[measure.measure];
  return {{"measure", std::string(named.name)},
          {"unit", std::string(named.unit)},
          {"year", made.year},
          {"replicates", measure.replicates},
          {"baseline", part_or_null(measure.baseline)},
          {"alternative", part_or_null(measure.alternative)},
          {"difference", part_or_null(measure.difference)},
          {"low", part_or_null(measure.precision.low)},
          {"high", part_or_null(measure.precision.high)},
          {"parts", parts}};
}

std::string csv_value(double value) { return std::isfinite(value) ? fmt::format("{}", value) : ""; }

}  // namespace

std::string attribution_text(const Attribution& attribution, const AttributionMade& made) {
  std::string text = wrapped(fmt::format(R"({}: why "{}" differs from "{}" in year {})", made.district,
                                         made.alternative, made.baseline, made.year),
                             why_width, 0);
  for (const AttributedMeasure& measure : attribution.measures) text += measure_section(measure, attribution);
  const std::string how =
      made.permutations == 0
          ? "of families of mechanisms, exact over all sets of families"
          : fmt::format("of single mechanisms, estimated from {} orders a replicate", made.permutations);
  text += "\nHow to read this\n" +
          wrapped(fmt::format("Parts are Shapley values {}: what a part adds to the difference, on average over all "
                              "orders in which parts are switched on in both scenarios, with the luck{} of the same "
                              "replicates. They sum to the difference. ±: 95 % over replicates.",
                              how, made.parameters_drawn ? " and parameters" : ""),
                  why_width, 2);
  if (made.permutations == 0) {
    text += "  What is in a family: run SCENARIO --list-mechanisms.\n";
  }
  return text;
}

nlohmann::json attribution_as_json(const Attribution& attribution, const AttributionMade& made) {
  nlohmann::json measures = nlohmann::json::array();
  for (const AttributedMeasure& measure : attribution.measures) {
    measures.push_back(measure_as_json(measure, attribution, made));
  }
  return {{"district", made.district},
          {"baseline", made.baseline},
          {"alternative", made.alternative},
          {"year", made.year},
          {"seed", made.seed},
          {"parameters", made.parameters_drawn ? "drawn" : "held"},
          {"method", made.permutations == 0 ? "families, exact" : "mechanisms, permutations"},
          {"permutations", made.permutations == 0 ? nlohmann::json(nullptr) : nlohmann::json(made.permutations)},
          {"runs", attribution.runs},
          {"runs_saved", attribution.saved},
          {"measures", measures}};
}

std::string attribution_csv(const Attribution& attribution, const AttributionMade& made) {
  std::string text = "measure,year,part,mechanisms,value,low,high,lost_if_off_alone,difference,replicates\n";
  for (const AttributedMeasure& measure : attribution.measures) {
    const auto line = [&](const std::string& name, const std::string& mechanisms, double value, const Range& precision,
                          double alone) {
      text +=
          fmt::format("{},{},{},{},{},{},{},{},{},{}\n", district_measures()[measure.measure].name, made.year,
                      csv_cell(name), csv_cell(mechanisms), csv_value(value), csv_value(precision.low),
                      csv_value(precision.high), csv_value(alone), csv_value(measure.difference), measure.replicates);
    };
    for (const AttributedPart& part : measure.parts) {
      const Player& player = attribution.players[part.player];
      line(player.name, fmt::format("{}", fmt::join(names_of(player), " ")), part.part, part.precision, part.alone);
    }
    line(all_off_name, "", measure.all_off, measure.all_off_precision, std::nan(""));
  }
  return text;
}

}  // namespace districtsim
