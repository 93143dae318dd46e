#include "sim/record/pending_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace districtsim {
namespace {

namespace fs = std::filesystem;

constexpr int most_partial_files = 1000;

Failure cannot_write(const fs::path& path, const std::string& reason) {
  return {ExitCode::run_time_failure, "cannot write " + path.string() + ": " + reason};
}

std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

fs::path partial_name(const fs::path& target, int number) {
  return folder_of(target) / ("." + target.filename().string() + ".partial-" + std::to_string(number));
}

/// Follows symbolic links, so that the file they mean is replaced and not the link.
fs::path target_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return path;
  fs::path target = fs::weakly_canonical(path, error);
  if (error) throw cannot_write(path, error.message());
  return target;
}

void require_replaceable(const fs::path& path, const fs::path& target) {
  if (!target.has_filename()) throw cannot_write(path, path.empty() ? "the name is empty" : "it names a folder");
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (status.type() == fs::file_type::directory) throw cannot_write(path, "it is a folder");
  if (!fs::exists(status)) {
    if (!fs::is_directory(folder_of(target), error)) {
      throw cannot_write(path, "there is no folder " + folder_of(target).string());
    }
    return;
  }
  if (!fs::is_regular_file(status)) throw cannot_write(path, "it is not a regular file");
  if (access(target.c_str(), W_OK) != 0) throw cannot_write(path, reason_of(errno));
}

bool still_named(int descriptor, const fs::path& name) {
  struct stat opened {};
  struct stat named {};
  return fstat(descriptor, &opened) == 0 && lstat(name.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

/// Removes `name` if nobody holds its lock; true when it is gone. Only the holder of the lock may remove or rename a
/// partial file.
bool remove_abandoned(const fs::path& name) {
  const int descriptor = open(name.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return errno == ENOENT;
  const bool abandoned = flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  const bool gone = abandoned && (!still_named(descriptor, name) || unlink(name.c_str()) == 0);
  close(descriptor);
  return gone;
}

void remove_all_abandoned(const fs::path& target, int first_number) {
  for (int number = first_number; number < most_partial_files; ++number) {
    struct stat found {};
    const fs::path name = partial_name(target, number);
    if (lstat(name.c_str(), &found) != 0) return;
    remove_abandoned(name);
  }
}

}  // namespace

PendingFile::PendingFile(fs::path path) : path_(std::move(path)), target_(target_of(path_)) {
  require_replaceable(path_, target_);
  int number = 0;
  while (descriptor_ < 0) {
    const fs::path name = partial_name(target_, number);
    const int descriptor = open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) {
      if (errno != EEXIST) throw failure(errno);
      if (!remove_abandoned(name) && ++number == most_partial_files) throw failure(EEXIST);
      continue;
    }
    // Without locks (some network file systems) nothing abandoned is ever recognised; writing works all the same.
    const bool taken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (taken || !still_named(descriptor, name)) {
      close(descriptor);
      continue;
    }
    descriptor_ = descriptor;
    partial_ = name;
  }
  remove_all_abandoned(target_, number + 1);
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      partial_(std::exchange(other.partial_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

PendingFile::~PendingFile() {
  if (descriptor_ < 0) return;
  if (!partial_.empty()) unlink(partial_.c_str());
  close(descriptor_);
}

void PendingFile::append(const std::string& text) {
  const char* bytes = text.data();
  std::size_t left = text.size();
  while (left > 0) {
    const ssize_t put = ::write(descriptor_, bytes, left);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) throw failure(put < 0 ? errno : EIO);
    bytes += put;
    left -= static_cast<std::size_t>(put);
  }
}

void PendingFile::publish() {
  if (fsync(descriptor_) != 0) throw failure(errno);
  if (rename(partial_.c_str(), target_.c_str()) != 0) throw failure(errno);
  partial_.clear();
  const int folder = open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  fsync(folder);
  close(folder);
}

Failure PendingFile::failure(const std::string& reason) const { return cannot_write(path_, reason); }
Failure PendingFile::failure(int error_number) const { return failure(reason_of(error_number)); }

}  // namespace districtsim
