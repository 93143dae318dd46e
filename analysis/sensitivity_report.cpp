#include "analysis/sensitivity_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "analysis/samples.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

/// Two-sided 95 % point of a correlation of independent values, about: 1.96 / sqrt(rows).
double chance_of_correlation(std::size_t rows) { return 1.96 / std::sqrt(static_cast<double>(rows)); }

std::string group_name(const DesignTable& design, const std::vector<std::size_t>& columns) {
  std::vector<std::string> names;
  for (const std::size_t column : columns) names.push_back(design.names[column]);
  return fmt::format("{}", fmt::join(names, "+"));
}

double main_index(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  switch (report.kind) {
    case DesignKind::saltelli:
      return measure.sobol.total[parameter].value;
    case DesignKind::morris:
      return measure.morris[parameter].mu_star;
    case DesignKind::sample:
      break;
  }
  return std::abs(measure.sample.prcc[parameter]);
}

/// What an inert input reaches: its own upper end where the design has one.
double chance_of(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t rows) {
  const double of_rows = report.kind == DesignKind::sample ? chance_of_correlation(rows) : 0.0;
  if (!report.inert) return of_rows;
  const bool saltelli = report.kind == DesignKind::saltelli;
  const double reached =
      saltelli ? measure.sobol.total[*report.inert].high : main_index(report, measure, *report.inert);
  return std::max(of_rows, reached);
}

void need_rows(const DesignTable& design, std::size_t inputs) {
  if (inputs == 0) throw Failure(ExitCode::bad_input_data, "no input of the design varies");
  if (design.rows() > inputs + 2) return;
  throw Failure(ExitCode::bad_input_data,
                fmt::format("{} rows are too few for {} inputs: neither a Saltelli nor a Morris design, and a "
                            "regression needs at least {}",
                            design.rows(), inputs, inputs + 3));
}

/// Names the parameters and says how to compute one measure's indices.
class Analyst {
 public:
  Analyst(const DesignTable& design, SensitivityReport& report) : design_(design) {
    saltelli_ = recognise_saltelli(design);
    if (!saltelli_) morris_ = recognise_morris(design);
    if (saltelli_) {
      report.kind = DesignKind::saltelli;
      for (const auto& group : saltelli_->groups) report.parameters.push_back(group_name(design, group));
    } else if (morris_) {
      report.kind = DesignKind::morris;
      for (const std::size_t column : morris_->columns) report.parameters.push_back(design.names[column]);
    } else {
      need_rows(design, design.columns());
      report.parameters = design.names;
    }
  }

  [[nodiscard]] MeasureSensitivity of(const std::vector<double>& results, std::size_t resamples,
                                      std::uint64_t seed) const {
    MeasureSensitivity own;
    if (saltelli_) {
      own.sobol = sobol_indices(*saltelli_, results, resamples, seed);
    } else if (morris_) {
      own.morris = elementary_effects(*morris_, design_, results);
    } else {
      own.sample = sample_associations(design_, results);
    }
    return own;
  }

 private:
  const DesignTable& design_;
  std::optional<SaltelliLayout> saltelli_;
  std::optional<MorrisLayout> morris_;
};

json entry_of(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  json entry = {{"parameter", report.parameters[parameter]}};
  const auto put = [&entry](const std::string& name, const Estimate& estimate) {
    entry[name] = estimate.value;
    entry[name + "_low"] = estimate.low;
    entry[name + "_high"] = estimate.high;
  };
  if (report.kind == DesignKind::saltelli) {
    put("S1", measure.sobol.first[parameter]);
    put("ST", measure.sobol.total[parameter]);
    for (std::size_t other = parameter + 1; !measure.sobol.second.empty() && other < report.parameters.size();
         ++other) {
      json pair = {{"with", report.parameters[other]}};
      const Estimate& estimate = measure.sobol.second[parameter][other];
      pair.update({{"S2", estimate.value}, {"S2_low", estimate.low}, {"S2_high", estimate.high}});
      entry["S2"].push_back(pair);
    }
  } else if (report.kind == DesignKind::morris) {
    const ElementaryEffects& effects = measure.morris[parameter];
    entry.update({{"mu", effects.mu}, {"mu_star", effects.mu_star}, {"sigma", effects.sigma}});
  } else {
    entry.update({{"SRC", measure.sample.src[parameter]}, {"PRCC", measure.sample.prcc[parameter]}});
  }
  return entry;
}

std::string numbers_of(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  if (report.kind == DesignKind::saltelli) {
    const Estimate& first = measure.sobol.first[parameter];
    const Estimate& total = measure.sobol.total[parameter];
    return fmt::format("{:>7.3f} {:>17}{:>7.3f} {:>17}", first.value,
                       fmt::format("{:.3f} to {:.3f}", first.low, first.high), total.value,
                       fmt::format("{:.3f} to {:.3f}", total.low, total.high));
  }
  if (report.kind == DesignKind::morris) {
    const ElementaryEffects& effects = measure.morris[parameter];
    return fmt::format("{:>12.4g}{:>12.4g}{:>12.4g}", effects.mu_star, effects.mu, effects.sigma);
  }
  return fmt::format("{:>9.3f}{:>9.3f}", measure.sample.prcc[parameter], measure.sample.src[parameter]);
}

std::string_view heading(DesignKind kind) {
  if (kind == DesignKind::saltelli) return "     S1     95 % range     ST     95 % range";
  return kind == DesignKind::morris ? "         mu*          mu       sigma" : "     PRCC      SRC";
}

std::string block_of(const SensitivityReport& report, const MeasureSensitivity& measure) {
  std::vector<std::size_t> order(report.parameters.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return main_index(report, measure, a) > main_index(report, measure, b);
  });
  std::string text = fmt::format("\n{}\n  {:<4}{:<34}{}\n", measure.measure, "", "", heading(report.kind));
  bool below = false;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::size_t parameter = order[place];
    const bool ranked = main_index(report, measure, parameter) > measure.chance && parameter != report.inert;
    if (!ranked && !below) {
      text += "  ---- at or below what chance does; not ranked ----\n";
      below = true;
    }
    text += fmt::format("  {:<4}{:<34}{}\n", ranked ? std::to_string(place + 1) : "", report.parameters[parameter],
                        numbers_of(report, measure, parameter));
  }
  return text;
}

}  // namespace

SensitivityReport sensitivity_report(const DesignTable& design, const DesignTable& results, std::size_t resamples,
                                     std::uint64_t seed) {
  SensitivityReport report;
  const Analyst analyst(design, report);
  const auto inert = std::find(report.parameters.begin(), report.parameters.end(), inert_name);
  if (inert != report.parameters.end()) report.inert = static_cast<std::size_t>(inert - report.parameters.begin());
  for (std::size_t column = 0; column < results.columns(); ++column) {
    report.measures.push_back(analyst.of(results.column(column), resamples, seed));
    report.measures.back().measure = results.names[column];
    report.measures.back().chance = chance_of(report, report.measures.back(), design.rows());
  }
  return report;
}

std::string sensitivity_text(const SensitivityReport& report) {
  static constexpr std::array<std::string_view, 3> kinds = {
      "Saltelli design: shares of variance", "Morris design: elementary effects, inputs on a scale of 0 to 1",
      "a sample of inputs: partial rank correlations and standardised regression coefficients"};
  std::string text(kinds[static_cast<std::size_t>(report.kind)]);
  text += report.inert ? ". Chance is what the inert input reaches.\n"
                       : ". No input is named inert, so what chance does is not known from the design.\n";
  for (const MeasureSensitivity& measure : report.measures) text += block_of(report, measure);
  return text;
}

std::string sensitivity_json(const SensitivityReport& report) {
  json measures = json::object();
  for (const MeasureSensitivity& measure : report.measures) {
    json list = json::array();
    for (std::size_t parameter = 0; parameter < report.parameters.size(); ++parameter) {
      list.push_back(entry_of(report, measure, parameter));
    }
    if (report.kind == DesignKind::saltelli) {
      list.push_back({{"parameter", "chance"}, {"ST", measure.chance}, {"S1", measure.chance}});
    }
    measures[measure.measure] = list;
  }
  return measures.dump() + "\n";
}

}  // namespace districtsim
