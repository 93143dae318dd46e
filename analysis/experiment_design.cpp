#include "analysis/experiment_design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/samples.hpp"
#include "sim/core/contracts.hpp"
#include "sim/scenario/csv_table.hpp"

namespace districtsim {

namespace {

/// Rows of inputs from a point of the unit cube of factors.
void append_design_row(const ExperimentDesign& design, const Points& points, std::size_t row, DesignTable& table) {
  std::vector<double> values(design.inputs.size(), 0.0);
  double inert = 0.0;
  for (std::size_t factor = 0; factor < design.factors.size(); ++factor) {
    const double u = points.at(row, factor);
    if (design.factors[factor].name == inert_name) inert = u;
    for (const std::size_t input : design.factors[factor].inputs) values[input] = design.inputs[input].value_at(u);
  }
  table.values.insert(table.values.end(), values.begin(), values.end());
  if (table.columns() > design.inputs.size()) table.values.push_back(inert);
}

DesignTable empty_table(const ExperimentDesign& design) {
  DesignTable table;
  for (const ExperimentInput& input : design.inputs) table.names.push_back(input.name);
  const bool inert = std::any_of(design.factors.begin(), design.factors.end(),
                                 [](const ExperimentFactor& factor) { return factor.name == inert_name; });
  if (inert) table.names.emplace_back(inert_name);
  return table;
}

DesignTable sampled(const ExperimentDesign& design, const Points& points) {
  DesignTable table = empty_table(design);
  for (std::size_t row = 0; row < points.rows(); ++row) append_design_row(design, points, row, table);
  return table;
}

/// Places of a factor's values in a grid: all levels, all of a few whole numbers, or `samples` points from end to end.
std::vector<double> grid_places(const ExperimentDesign& design, const ExperimentFactor& factor) {
  const ExperimentInput& first = design.inputs[factor.inputs.front()];
  const bool all = !first.levels.empty() || (first.values() > 0 && first.values() <= design.samples);
  const std::size_t count = grid_values(design, factor);
  std::vector<double> places;
  for (std::size_t i = 0; i < count; ++i) {
    const double within = all ? 0.5 : 0.0;
    const double whole = all ? static_cast<double>(count) : std::max(1.0, static_cast<double>(count) - 1.0);
    places.push_back((static_cast<double>(i) + within) / whole);
  }
  return places;
}

Points grid_points(const ExperimentDesign& design) {
  Points points{design.factors.size(), {}};
  std::vector<std::vector<double>> places;
  std::size_t rows = 1;
  for (const ExperimentFactor& factor : design.factors) {
    places.push_back(grid_places(design, factor));
    rows *= places.back().size();
  }
  for (std::size_t row = 0; row < rows; ++row) {
    std::size_t left = row;
    std::size_t repeats = rows;
    for (const std::vector<double>& own : places) {
      repeats /= own.size();
      points.values.push_back(own[left / repeats]);
      left %= repeats;
    }
  }
  return points;
}

/// The middle of everything, then every factor at its low and at its high end.
Points one_at_a_time_points(const ExperimentDesign& design) {
  constexpr double middle = 0.5;
  Points points{design.factors.size(), std::vector<double>(design.factors.size(), middle)};
  for (std::size_t factor = 0; factor < design.factors.size(); ++factor) {
    for (const double end : {0.0, 1.0}) {
      std::vector<double> row(design.factors.size(), middle);
      row[factor] = end;
      points.values.insert(points.values.end(), row.begin(), row.end());
    }
  }
  return points;
}

/// The base as it is, then each factor at other values alone: both ends of a range, every other level.
DesignTable changes_of_base(const ExperimentDesign& design) {
  DesignTable table = empty_table(design);
  std::vector<double> base;
  for (const ExperimentInput& input : design.inputs) base.push_back(input.base.value());
  table.values = base;
  for (const ExperimentFactor& factor : design.factors) {
    const std::vector<std::string>& levels = design.inputs[factor.inputs.front()].levels;
    const std::size_t count = levels.empty() ? 2 : levels.size();
    for (std::size_t i = 0; i < count; ++i) {
      const double u =
          levels.empty() ? static_cast<double>(i) : (static_cast<double>(i) + 0.5) / static_cast<double>(count);
      std::vector<double> row = base;
      for (const std::size_t input : factor.inputs) row[input] = design.inputs[input].value_at(u);
      if (row != base) table.values.insert(table.values.end(), row.begin(), row.end());
    }
  }
  return table;
}

DesignTable one_at_a_time(const ExperimentDesign& design) {
  const auto known = [](const ExperimentInput& input) { return input.base.has_value(); };
  if (std::all_of(design.inputs.begin(), design.inputs.end(), known)) return changes_of_base(design);
  return sampled(design, one_at_a_time_points(design));
}

}  // namespace

std::size_t grid_values(const ExperimentDesign& design, const ExperimentFactor& factor) {
  const ExperimentInput& first = design.inputs[factor.inputs.front()];
  if (!first.levels.empty()) return first.values();
  return first.values() > 0 ? std::min(first.values(), design.samples) : design.samples;
}

std::size_t ExperimentInput::values() const {
  if (!levels.empty()) return levels.size();
  return whole ? static_cast<std::size_t>(distribution.high - distribution.low) + 1 : 0;
}

double ExperimentInput::value_at(double u) const {
  if (levels.empty() && distribution.kind == Distribution::Kind::triangular) {
    return whole ? std::round(distribution.quantile(u)) : distribution.quantile(u);
  }
  if (values() == 0) return distribution.quantile(u);
  const auto count = static_cast<double>(values());
  return (levels.empty() ? distribution.low : 0.0) + std::min(std::floor(u * count), count - 1.0);
}

std::string ExperimentInput::path() const { return parameter_record(name) == nullptr ? name : "parameters." + name; }

std::size_t ExperimentDesign::rows_of_block() const {
  if (plan == SamplingPlan::morris) return factors.size() + 1;
  return plan == SamplingPlan::sobol ? (second_order ? 2 : 1) * factors.size() + 2 : 1;
}

std::string ExperimentInput::text_of(double value) const {
  return levels.empty() ? fmt::format("{}", value) : levels[static_cast<std::size_t>(value)];
}

DesignTable design_rows(const ExperimentDesign& design) {
  switch (design.plan) {
    case SamplingPlan::sobol:
      return sampled(design, saltelli_points(design.samples, design.factors.size(), design.second_order));
    case SamplingPlan::morris:
      return sampled(design, morris_points(design.samples, design.factors.size(), design.levels, design.seed));
    case SamplingPlan::lhs:
      return sampled(design, latin_hypercube(design.samples, design.factors.size(), design.seed));
    case SamplingPlan::grid:
      return sampled(design, grid_points(design));
    case SamplingPlan::one_at_a_time:
      return one_at_a_time(design);
    case SamplingPlan::list:
      break;
  }
  return design.listed;
}

std::string design_csv(const ExperimentDesign& design, const DesignTable& rows) {
  std::string text;
  for (std::size_t column = 0; column < rows.columns(); ++column) {
    text += (column > 0 ? "," : "") + as_csv_cell(rows.names[column]);
  }
  text += "\n";
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    for (std::size_t column = 0; column < rows.columns(); ++column) {
      const double value = rows.at(row, column);
      const bool input = column < design.inputs.size();
      text += (column > 0 ? "," : "");
      text += input ? as_csv_cell(design.inputs[column].text_of(value)) : fmt::format("{}", value);
    }
    text += "\n";
  }
  return text;
}

}  // namespace districtsim
