#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/check_inputs.hpp"
#include "analysis/design_inputs.hpp"
#include "analysis/experiment_design.hpp"
#include "analysis/read_sweep_inputs.hpp"
#include "analysis/samples.hpp"
#include "sim/core/embedded.hpp"
#include "sim/core/failure.hpp"
#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/schema_check.hpp"
#include "sim/scenario/text_file.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

const Schema& design_schema() {
  static const Schema schema(embedded_file("design.schema.json"));
  return schema;
}

void append(std::vector<Complaint>& all, const std::vector<Complaint>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

SamplingPlan plan_of(const json& checked) {
  static constexpr std::array<std::string_view, 6> names = {"sobol", "morris", "lhs", "grid", "one_at_a_time", "list"};
  const auto* const found = std::find(names.begin(), names.end(), checked.at("design").get<std::string>());
  return static_cast<SamplingPlan>(found - names.begin());
}

/// The rows of a list and its inputs: a column each, with words as levels.
void take_list(const Node& root, const json& checked, ExperimentDesign& design, std::vector<Complaint>& complaints) {
  if (!design.inputs.empty()) {
    complaints.push_back({place_at(root, {"parameters"}), "parameters cannot stand in a list; its inputs are columns"});
  }
  if (!checked.contains("rows")) {
    complaints.push_back({place_at(root, {"design"}), "design is list, which needs rows: the path of a CSV table"});
    return;
  }
  const Node& rows = *root.find("rows");
  design.listed = read_design_table(rows.place.resolve(rows.text), Words::as_levels);
  for (std::size_t column = 0; column < design.listed.columns(); ++column) {
    ExperimentInput input;
    input.name = design.listed.names[column];
    input.levels = design.listed.levels[column];
    const std::vector<double> values = design.listed.column(column);
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    if (!values.empty()) input.distribution = {Distribution::Kind::uniform, *least, 0.0, *most};
    design.inputs.push_back(std::move(input));
  }
}

constexpr double most_cells = 2e8;  ///< rows times inputs of a design, 1.6 GB

double cells_of(const ExperimentDesign& design) {
  const auto samples = static_cast<double>(design.samples);
  const auto columns = static_cast<double>(design.inputs.size() + 1);
  if (design.plan != SamplingPlan::grid) return samples * static_cast<double>(design.rows_of_block()) * columns;
  double rows = 1.0;
  for (const ExperimentFactor& factor : design.factors) rows *= static_cast<double>(grid_values(design, factor));
  return rows * columns;
}

void check_size(const Node& root, const ExperimentDesign& design, std::vector<Complaint>& complaints) {
  if (design.plan != SamplingPlan::list && design.inputs.empty()) {
    complaints.push_back({root.place, "parameters has no inputs that vary"});
  }
  if (cells_of(design) > most_cells) {
    complaints.push_back({place_at(root, {"samples"}), fmt::format("the design has more than {:.0f} million values; "
                                                                   "take fewer samples",
                                                                   most_cells / 1e6)});
  }
  if (design.plan == SamplingPlan::morris && design.levels % 2 != 0) {
    complaints.push_back({place_at(root, {"levels"}), fmt::format("levels is {}, must be even", design.levels)});
  }
  if (design.plan == SamplingPlan::sobol && 2 * design.factors.size() > most_sobol_dimensions) {
    complaints.push_back(
        {place_at(root, {"parameters"}), fmt::format("parameters has {} inputs and groups, a sobol design at most {}",
                                                     design.factors.size(), most_sobol_dimensions / 2)});
  }
}

/// The design as the file writes it, not yet held against its base.
ExperimentDesign written_design(const Node& root, const json& checked, std::vector<Complaint>& complaints) {
  ExperimentDesign design;
  design.plan = plan_of(checked);
  design.samples = checked.at("samples").get<std::size_t>();
  design.levels = checked.at("levels").get<int>();
  design.second_order = checked.at("second_order").get<bool>();
  design.seed = checked.at("seed").get<std::uint64_t>();
  InputReader reader(root, checked);
  design.inputs = reader.inputs();
  design.factors = reader.factors(design.inputs);
  append(complaints, reader.complaints());
  if (design.plan == SamplingPlan::list) take_list(root, checked, design, complaints);
  const bool indices = design.plan == SamplingPlan::sobol || design.plan == SamplingPlan::morris;
  if (indices && checked.at("inert").get<bool>()) design.factors.push_back({"inert", {}});
  check_size(root, design, complaints);
  return design;
}

bool all_readable(const SweepInputs& sweep) {
  const auto can_be_read = [](const std::filesystem::path& path) { return !why_unreadable(path); };
  return can_be_read(sweep.base) && std::all_of(sweep.layers.begin(), sweep.layers.end(), can_be_read) &&
         std::all_of(sweep.alternatives.begin(), sweep.alternatives.end(), can_be_read);
}

/// Complaints of the design, then what is wrong with its base and alternatives; each scenario's words are its own.
[[noreturn]] void refuse_both(const std::vector<Complaint>& complaints, const Failure& arms) {
  if (complaints.empty()) throw arms;
  try {
    refuse(complaints, ExitCode::invalid_scenario);
  } catch (const Failure& own) {
    throw Failure(own.code(), std::string(own.what()) + "\n" + arms.what());
  }
  throw arms;
}

}  // namespace

ExperimentDesign read_experiment_design(const std::filesystem::path& path) {
  const Document document = read_document(path);
  std::vector<Complaint> complaints = document.complaints;
  if (!document.complete) refuse(complaints, ExitCode::invalid_scenario);
  SchemaReport report = design_schema().check(document.root);
  append(complaints, report.complaints);
  refuse(complaints, ExitCode::invalid_scenario);
  const json checked = design_schema().with_defaults(std::move(report.value));

  ExperimentDesign design = written_design(document.root, checked, complaints);
  design.name = checked.value("name", path.stem().string());
  design.sweep = read_sweep_inputs(document.root, checked, design.plan, complaints);
  if (!design.sweep.base.empty() && all_readable(design.sweep)) {
    try {
      const std::vector<ScenarioVariants> arms = sweep_arms(design.sweep);
      append(complaints, check_inputs(document.root, arms, design));
      append(complaints, check_years(document.root, arms));
    } catch (const Failure& failure) {
      refuse_both(complaints, failure);
    }
  }
  refuse(complaints, ExitCode::invalid_scenario);
  return design;
}

}  // namespace districtsim
