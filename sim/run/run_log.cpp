#include "sim/run/run_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/sha256.hpp"

namespace districtsim {

namespace {

static_assert(std::endian::native == std::endian::little, "records are written as numbers lie in memory");

constexpr std::string_view record_magic = "dsimrun1";
constexpr std::size_t size_at = 8;
constexpr std::size_t status_at = 12;
constexpr std::size_t key_at = 16;
constexpr std::size_t head_bytes = 48;
constexpr std::size_t checksum_bytes = 32;
constexpr std::uint32_t largest_payload = 1U << 30U;
constexpr std::size_t searched_at_once = 1U << 20U;

std::string file_reason(int error_number) { return std::generic_category().message(error_number); }

/// A log open for reading for a while.
class OpenLog {
 public:
  OpenLog(const std::filesystem::path& path, int descriptor)
      : path_(path), own_(descriptor < 0), descriptor_(own_ ? open(path.c_str(), O_RDONLY | O_CLOEXEC) : descriptor) {
    if (descriptor_ < 0) fail(errno);
  }
  ~OpenLog() {
    if (own_) close(descriptor_);
  }
  OpenLog(const OpenLog&) = delete;
  OpenLog& operator=(const OpenLog&) = delete;

  [[nodiscard]] std::uint64_t size() const {
    struct stat found {};
    if (fstat(descriptor_, &found) != 0) fail(errno);
    return static_cast<std::uint64_t>(found.st_size);
  }

  /// Up to `count` bytes from `offset`; fewer at the end of the file.
  [[nodiscard]] std::string bytes(std::uint64_t offset, std::size_t count) const {
    std::string read(count, '\0');
    std::size_t got = 0;
    while (got < count) {
      const ssize_t more = pread(descriptor_, &read[got], count - got, static_cast<off_t>(offset + got));
      if (more < 0 && errno == EINTR) continue;
      if (more < 0) fail(errno);
      if (more == 0) break;
      got += static_cast<std::size_t>(more);
    }
    read.resize(got);
    return read;
  }

 private:
  [[noreturn]] void fail(int error_number) const {
    throw Failure(ExitCode::bad_input_data, "cannot read " + path_.string() + ": " + file_reason(error_number));
  }

  const std::filesystem::path& path_;
  bool own_;
  int descriptor_;
};

std::uint32_t word_at(const std::string& bytes, std::size_t offset) {
  std::uint32_t word = 0;
  std::memcpy(&word, &bytes[offset], sizeof word);
  return word;
}

bool is_head(const std::string& bytes) {
  return bytes.size() >= head_bytes && std::string_view(bytes).substr(0, record_magic.size()) == record_magic &&
         word_at(bytes, size_at) <= largest_payload &&
         (word_at(bytes, status_at) == static_cast<std::uint32_t>(RunStatus::failed) ||
          (word_at(bytes, status_at) == static_cast<std::uint32_t>(RunStatus::done) &&
           word_at(bytes, size_at) % sizeof(double) == 0));
}

std::array<std::uint8_t, checksum_bytes> checksum_of(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes.data(), bytes.size());
  return hash.bytes();
}

std::string as_bytes(const RunRecord& record) {
  const bool done = record.status == RunStatus::done;
  const auto size = static_cast<std::uint32_t>(done ? record.values.size() * sizeof(double) : record.message.size());
  const auto status = static_cast<std::uint32_t>(record.status);
  std::string bytes(head_bytes + size + checksum_bytes, '\0');
  std::memcpy(bytes.data(), record_magic.data(), record_magic.size());
  std::memcpy(&bytes[size_at], &size, sizeof size);
  std::memcpy(&bytes[status_at], &status, sizeof status);
  std::memcpy(&bytes[key_at], record.key.bytes.data(), record.key.bytes.size());
  if (size > 0) {
    const void* payload = done ? static_cast<const void*>(record.values.data()) : record.message.data();
    std::memcpy(&bytes[head_bytes], payload, size);
  }
  const auto checksum = checksum_of(std::string_view(bytes).substr(0, head_bytes + size));
  std::memcpy(&bytes[head_bytes + size], checksum.data(), checksum.size());
  return bytes;
}

RunRecord from_bytes(const std::string& bytes) {
  RunRecord record;
  const std::uint32_t size = word_at(bytes, size_at);
  record.status = static_cast<RunStatus>(word_at(bytes, status_at));
  std::memcpy(record.key.bytes.data(), &bytes[key_at], record.key.bytes.size());
  if (record.status == RunStatus::failed) {
    record.message = bytes.substr(head_bytes, size);
  } else {
    record.values.resize(size / sizeof(double));
    if (size > 0) std::memcpy(record.values.data(), &bytes[head_bytes], size);
  }
  return record;
}

std::uint64_t bytes_of(const RunRecord& record) {
  return head_bytes + checksum_bytes +
         (record.status == RunStatus::done ? record.values.size() * sizeof(double) : record.message.size());
}

/// The record at `offset`, or nothing if none is there whole.
std::optional<RunRecord> record_at(const OpenLog& log, std::uint64_t offset) {
  std::string bytes = log.bytes(offset, head_bytes);
  if (!is_head(bytes)) return std::nullopt;
  const std::size_t rest = word_at(bytes, size_at) + checksum_bytes;
  if (offset + head_bytes + rest > log.size()) return std::nullopt;
  bytes += log.bytes(offset + head_bytes, rest);
  if (bytes.size() != head_bytes + rest) return std::nullopt;
  const std::size_t summed = bytes.size() - checksum_bytes;
  const auto checksum = checksum_of(std::string_view(bytes).substr(0, summed));
  if (std::memcmp(checksum.data(), &bytes[summed], checksum.size()) != 0) return std::nullopt;
  return from_bytes(bytes);
}

/// Whether the file ends within what may be a record.
bool is_torn(const OpenLog& log, std::uint64_t offset, std::uint64_t end) {
  const std::string bytes = log.bytes(offset, head_bytes);
  const std::size_t magic = std::min(bytes.size(), record_magic.size());
  if (bytes.compare(0, magic, record_magic, 0, magic) != 0) return false;
  if (bytes.size() < head_bytes) return true;
  return is_head(bytes) && offset + head_bytes + word_at(bytes, size_at) + checksum_bytes > end;
}

/// Where the next whole record begins, from `offset` on; `end` if there is none.
std::uint64_t next_record(const OpenLog& log, std::uint64_t offset, std::uint64_t end) {
  while (offset < end) {
    const std::string bytes = log.bytes(offset, searched_at_once);
    for (std::size_t found = bytes.find(record_magic); found != std::string::npos;
         found = bytes.find(record_magic, found + 1)) {
      if (record_at(log, offset + found)) return offset + found;
    }
    if (bytes.size() < searched_at_once) return end;
    offset += bytes.size() - record_magic.size() + 1;
  }
  return end;
}

Failure cannot_write_log(const std::filesystem::path& path, int error_number) {
  return {ExitCode::run_time_failure, "cannot write " + path.string() + ": " + file_reason(error_number)};
}

}  // namespace

RunLog::RunLog(std::filesystem::path path) : path_(std::move(path)) { static_cast<void>(OpenLog(path_, -1)); }

RunLog::RunLog(RunLog&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      known_(other.known_),
      damage_(std::move(other.damage_)) {}

RunLog::~RunLog() {
  if (descriptor_ >= 0) close(descriptor_);
}

RunLog RunLog::for_writing(const std::filesystem::path& path) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor < 0) throw cannot_write_log(path, errno);
  RunLog log(path, descriptor);
  // Without locks (some network file systems) a second writer is not seen; writing works all the same.
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    throw Failure(ExitCode::run_time_failure,
                  "another process writes to " + path.string() +
                      "; wait for it, or give each process a shard of its own (--shard i/n)");
  }
  return log;
}

void RunLog::scan(const std::function<void(const RunRecord&, std::uint64_t offset)>& visit) {
  const OpenLog log(path_, descriptor_);
  const std::uint64_t end = log.size();
  while (known_ < end) {
    if (const std::optional<RunRecord> record = record_at(log, known_)) {
      visit(*record, known_);
      known_ += bytes_of(*record);
      continue;
    }
    const std::uint64_t next = next_record(log, known_ + 1, end);
    if (next == end && is_torn(log, known_, end)) break;
    damage_.push_back({path_, known_, next - known_});
    known_ = next;
  }
  // Behind what is known another process is writing, or was when it ended; the log's own writer has locked it.
  if (descriptor_ >= 0 && known_ < end && ftruncate(descriptor_, static_cast<off_t>(known_)) != 0) {
    throw cannot_write_log(path_, errno);
  }
}

RunRecord RunLog::at(std::uint64_t offset) const {
  std::optional<RunRecord> record = record_at(OpenLog(path_, descriptor_), offset);
  if (record) return std::move(*record);
  throw Failure(ExitCode::bad_input_data, fmt::format("{}: the record at byte {} is broken", path_.string(), offset));
}

std::uint64_t RunLog::append(const RunRecord& record) {
  promise(descriptor_ >= 0, "records go to a log that is open for writing");
  const std::string bytes = as_bytes(record);
  const OpenLog opened(path_, descriptor_);
  const std::uint64_t offset = opened.size();
  ssize_t put = -1;
  do {
    put = ::write(descriptor_, bytes.data(), bytes.size());
  } while (put < 0 && errno == EINTR);
  if (put == static_cast<ssize_t>(bytes.size())) {
    known_ = offset + bytes.size();
    return offset;
  }
  const int reason = put < 0 ? errno : ENOSPC;
  if (put > 0) static_cast<void>(!ftruncate(descriptor_, static_cast<off_t>(offset)));
  throw cannot_write_log(path_, reason);
}

void RunLog::flush() const {
  if (descriptor_ >= 0 && fsync(descriptor_) != 0 && errno != EINVAL) throw cannot_write_log(path_, errno);
}

}  // namespace districtsim
