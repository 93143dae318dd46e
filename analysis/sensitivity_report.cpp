#include "analysis/sensitivity_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "analysis/samples.hpp"
#include "analysis/stirred_luck.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

/// Two-sided 95 % point of a correlation of independent values, about: 1.96 / sqrt(rows).
double chance_of_correlation(std::size_t rows) { return 1.96 / std::sqrt(static_cast<double>(rows)); }

std::string group_name(const DesignTable& design, const std::vector<std::size_t>& columns) {
  std::vector<std::string> names;
  for (const std::size_t column : columns) names.push_back(design.names[column]);
  return fmt::format("{}", fmt::join(names, "+"));
}

/// The largest S2 of a pair with the inert input.
double chance_of_pairs(const SobolIndices& indices, std::size_t inert) {
  double reached = 0.0;
  for (std::size_t other = 0; other < indices.second.size(); ++other) {
    if (other == inert) continue;
    reached = std::max(reached, std::abs(indices.second[std::min(inert, other)][std::max(inert, other)].value));
  }
  return reached;
}

/// What an inert input reaches: its own upper end where the design has one.
void put_chance(const SensitivityReport& report, MeasureSensitivity& measure, std::size_t rows) {
  if (report.kind == DesignKind::sample) measure.chance = chance_of_correlation(rows);
  if (!report.inert) return;
  if (report.kind == DesignKind::saltelli) {
    measure.chance = measure.sobol.total[*report.inert].high;
    measure.chance_of_first = measure.sobol.first[*report.inert].high;
    if (!measure.sobol.second.empty()) measure.chance_of_pairs = chance_of_pairs(measure.sobol, *report.inert);
    return;
  }
  measure.chance = std::max(measure.chance.value_or(0.0), main_index(report, measure, *report.inert));
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
  Analyst(const DesignTable& design, SensitivityReport& report, std::optional<DesignKind> known) : design_(design) {
    if (!known && is_full_grid(design)) known = DesignKind::sample;  // small grids look like blocks
    const auto may_be = [&known](DesignKind kind) { return !known || *known == kind; };
    if (may_be(DesignKind::saltelli)) saltelli_ = recognise_saltelli(design);
    if (may_be(DesignKind::morris) && !saltelli_) morris_ = recognise_morris(design);
    if (may_be(DesignKind::one_at_a_time) && !saltelli_ && !morris_) single_ = recognise_single_changes(design);
    if (saltelli_) {
      report.kind = DesignKind::saltelli;
      for (const auto& group : saltelli_->groups) report.parameters.push_back(group_name(design, group));
    } else if (morris_) {
      report.kind = DesignKind::morris;
      for (const std::size_t column : morris_->columns) report.parameters.push_back(design.names[column]);
    } else if (single_) {
      report.kind = DesignKind::one_at_a_time;
      for (const std::size_t column : single_->columns) {
        report.parameters.push_back(design.names[column]);
        report.levels.push_back(design.levels.empty() ? std::vector<std::string>{} : design.levels[column]);
      }
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
    } else if (single_) {
      own.changes = single_changes(*single_, design_, results);
    } else {
      own.sample = sample_associations(design_, results);
    }
    return own;
  }

  /// What luck does to the main index of each parameter; nothing where the kind of design does not tell.
  [[nodiscard]] std::vector<double> luck(const std::vector<std::vector<double>>& replicates,
                                         const MeasureSensitivity& measure) const {
    const std::vector<std::vector<double>> contrasts = luck_contrasts(replicates);
    if (contrasts.empty()) return {};
    if (saltelli_) return luck_of_totals(*saltelli_, contrasts, measure.sobol.variance);
    if (morris_) return luck_of_effects(*morris_, design_, contrasts);
    return {};
  }

 private:
  const DesignTable& design_;
  std::optional<SaltelliLayout> saltelli_;
  std::optional<MorrisLayout> morris_;
  std::optional<SingleChangeLayout> single_;
};

/// Whether an index is larger than what luck that the parameter stirs up explains: ST with its range above, mu* above
/// what luck reaches in 95 % of designs.
bool beyond_luck(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  if (measure.luck.empty()) return true;
  const double luck = measure.luck[parameter];
  if (report.kind == DesignKind::morris) {
    const ElementaryEffects& effects = measure.morris[parameter];
    return effects.mu_star > luck * upper_luck_of_effects(effects.effects.size());
  }
  const Estimate& total = measure.sobol.total[parameter];
  return (total.high > total.low ? total.low : total.value) > luck;
}

}  // namespace

bool is_full_grid(const DesignTable& design) {
  double combinations = 1.0;
  for (std::size_t column = 0; column < design.columns(); ++column) {
    const std::vector<double> values = design.column(column);
    combinations *= static_cast<double>(std::set<double>(values.begin(), values.end()).size());
  }
  if (combinations != static_cast<double>(design.rows())) return false;
  std::set<std::vector<double>> rows;
  for (std::size_t row = 0; row < design.rows(); ++row) rows.emplace(design.row(row).begin(), design.row(row).end());
  return rows.size() == design.rows();
}

double main_index(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  switch (report.kind) {
    case DesignKind::saltelli:
      return measure.sobol.total[parameter].value;
    case DesignKind::morris:
      return measure.morris[parameter].mu_star;
    case DesignKind::sample:
      return std::abs(measure.sample.prcc[parameter]);
    case DesignKind::one_at_a_time:
      break;
  }
  double largest = 0.0;
  for (const SingleChange& change : measure.changes[parameter]) {
    largest = std::max(largest, std::abs(change.difference));
  }
  return largest;
}

Ranking ranking(const SensitivityReport& report, const MeasureSensitivity& measure) {
  Ranking ranking;
  ranking.order.resize(report.parameters.size());
  std::iota(ranking.order.begin(), ranking.order.end(), std::size_t{0});
  const auto above = [&](std::size_t parameter) {
    return parameter != report.inert && main_index(report, measure, parameter) > measure.chance.value_or(0.0) &&
           beyond_luck(report, measure, parameter);
  };
  std::stable_sort(ranking.order.begin(), ranking.order.end(), [&](std::size_t a, std::size_t b) {
    if (above(a) != above(b)) return above(a);
    return main_index(report, measure, a) > main_index(report, measure, b);
  });
  ranking.ranked = static_cast<std::size_t>(std::count_if(ranking.order.begin(), ranking.order.end(), above));
  return ranking;
}

SensitivityReport sensitivity_report(const DesignTable& design, const DesignTable& results, std::size_t resamples,
                                     std::uint64_t seed, std::optional<DesignKind> known,
                                     const std::vector<DesignTable>& replicates) {
  SensitivityReport report;
  const Analyst analyst(design, report, known);
  const auto inert = std::find(report.parameters.begin(), report.parameters.end(), inert_name);
  if (inert != report.parameters.end()) report.inert = static_cast<std::size_t>(inert - report.parameters.begin());
  for (std::size_t column = 0; column < results.columns(); ++column) {
    report.measures.push_back(analyst.of(results.column(column), resamples, seed));
    report.measures.back().measure = results.names[column];
    std::vector<std::vector<double>> of_replicates;
    for (const DesignTable& replicate : replicates) of_replicates.push_back(replicate.column(column));
    report.measures.back().luck = analyst.luck(of_replicates, report.measures.back());
    put_chance(report, report.measures.back(), design.rows());
  }
  return report;
}

}  // namespace districtsim
