#pragma once

#include <filesystem>
#include <string>

#include "sim/core/failure.hpp"

namespace districtsim {

/// A file being written under a hidden name, `.NAME.partial-N` in the folder of `path`, until publish() renames it.
/// Destruction without publish() removes it. While its process lives it is locked; the next PendingFile of the same
/// path removes the unlocked ones that killed processes left.
class PendingFile {
 public:
  /// Failure(run_time_failure) when `path` is a folder or a device, is protected, or its folder cannot be written.
  explicit PendingFile(std::filesystem::path path);
  PendingFile(PendingFile&&) noexcept;
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  PendingFile& operator=(PendingFile&&) = delete;
  ~PendingFile();

  /// Open for reading and writing.
  [[nodiscard]] int descriptor() const { return descriptor_; }

  /// Appends bytes at the file position.
  void append(const std::string& text);

  /// Brings the contents to disk, then renames.
  void publish();

  /// "cannot write PATH: reason", for callers that write to the descriptor themselves.
  [[nodiscard]] Failure failure(const std::string& reason) const;
  [[nodiscard]] Failure failure(int error_number) const;

 private:
  std::filesystem::path path_;     ///< as the person wrote it, for messages
  std::filesystem::path target_;   ///< symbolic links followed
  std::filesystem::path partial_;  ///< empty once published
  int descriptor_ = -1;
};

}  // namespace districtsim
