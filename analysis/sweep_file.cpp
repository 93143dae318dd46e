#include "analysis/sweep_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analysis/measures.hpp"
#include "analysis/sweep_measures.hpp"
#include "sim/core/contracts.hpp"
#include "sim/record/run_layout.hpp"

namespace districtsim {

namespace {

/// Chunks of a measure are of about this size, and as much of each measure is held in memory.
constexpr std::size_t chunk_values = 4096;

const std::vector<std::string>& measure_dimensions() {
  static const std::vector<std::string> names = {"year", "scenario", "row", "replicate"};
  return names;
}

std::string as_plain_name(const std::string& path) {
  std::string name = "input_" + path;
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')); }, '_');
  return name;
}

/// Names of the variables of all inputs; one that is taken already gets a number.
std::vector<std::string> input_variables(const DesignTable& rows) {
  std::vector<std::string> names;
  for (const std::string& path : rows.names) {
    const std::string plain = as_plain_name(path);
    std::string name = plain;
    for (int number = 2; std::find(names.begin(), names.end(), name) != names.end(); ++number) {
      name = fmt::format("{}_{}", plain, number);
    }
    names.push_back(name);
  }
  return names;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

/// CF: share, count, index and standard deviation are plain numbers; what else there is stays in long_name.
std::string cf_units(const DistrictMeasure& measure) {
  if (measure.format == NumberFormat::dollars) return "USD";
  return measure.unit.substr(0, 5) == "hours" ? "h" : "1";
}

Provenance of_plan(Provenance provenance, const SweepPlan& plan) {
  provenance.title = "Sweep " + plan.design().name;
  provenance.seed = plan.seed();
  provenance.input_hash = plan.arm_base(0).input_hash;
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    provenance.scenarios.push_back({plan.arm_name(arm), plan.arm_base(arm).resolved_text, ""});
  }
  return provenance;
}

template <class Number>
std::vector<Number> counted_from(Number first, std::size_t count) {
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<Number>(first + static_cast<Number>(i)));
  return numbers;
}

}  // namespace

SweepFile::SweepFile(const std::filesystem::path& path, const SweepPlan& plan, Provenance provenance)
    : plan_(plan),
      file_(ResultFile::create(path, {plan.arm_base(0).record.compression})),
      years_(static_cast<std::size_t>(plan.years())) {
  const std::size_t values_of_row = years_ * plan.arms() * plan.replicates();
  together_ = std::clamp<std::size_t>(chunk_values / values_of_row, 1, std::max<std::size_t>(1, plan.rows().rows()));
  write_provenance(file_, of_plan(std::move(provenance), plan));
  file_.attribute("sweep_design", plan.design().name);
  file_.attribute("district", plan.arm_base(0).district.name);
  file_.attribute("parameters", std::string(plan.parameters_drawn() ? "drawn" : "held"));
  define_dimensions();
  define_inputs();
  define_measures();
}

void SweepFile::define_dimensions() {
  std::vector<std::string> arms;
  for (std::size_t arm = 0; arm < plan_.arms(); ++arm) arms.push_back(plan_.arm_name(arm));
  file_.coordinate<std::int32_t>({.name = "year", .long_name = "recorded school year"},
                                 counted_from<std::int32_t>(1, years_));
  file_.coordinate<std::string>({.name = "scenario", .long_name = "the base, then its alternatives"}, arms);
  file_.coordinate<std::int32_t>({.name = "row", .long_name = "row of the design"},
                                 counted_from<std::int32_t>(0, plan_.rows().rows()));
  file_.coordinate<std::int32_t>({.name = "replicate", .long_name = "number of the replicate within its row"},
                                 counted_from<std::int32_t>(0, plan_.replicates()));
  std::vector<std::string> labels;
  for (int year = 1; year <= plan_.years(); ++year) {
    labels.push_back(school_year_label(plan_.arm_base(0).calendar.start, year));
  }
  file_.write(file_.variable<std::string>(
                  {.name = "year_label", .dimensions = {"year"}, .long_name = "school year", .written_at_once = true}),
              labels);
}

void SweepFile::define_inputs() {
  const DesignTable& rows = plan_.rows();
  const std::vector<std::string> names = input_variables(rows);
  for (std::size_t input = 0; input < rows.columns(); ++input) {
    const std::vector<Attribute> path = {{"path", rows.names[input]}};
    const bool of_scenario = input < plan_.design().inputs.size();
    const std::string meaning = of_scenario ? "input " + rows.names[input] : "input that has no effect";
    if (of_scenario && !plan_.design().inputs[input].levels.empty()) {
      std::vector<std::string> words;
      for (const double value : rows.column(input)) words.push_back(plan_.design().inputs[input].text_of(value));
      file_.write(file_.variable<std::string>({.name = names[input],
                                               .dimensions = {"row"},
                                               .long_name = meaning,
                                               .attributes = path,
                                               .written_at_once = true}),
                  words);
    } else {
      file_.write(file_.variable<double>(
                      {.name = names[input], .dimensions = {"row"}, .long_name = meaning, .attributes = path}),
                  rows.column(input));
    }
  }
}

void SweepFile::define_measures() {
  const Extents chunks = {years_, plan_.arms(), together_, plan_.replicates()};
  const std::vector<Attribute> with_inputs = {{"coordinates", joined_names(input_variables(plan_.rows()))}};
  for (const DistrictMeasure& measure : district_measures()) {
    measures_.push_back(file_.variable<double>({.name = std::string(measure.name),
                                                .dimensions = measure_dimensions(),
                                                .units = cf_units(measure),
                                                .long_name = fmt::format("{} ({})", measure.long_name, measure.unit),
                                                .attributes = with_inputs,
                                                .chunks = chunks}));
  }
  failed_ = file_.variable<std::int8_t>({.name = "failed",
                                         .dimensions = {"scenario", "row", "replicate"},
                                         .long_name = "whether the run could not be made",
                                         .missing = std::int8_t{-1},
                                         .flag_values = {0, 1},
                                         .flag_meanings = {"done", "failed"},
                                         .attributes = with_inputs,
                                         .chunks = {plan_.arms(), together_, plan_.replicates()}});
}

void SweepFile::take(const SweepRow& row) {
  promise(row.row == first_held_ + held_.size(), "rows of a sweep file come in order");
  held_.push_back(row);
  if (held_.size() == together_) write_held();
}

void SweepFile::write_measure(std::size_t measure) {
  std::vector<double> block;
  for (std::size_t year = 1; year <= years_; ++year) {
    const std::size_t place = place_in_run(measure, static_cast<int>(year));
    for (std::size_t arm = 0; arm < plan_.arms(); ++arm) {
      for (const SweepRow& row : held_) {
        const std::size_t first = arm * plan_.replicates();
        for (std::size_t r = 0; r < plan_.replicates(); ++r) block.push_back(row.runs[first + r][place]);
      }
    }
  }
  file_.write(measures_[measure], {0, 0, first_held_, 0}, {years_, plan_.arms(), held_.size(), plan_.replicates()},
              block);
}

void SweepFile::write_flags() {
  std::vector<std::int8_t> flags;
  for (std::size_t arm = 0; arm < plan_.arms(); ++arm) {
    for (const SweepRow& row : held_) {
      for (std::size_t r = 0; r < plan_.replicates(); ++r) {
        flags.push_back(row.failed[arm * plan_.replicates() + r] ? 1 : 0);
      }
    }
  }
  file_.write(failed_, {0, first_held_, 0}, {plan_.arms(), held_.size(), plan_.replicates()}, flags);
}

void SweepFile::write_held() {
  if (held_.empty()) return;
  for (std::size_t measure = 0; measure < measures_.size(); ++measure) write_measure(measure);
  write_flags();
  first_held_ += held_.size();
  held_.clear();
}

void SweepFile::publish() {
  write_held();
  promise(first_held_ == plan_.rows().rows(), "a sweep file has every row");
  file_.publish();
}

}  // namespace districtsim
