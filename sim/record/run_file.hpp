#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/record/provenance.hpp"
#include "sim/record/result_file.hpp"
#include "sim/record/run_layout.hpp"
#include "sim/record/run_place.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// The result file of runs: every recorded year of every replicate of some scenarios of one district. Its contents are
/// listed in analysis/README.md.
class RunFile {
 public:
  /// Creates the file, still under a hidden name. `provenance` needs command line and seed; title, scenarios and hash
  /// of input data are filled in. Failure(invalid_scenario) where scenarios differ in schools or calendar,
  /// Failure(run_time_failure) where the file cannot be written. `scenarios` must live as long as this.
  RunFile(const std::filesystem::path& path, const std::vector<const Scenario*>& scenarios, ReplicateRange replicates,
          Provenance provenance);

  /// Takes one year of one run. From any thread, runs in any order, years of one run in order. Small districts' years
  /// wait until those of enough replicates are there; agents wait for the runs before theirs (replicate, then
  /// scenario).
  void write(RunPlace place, const YearRecord& record);

  /// For further variables and attributes.
  [[nodiscard]] ResultFile& file() { return file_; }

  /// Puts the complete file in place. Nothing may be called afterwards.
  void publish();

 private:
  /// Values of some replicates' year, laid out as they are written.
  struct YearBlock {
    std::vector<float> weekly = {};    ///< [measure][week][replicate][school]
    std::vector<float> district = {};  ///< [measure][week][replicate]
    std::vector<double> yearly = {};   ///< [measure][replicate][school]
    std::vector<double> groups = {};   ///< [measure][replicate][school][group][subject]
    std::vector<double> money = {};    ///< [measure][replicate]
    std::size_t filled = 0;            ///< replicates that are there
  };
  /// First values of a block, or of the record of one replicate: both are laid out alike.
  struct BlockValues {
    const float* weekly = nullptr;
    const float* district = nullptr;
    const double* yearly = nullptr;
    const double* groups = nullptr;
    const double* money = nullptr;
  };
  struct BlockPlace {
    std::size_t scenario = 0;
    std::size_t first_replicate = 0;
    std::size_t replicates = 1;
    std::size_t year = 0;
  };
  using AgentTurn = std::pair<std::size_t, std::size_t>;  ///< number of the run, year

  void fill(YearBlock& block, const BlockPlace& place, std::size_t replicate, const YearRecord& record) const;
  void write_block(const BlockPlace& place, const BlockValues& values);
  void take_agents(RunPlace place, std::size_t year, const AgentColumns& agents);
  void append_agents(const AgentTurn& turn, const AgentColumns& agents);

  std::vector<const Scenario*> scenarios_;
  std::size_t replicates_;
  std::size_t years_ = 0;
  std::size_t weeks_ = 0;
  std::size_t schools_ = 0;
  std::size_t together_ = 1;
  ResultFile file_;
  RunVariables variables_ = {};
  bool with_agents_;

  std::atomic<std::size_t> taken_ = 0;
  std::mutex blocks_mutex_ = {};
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, YearBlock> blocks_ = {};  ///< scenario, replicate, year
  std::mutex agents_mutex_ = {};
  AgentTurn next_ = {0, 0};
  std::map<AgentTurn, AgentColumns> waiting_ = {};
};

/// Bytes that waiting agents may take in memory when many runs go on at once: all of them, at worst.
[[nodiscard]] double agents_in_memory(const std::vector<const Scenario*>& scenarios, int replicates);

}  // namespace districtsim
