#include "sim/run/run_store.hpp"

#include <algorithm>
#include <mutex>
#include <system_error>
#include <tuple>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

RunStore::RunStore(std::filesystem::path folder) : folder_(std::move(folder)) { scan_new_logs(); }

RunStore::RunStore(std::filesystem::path folder, const std::string& own) : folder_(std::move(folder)), writes_(true) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) {
    throw Failure(ExitCode::run_time_failure, "cannot make the folder " + folder_.string() + ": " + error.message());
  }
  logs_.push_back(RunLog::for_writing(folder_ / (own + run_log_ending)));
  scan_log(0);
  scan_new_logs();
}

void RunStore::scan_log(std::size_t number) {
  logs_[number].scan([&](const RunRecord& record, std::uint64_t offset) {
    index_.try_emplace(record.key, StoredRun{static_cast<std::uint32_t>(number), record.status, offset});
  });
}

void RunStore::scan_new_logs() {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    const std::filesystem::path& path = entry->path();
    const auto is_it = [&path](const RunLog& log) { return log.path() == path; };
    if (path.extension() != run_log_ending || std::any_of(logs_.begin(), logs_.end(), is_it)) continue;
    found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  for (const std::filesystem::path& path : found) {
    logs_.emplace_back(path);
    scan_log(logs_.size() - 1);
  }
}

void RunStore::refresh() {
  const std::unique_lock<std::shared_mutex> held(mutex_);
  for (std::size_t number = 0; number < logs_.size(); ++number) scan_log(number);
  scan_new_logs();
}

std::optional<StoredRun> RunStore::find(const RunKey& key) const {
  const std::shared_lock<std::shared_mutex> held(mutex_);
  const auto found = index_.find(key);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

RunRecord RunStore::read(const StoredRun& run) const {
  const std::shared_lock<std::shared_mutex> held(mutex_);
  return logs_[run.log].at(run.offset);
}

StoredRun RunStore::append(const RunRecord& record) {
  const std::unique_lock<std::shared_mutex> held(mutex_);
  promise(writes_, "a store that keeps runs has a log of its own");
  const auto found = index_.find(record.key);
  if (found != index_.end()) return found->second;
  const StoredRun stored{0, record.status, logs_.front().append(record)};
  index_.emplace(record.key, stored);
  return stored;
}

std::size_t RunStore::take_from(const RunStore& other) {
  const std::shared_lock<std::shared_mutex> others(other.mutex_);
  std::vector<StoredRun> lacking;
  for (const auto& [key, run] : other.index_) {
    if (!find(key)) lacking.push_back(run);
  }
  std::sort(lacking.begin(), lacking.end(), [](const StoredRun& a, const StoredRun& b) {
    return std::tie(a.log, a.offset) < std::tie(b.log, b.offset);
  });
  for (const StoredRun& run : lacking) append(other.logs_[run.log].at(run.offset));
  return lacking.size();
}

void RunStore::flush() const {
  const std::shared_lock<std::shared_mutex> held(mutex_);
  if (writes_) logs_.front().flush();
}

std::size_t RunStore::runs() const {
  const std::shared_lock<std::shared_mutex> held(mutex_);
  return index_.size();
}

std::vector<LogDamage> RunStore::damage() const {
  const std::shared_lock<std::shared_mutex> held(mutex_);
  std::vector<LogDamage> all;
  for (const RunLog& log : logs_) all.insert(all.end(), log.damage().begin(), log.damage().end());
  return all;
}

}  // namespace districtsim
