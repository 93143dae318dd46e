#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/sensitivity_report.hpp"

namespace districtsim {

namespace {

constexpr std::size_t least_name_width = 34;
constexpr std::size_t most_pairs = 10;

std::string range_of_estimate(const Estimate& estimate) {
  return fmt::format("{:.3f} to {:.3f}", estimate.low, estimate.high);
}

std::string changes_text(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  std::string text;
  const std::vector<std::string>& levels = report.levels[parameter];
  for (const SingleChange& change : measure.changes[parameter]) {
    const std::string value =
        levels.empty() ? fmt::format("{:.4g}", change.value) : levels[static_cast<std::size_t>(change.value)];
    text += fmt::format("{:>12.4g} at {:<10}", change.difference, value);
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string numbers_of(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  switch (report.kind) {
    case DesignKind::saltelli: {
      const Estimate& first = measure.sobol.first[parameter];
      const Estimate& total = measure.sobol.total[parameter];
      return fmt::format("{:>7.3f} {:>17}{:>7.3f} {:>17}", first.value, range_of_estimate(first), total.value,
                         range_of_estimate(total));
    }
    case DesignKind::morris: {
      const ElementaryEffects& effects = measure.morris[parameter];
      return fmt::format("{:>12.4g}{:>12.4g}{:>12.4g}", effects.mu_star, effects.mu, effects.sigma);
    }
    case DesignKind::sample:
      return fmt::format("{:>9.3f}{:>9.3f}", measure.sample.prcc[parameter], measure.sample.src[parameter]);
    case DesignKind::one_at_a_time:
      break;
  }
  return changes_text(report, measure, parameter);
}

/// What luck alone gives, beside ST or mu*.
std::string luck_text(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  if (measure.luck.empty()) return "";
  return report.kind == DesignKind::morris ? fmt::format("{:>12.4g}", measure.luck[parameter])
                                           : fmt::format("{:>7.3f}", measure.luck[parameter]);
}

std::string_view luck_heading(const SensitivityReport& report, const MeasureSensitivity& measure) {
  if (measure.luck.empty()) return "";
  return report.kind == DesignKind::morris ? "        luck" : "   luck";
}

std::string_view heading(DesignKind kind) {
  static constexpr std::array<std::string_view, 4> headings = {"     S1     95 % range     ST     95 % range",
                                                               "         mu*          mu       sigma",
                                                               "     PRCC      SRC", "  difference from the base"};
  return headings[static_cast<std::size_t>(kind)];
}

struct InputPair {
  std::size_t one = 0;
  std::size_t other = 0;
  Estimate share;
};

/// Pairs whose second-order share is above chance, the largest first.
std::vector<InputPair> pairs_above_chance(const SensitivityReport& report, const MeasureSensitivity& measure) {
  std::vector<InputPair> pairs;
  for (std::size_t one = 0; one < measure.sobol.second.size(); ++one) {
    for (std::size_t other = one + 1; other < report.parameters.size(); ++other) {
      const Estimate& share = measure.sobol.second[one][other];
      if (one == report.inert || other == report.inert) continue;
      if (share.low <= 0.0 || share.value <= measure.chance_of_pairs.value_or(0.0)) continue;
      pairs.push_back({one, other, share});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const InputPair& a, const InputPair& b) { return a.share.value > b.share.value; });
  return pairs;
}

std::string pairs_text(const SensitivityReport& report, const MeasureSensitivity& measure) {
  if (measure.sobol.second.empty()) return "";
  const std::vector<InputPair> pairs = pairs_above_chance(report, measure);
  if (pairs.empty()) return "  no pair of inputs acts together beyond what chance does (S2)\n";
  std::string text = "  pairs that act together\n";
  for (std::size_t i = 0; i < std::min(pairs.size(), most_pairs); ++i) {
    const InputPair& pair = pairs[i];
    const std::string names = report.parameters[pair.one] + " with " + report.parameters[pair.other];
    text += fmt::format("      {:<50} S2 {:.3f} ({})\n", names, pair.share.value, range_of_estimate(pair.share));
  }
  if (pairs.size() > most_pairs) text += fmt::format("      and {} more\n", pairs.size() - most_pairs);
  return text;
}

std::string block_of(const SensitivityReport& report, const MeasureSensitivity& measure) {
  const Ranking ranks = ranking(report, measure);
  std::size_t name_width = least_name_width;
  for (const std::string& name : report.parameters) name_width = std::max(name_width, name.size());
  std::string text = fmt::format("\n{}\n  {:<4}{:<{}}{}{}\n", measure.measure, "", "", name_width, heading(report.kind),
                                 luck_heading(report, measure));
  for (std::size_t place = 0; place < ranks.order.size(); ++place) {
    const std::size_t parameter = ranks.order[place];
    if (place == ranks.ranked) text += "  ---- at or below what chance does; not ranked ----\n";
    text += fmt::format("  {:<4}{:<{}}{}\n", place < ranks.ranked ? std::to_string(place + 1) : "",
                        report.parameters[parameter], name_width,
                        numbers_of(report, measure, parameter) + luck_text(report, measure, parameter));
  }
  return text + pairs_text(report, measure);
}

}  // namespace

std::string sensitivity_text(const SensitivityReport& report) {
  static constexpr std::array<std::string_view, 4> kinds = {
      "Saltelli design: shares of variance", "Morris design: elementary effects, inputs on a scale of 0 to 1",
      "a sample of inputs: partial rank correlations and standardised regression coefficients",
      "inputs changed one at a time: differences from the first row"};
  std::string text(kinds[static_cast<std::size_t>(report.kind)]);
  if (report.inert) {
    text += ". Chance is what the inert input reaches.\n";
  } else if (report.kind == DesignKind::sample) {
    text += ". Chance is what correlations of unrelated numbers reach.\n";
  } else {
    text += ". No input is named inert, so what chance does is not known from the design.\n";
  }
  const bool luck_known = !report.measures.empty() && !report.measures.front().luck.empty();
  if (luck_known) {
    text += "Luck is what chance gives that an input itself stirs up, from the replicates; no rank without more.\n";
  }
  for (const MeasureSensitivity& measure : report.measures) text += block_of(report, measure);
  return text;
}

}  // namespace districtsim
