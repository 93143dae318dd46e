#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/run/run_key.hpp"

namespace districtsim {

/// How a run ended: with values, or with the message of what cannot be run.
enum class RunStatus : std::uint8_t { done = 1, failed = 2 };

/// A finished run.
struct RunRecord {
  RunKey key = {};
  RunStatus status = RunStatus::done;
  std::vector<double> values = {};  ///< of a run that is done
  std::string message = {};         ///< of one that failed
};

/// Bytes of a log that are no record.
struct LogDamage {
  std::filesystem::path file;
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

/// One append-only file of finished runs. A record is: magic "dsimrun1", size of the payload in bytes (uint32), status
/// (uint32), key (32 bytes), payload (float64 values or the message in UTF-8), SHA-256 of all before (32 bytes), all
/// little-endian. Each is written by one write(), so a killed process leaves at most one record that is not complete,
/// at the end.
class RunLog {
 public:
  /// For reading. Failure(bad_input_data) if it cannot be opened.
  explicit RunLog(std::filesystem::path path);
  /// For writing too: made if it is not there, locked until the end; scan() comes first and cuts off a torn end.
  /// Failure(run_time_failure) if another process writes to it, or the file system refuses.
  [[nodiscard]] static RunLog for_writing(const std::filesystem::path& path);
  RunLog(RunLog&& other) noexcept;
  RunLog(const RunLog&) = delete;
  RunLog& operator=(const RunLog&) = delete;
  RunLog& operator=(RunLog&&) = delete;
  ~RunLog();

  /// Visits every whole record behind the last one visited, with its offset. A record with a wrong checksum and bytes
  /// that are none go to damage(); one that is not complete at the end is left for the next time.
  void scan(const std::function<void(const RunRecord&, std::uint64_t offset)>& visit);

  /// The record at an offset that scan() or append() gave. Failure(bad_input_data) naming file and offset if it is not
  /// whole any more.
  [[nodiscard]] RunRecord at(std::uint64_t offset) const;

  /// Where the record now is. From one thread at a time.
  std::uint64_t append(const RunRecord& record);

  /// Brings all records to disk.
  void flush() const;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::vector<LogDamage>& damage() const { return damage_; }

 private:
  RunLog(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  std::filesystem::path path_;
  int descriptor_ = -1;      ///< of a log that is written to; others are opened for each use, since there may be many
  std::uint64_t known_ = 0;  ///< end of the last record visited or appended
  std::vector<LogDamage> damage_;
};

}  // namespace districtsim
