#include "sim/record/checkpoint_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "sim/core/failure.hpp"
#include "sim/core/sha256.hpp"
#include "sim/record/pending_file.hpp"
#include "sim/record/record_fields.hpp"
#include "sim/record/state_bytes.hpp"

namespace districtsim {

namespace {

namespace fs = std::filesystem;

constexpr const char* identity_file = "run.json";
constexpr std::size_t seal_length = 65;  // 64 digits and a line end

void put_file(const fs::path& path, const std::string& text) {
  PendingFile file(path);
  file.append(text);
  file.publish();
}

template <class T>
void put_sealed(const fs::path& path, const T& value) {
  const std::string bytes = bytes_of(value);
  PendingFile file(path);
  file.append(sha256_hex(bytes) + "\n");
  file.append(bytes);
  file.publish();
}

std::string contents_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

/// The folder's lock, or -1 if another process has it.
int locked(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return descriptor;
  close(descriptor);
  throw Failure(ExitCode::run_time_failure, folder.string() + ": another process works on this run");
}

}  // namespace

CheckpointFolder::CheckpointFolder(fs::path path, const CheckpointIdentity& identity, Begin begin)
    : path_(std::move(path)) {
  std::error_code error;
  const bool there = fs::exists(path_ / identity_file, error);
  if (there && begin == Begin::anew) {
    throw Failure(ExitCode::usage,
                  fmt::format("{} holds what an unfinished run has done: go on with --resume, or remove the folder",
                              path_.string()));
  }
  fs::create_directory(path_, error);
  if (error) {
    throw Failure(ExitCode::run_time_failure, "cannot make " + path_.string() + ": " + error.message());
  }
  lock_ = locked(path_);
  try {
    if (there) check_identity(identity);
    if (!there) put_file(path_ / identity_file, nlohmann::json(identity).dump(2) + "\n");
  } catch (...) {
    close(lock_);
    throw;
  }
  found_ = there;
}

CheckpointFolder::~CheckpointFolder() {
  if (lock_ >= 0) close(lock_);
}

void CheckpointFolder::check_identity(const CheckpointIdentity& identity) const {
  const auto stored = nlohmann::json::parse(contents_of(path_ / identity_file), nullptr, false);
  std::string differences;
  for (const auto& [name, value] : identity) {
    const std::string before = stored.is_object() ? stored.value(name, std::string("not said")) : "not said";
    if (before == value) continue;
    differences += fmt::format("\n  {}: {}, and now {}", name, before, value);
  }
  if (differences.empty()) return;
  throw Failure(ExitCode::usage, fmt::format("{} is of another run, which cannot go on as this one:{}\nTo begin anew, "
                                             "remove the folder.",
                                             path_.string(), differences));
}

fs::path CheckpointFolder::year_file(std::uint32_t replicate, int year) const {
  return path_ / fmt::format("{}.year-{}", replicate, year);
}

fs::path CheckpointFolder::state_file(std::uint32_t replicate) const {
  return path_ / fmt::format("{}.state", replicate);
}

void CheckpointFolder::put_year(std::uint32_t replicate, const YearRecord& record) const {
  put_sealed(year_file(replicate, record.year), record);
}

void CheckpointFolder::put_state(std::uint32_t replicate, const Snapshot& state) const {
  put_sealed(state_file(replicate), state);
}

void CheckpointFolder::finish(std::uint32_t replicate) const {
  std::error_code none;
  fs::remove(state_file(replicate), none);
}

template <class T>
std::optional<T> CheckpointFolder::value_in(const fs::path& file) {
  std::error_code none;
  if (!fs::exists(file, none)) return {};
  const std::string contents = contents_of(file);
  const std::string_view bytes = std::string_view(contents).substr(std::min(contents.size(), seal_length));
  if (contents.size() >= seal_length && contents.compare(0, seal_length, sha256_hex(bytes) + "\n") == 0) {
    return value_of<T>(bytes);
  }
  const std::lock_guard<std::mutex> held(mutex_);
  notes_.push_back(file.string() + " is damaged; its replicate begins anew");
  return {};
}

std::vector<YearRecord> CheckpointFolder::years_of(std::uint32_t replicate, int last) {
  std::vector<YearRecord> years;
  for (int year = 1; year <= last; ++year) {
    auto record = value_in<YearRecord>(year_file(replicate, year));
    if (!record) break;
    years.push_back(std::move(*record));
  }
  return years;
}

KeptReplicate CheckpointFolder::read(std::uint32_t replicate, const CalendarPlan& calendar) {
  std::error_code none;
  KeptReplicate kept;
  if (fs::exists(year_file(replicate, calendar.years), none)) {
    kept.years = years_of(replicate, calendar.years);
    if (static_cast<int>(kept.years.size()) == calendar.years) return kept;
  }
  kept.state = value_in<Snapshot>(state_file(replicate));
  const int finished = kept.state ? std::max(0, kept.state->next.year - calendar.warm_up_years) : 0;
  kept.years = years_of(replicate, finished);
  if (static_cast<int>(kept.years.size()) < finished) kept = {};
  return kept;
}

std::vector<std::string> CheckpointFolder::notes() const {
  const std::lock_guard<std::mutex> held(mutex_);
  return notes_;
}

void CheckpointFolder::remove() {
  std::error_code none;
  fs::remove(path_ / identity_file, none);  // first, so that what is left is nobody's
  fs::remove_all(path_, none);
}

}  // namespace districtsim
