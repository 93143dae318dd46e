#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "analysis/sweep_plan.hpp"
#include "analysis/sweep_row.hpp"
#include "sim/record/provenance.hpp"
#include "sim/record/result_file.hpp"

namespace districtsim {

/// Writes sweep.h5: every measure of every year of every run, with the inputs of each row. Rows come in order and are
/// written some at a time, so that memory does not grow with their number. Values alone decide the digest.
class SweepFile {
 public:
  /// `provenance` gets title, scenarios and seed from the plan.
  SweepFile(const std::filesystem::path& path, const SweepPlan& plan, Provenance provenance);
  void take(const SweepRow& row);
  void publish();

 private:
  void define_dimensions();
  void define_inputs();
  void define_measures();
  void write_measure(std::size_t measure);
  void write_flags();
  void write_held();

  const SweepPlan& plan_;
  ResultFile file_;
  std::size_t years_;
  std::size_t together_;  ///< rows written in one go
  std::vector<Variable<double>> measures_;
  Variable<std::int8_t> failed_;
  std::size_t first_held_ = 0;
  std::vector<SweepRow> held_;
};

}  // namespace districtsim
