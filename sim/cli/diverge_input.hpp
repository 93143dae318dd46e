#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/read_result.hpp"
#include "sim/record/year_record.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim {

/// A scenario of a result file, loaded again, with what the file says of how it was run.
class ScenarioOfResult {
 public:
  /// `scenario` is its row in the file. Data files are looked for in `data`, beside the file, in the working directory
  /// and where the command line of the file had its scenarios. Failure(bad_input_data) that says why it cannot be run
  /// again: another version, data that are not there or are others, a branched run.
  ScenarioOfResult(const std::filesystem::path& file, std::size_t scenario, const std::string& data);

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] ParameterUse parameters() const { return parameters_; }
  /// Number of its first replicate.
  [[nodiscard]] int first_replicate() const { return replicates_.front(); }

  /// Failure(bad_input_data) if a year that was run again is not that of the file.
  void check(int replicate, const YearRecord& record) const;

 private:
  std::shared_ptr<const SavedResult> result_;
  std::string written_by_;
  std::size_t row_;
  Scenario scenario_;
  std::uint64_t seed_ = 1;
  ParameterUse parameters_ = ParameterUse::drawn;
  std::vector<int> replicates_;
};

/// Whether a file begins as HDF5 files do.
[[nodiscard]] bool is_result_file(const std::filesystem::path& path);

/// Scenarios in a result file.
[[nodiscard]] std::size_t scenarios_in(const std::filesystem::path& path);

}  // namespace districtsim
