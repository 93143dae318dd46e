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

/// Places of a factor's values in a grid: its levels, or `samples` points from one end to the other.
std::vector<double> grid_places(const ExperimentDesign& design, const ExperimentFactor& factor) {
  const std::vector<std::string>& levels = design.inputs[factor.inputs.front()].levels;
  const std::size_t count = levels.empty() ? design.samples : levels.size();
  std::vector<double> places;
  for (std::size_t i = 0; i < count; ++i) {
    const double within = levels.empty() ? 0.0 : 0.5;
    const double whole = levels.empty() ? std::max(1.0, static_cast<double>(count) - 1.0) : static_cast<double>(count);
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

}  // namespace

double ExperimentInput::value_at(double u) const {
  if (levels.empty()) return distribution.quantile(u);
  const auto count = static_cast<double>(levels.size());
  return std::min(std::floor(u * count), count - 1.0);
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
      return sampled(design, one_at_a_time_points(design));
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
