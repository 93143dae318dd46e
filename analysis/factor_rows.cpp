#include "analysis/factor_rows.hpp"

#include <utility>

#include "analysis/samples.hpp"

namespace districtsim {

namespace {

DesignTable as_places(const ExperimentDesign& design, Points points) {
  DesignTable table;
  for (const ExperimentFactor& factor : design.factors) table.names.push_back(factor.name);
  table.levels.resize(table.names.size());
  table.values = std::move(points.values);
  return table;
}

}  // namespace

DesignTable factor_rows(const ExperimentDesign& design, const DesignTable& rows) {
  const std::size_t count = design.factors.size();
  if (design.plan == SamplingPlan::list) return rows;
  if (design.plan == SamplingPlan::sobol) {
    return as_places(design, saltelli_points(design.samples, count, design.second_order));
  }
  if (design.plan == SamplingPlan::morris) {
    return as_places(design, morris_points(design.samples, count, design.levels, design.seed));
  }
  DesignTable table;
  for (const ExperimentFactor& factor : design.factors) {
    table.names.push_back(factor.name);
    table.levels.push_back(design.inputs[factor.inputs.front()].levels);
  }
  table.values.reserve(rows.rows() * count);
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    for (const ExperimentFactor& factor : design.factors) table.values.push_back(rows.at(row, factor.inputs.front()));
  }
  return table;
}

}  // namespace districtsim
