#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/snapshot.hpp"

namespace districtsim {

/// Whose checkpoints they are: name and value of everything that must be equal to go on.
using CheckpointIdentity = std::map<std::string, std::string>;

/// What a checkpoint run had finished of one replicate.
struct KeptReplicate {
  std::vector<YearRecord> years = {};  ///< finished, from the first
  std::optional<Snapshot> state = {};  ///< none: it begins anew, or all years are there
};

/// A folder that keeps what long runs have done, so that a killed one can go on: `run.json` says whose it is,
/// `R.year-Y` holds a finished year of replicate R, `R.state` its state at the last checkpoint. Every file is written
/// under a hidden name, brought to disk and renamed, and begins with the SHA-256 of what follows. One process at a time
/// has it.
class CheckpointFolder {
 public:
  enum class Begin : std::uint8_t { anew, where_it_was };
  /// `anew` makes it: Failure(usage) if it is there already. `where_it_was` opens it if it is there, else makes it:
  /// Failure(usage) naming what differs if it is of another run. Failure(run_time_failure) if it cannot be made, or
  /// another process has it.
  CheckpointFolder(std::filesystem::path path, const CheckpointIdentity& identity, Begin begin);
  CheckpointFolder(const CheckpointFolder&) = delete;
  CheckpointFolder& operator=(const CheckpointFolder&) = delete;
  ~CheckpointFolder();

  /// What is there of a replicate, as far as it is whole and fits together; notes() says of what is not.
  [[nodiscard]] KeptReplicate read(std::uint32_t replicate, const CalendarPlan& calendar);
  void put_year(std::uint32_t replicate, const YearRecord& record) const;
  void put_state(std::uint32_t replicate, const Snapshot& state) const;
  /// All years of the replicate are there: its state is needed no more.
  void finish(std::uint32_t replicate) const;

  /// Whether something was there to go on from.
  [[nodiscard]] bool found() const { return found_; }
  /// One sentence about each damaged file met so far.
  [[nodiscard]] std::vector<std::string> notes() const;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// The run is complete and published: removes the folder.
  void remove();

 private:
  void check_identity(const CheckpointIdentity& identity) const;
  [[nodiscard]] std::filesystem::path year_file(std::uint32_t replicate, int year) const;
  [[nodiscard]] std::filesystem::path state_file(std::uint32_t replicate) const;
  template <class T>
  [[nodiscard]] std::optional<T> value_in(const std::filesystem::path& file);
  [[nodiscard]] std::vector<YearRecord> years_of(std::uint32_t replicate, int last);

  std::filesystem::path path_;
  int lock_ = -1;
  bool found_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> notes_;
};

}  // namespace districtsim
