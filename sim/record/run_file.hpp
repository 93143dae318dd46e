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
  /// wait until those of enough replicates are there; rows of tables wait for the runs before theirs (replicate, then
  /// scenario).
  void write(RunPlace place, const YearRecord& record);

  /// Room for more replicates, numbered on from those there are, in a file made with `more_follow`. Every year of the
  /// runs announced before must be there. Not while write() is under way. The contents are those of a file made for
  /// all replicates at once.
  void extend(int replicates);

  [[nodiscard]] std::size_t replicates() const { return replicates_; }

  /// For further variables and attributes.
  [[nodiscard]] ResultFile& file() { return file_; }

  /// Puts the complete file in place. Nothing may be called afterwards.
  void publish();

 private:
  /// Values of some replicates' year, laid out as they are written.
  struct YearBlock {
    std::vector<float> weekly = {};           ///< [measure][week][replicate][school]
    std::vector<float> district = {};         ///< [measure][week][replicate]
    std::vector<double> yearly = {};          ///< [measure][replicate][school]
    std::vector<double> groups = {};          ///< [measure][replicate][school][group][subject]
    std::vector<double> district_year = {};   ///< [measure][replicate]
    std::vector<double> need = {};            ///< [measure][replicate][quarter]
    std::vector<float> support = {};          ///< [measure][replicate][school][interaction]
    std::vector<float> central_support = {};  ///< [measure][replicate][interaction]
    std::vector<float> hours = {};            ///< [replicate][person kind][activity][school]
    std::vector<float> central_hours = {};    ///< [replicate][person kind][activity]
    std::vector<double> ledger_dollars = {};  ///< [replicate][place][line][fund of the file]
    std::vector<float> ledger_posts = {};     ///< [replicate][place][line][fund of the file]
    std::size_t filled = 0;                   ///< replicates that are there
  };
  /// First values of a block, or of the record of one replicate: both are laid out alike.
  struct BlockValues {
    const float* weekly = nullptr;
    const float* district = nullptr;
    const double* yearly = nullptr;
    const double* groups = nullptr;
    const double* district_year = nullptr;
    const double* need = nullptr;
    const float* support = nullptr;
    const float* central_support = nullptr;
    const float* hours = nullptr;
    const float* central_hours = nullptr;
    const double* ledger_dollars = nullptr;
    const float* ledger_posts = nullptr;
  };
  struct BlockPlace {
    std::size_t scenario = 0;
    std::size_t first_replicate = 0;
    std::size_t replicates = 1;
    std::size_t year = 0;
  };
  using Turn = std::pair<std::size_t, std::size_t>;  ///< number of the run, year
  /// Rows of one year that go to the tables.
  struct TableRows {
    AgentColumns agents = {};
    InteractionColumns interactions = {};
  };

  /// Of a YearBlock or a YearRecord.
  template <class Source>
  [[nodiscard]] static BlockValues values_of(const Source& source);
  void fill(YearBlock& block, const BlockPlace& place, std::size_t replicate, const YearRecord& record) const;
  /// Values of a record's funds, put where the file has them.
  template <class T>
  [[nodiscard]] std::vector<T> with_all_funds(std::size_t scenario, const std::vector<T>& own) const;
  void write_block(const BlockPlace& place, const BlockValues& values);
  void take_rows(RunPlace place, std::size_t year, const YearRecord& record);
  void append_rows(const Turn& turn, const AgentColumns& agents, const InteractionColumns& interactions);
  void append_agents(const Turn& turn, const AgentColumns& agents);
  void append_interactions(const Turn& turn, const InteractionColumns& interactions);

  /// Whether every year of every run announced so far was taken and written.
  [[nodiscard]] bool is_complete() const;

  std::vector<const Scenario*> scenarios_;
  std::size_t replicates_;
  std::size_t first_of_round_ = 0;  ///< first replicate of the last extension: blocks do not reach over it
  int next_number_;                 ///< of the replicate after the last
  std::size_t years_ = 0;
  std::size_t weeks_ = 0;
  std::size_t schools_ = 0;
  std::size_t together_ = 1;
  std::size_t funds_ = 1;                                 ///< of all scenarios
  std::vector<std::vector<std::size_t>> fund_rows_ = {};  ///< [scenario][fund] in the file
  ResultFile file_;
  RunVariables variables_ = {};
  bool with_agents_;
  bool with_interactions_;

  std::atomic<std::size_t> taken_ = 0;
  std::mutex blocks_mutex_ = {};
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, YearBlock> blocks_ = {};  ///< scenario, replicate, year
  std::mutex tables_mutex_ = {};
  Turn next_ = {0, 0};
  std::map<Turn, TableRows> waiting_ = {};
};

/// Failure(invalid_scenario) where two scenarios differ in schools or calendar: their runs cannot stand side by side.
void require_alike(const Scenario& first, const Scenario& other);

/// Whether rows of agents and interactions may wait in memory for those of the runs before theirs, when many runs go on
/// at once: a gigabyte at worst, and never where every interaction is recorded.
[[nodiscard]] bool rows_may_wait(const std::vector<const Scenario*>& scenarios, int replicates);

}  // namespace districtsim
