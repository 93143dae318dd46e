#pragma once

#include <cstdint>
#include <filesystem>
#include <memory_resource>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/run/run_log.hpp"

namespace districtsim {

/// Where a finished run is.
struct StoredRun {
  std::uint32_t log = 0;  ///< number of the log in the store
  RunStatus status = RunStatus::done;
  std::uint64_t offset = 0;  ///< of its record
};

/// Finished runs of a folder of logs, by what they are. Values stay on disk: memory holds some 80 bytes a run. Runs are
/// found whichever log they are in; new ones go to one log that this process writes to, if it has one. Thread-safe.
class RunStore {
 public:
  /// Reads the logs of a folder; none if there is no folder.
  explicit RunStore(std::filesystem::path folder);
  /// The same, and append() writes to the log `own` ("0-of-1") of the folder, which is made if it is not there.
  /// Failure as RunLog::for_writing.
  RunStore(std::filesystem::path folder, const std::string& own);
  RunStore(const RunStore&) = delete;
  RunStore& operator=(const RunStore&) = delete;

  /// Takes in what other processes have finished since.
  void refresh();

  [[nodiscard]] std::optional<StoredRun> find(const RunKey& key) const;
  /// The values or the message of a run. Failure(bad_input_data) if its record is broken.
  [[nodiscard]] RunRecord read(const StoredRun& run) const;
  /// Keeps a run; one that is there already is not written again.
  StoredRun append(const RunRecord& record);
  /// Copies what `other` has and this lacks, and returns how many runs that was.
  std::size_t take_from(const RunStore& other);
  /// Brings all that was written to disk.
  void flush() const;

  [[nodiscard]] std::size_t runs() const;
  /// Every log: the own one first, then others by name as they were found.
  [[nodiscard]] const std::vector<RunLog>& logs() const { return logs_; }
  /// Bytes of all logs that are no record.
  [[nodiscard]] std::vector<LogDamage> damage() const;

 private:
  void scan_log(std::size_t number);
  void scan_new_logs();

  std::filesystem::path folder_;
  mutable std::shared_mutex mutex_;
  std::vector<RunLog> logs_;
  bool writes_ = false;  ///< to the first log
  /// Entries stay until the end. Each allocated among a run's passing memory would leave holes that nothing fits.
  std::pmr::monotonic_buffer_resource entries_;
  std::pmr::unordered_map<RunKey, StoredRun, RunKeyHash> index_{&entries_};
};

/// Ending of the names of logs.
inline constexpr const char* run_log_ending = ".runs";

}  // namespace districtsim
