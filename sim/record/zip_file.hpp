#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "sim/record/pending_file.hpp"

namespace districtsim {

enum class ZipMode : std::uint8_t { plain, executable };

/// A zip archive being written: the same entries give the same bytes, whenever and wherever. Nothing appears under its
/// name before publish(). Every failure is Failure(run_time_failure) as of PendingFile. Entries are kept in memory,
/// compressed ones only once publish() is called.
class ZipFile {
 public:
  /// `date` is what all entries carry, UTC as in "2026-03-01T12:00:00Z"; anything else counts as the first of 1980.
  ZipFile(const std::filesystem::path& path, const std::string& date);
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;
  ~ZipFile();

  /// `name` with '/' between folders; each name once.
  void add(const std::string& name, const std::string& text, ZipMode mode = ZipMode::plain);

  void publish();

 private:
  struct Archive;
  PendingFile file_;
  std::unique_ptr<Archive> archive_;
};

}  // namespace districtsim
