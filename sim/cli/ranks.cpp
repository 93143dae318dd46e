#include "sim/cli/ranks.hpp"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>

#include "sim/core/failure.hpp"
#include "sim/record/pending_file.hpp"

namespace districtsim {

namespace {

/// Names that a launcher gives to the number of a process, how many there are, and how many on its machine.
struct LauncherWords {
  const char* rank;
  const char* size;
  const char* on_this_machine;
};
// SLURM_PROCID is none of them: a batch script has it without having been started several times.
constexpr std::array<LauncherWords, 2> launchers = {
    {{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_LOCAL_SIZE"},
     {"PMI_RANK", "PMI_SIZE", "MPI_LOCALNRANKS"}}};

constexpr std::size_t most_ranks = 1'000'000;

std::optional<std::size_t> number_in(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr) return std::nullopt;
  const std::string digits = text;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number > most_ranks) {
    throw Failure(ExitCode::usage,
                  fmt::format("the environment variable {} of a launcher is {}, no number of a process", name, digits));
  }
  return number;
}

}  // namespace

std::optional<Rank> rank_of_launcher() {
  for (const LauncherWords& words : launchers) {
    const std::optional<std::size_t> rank = number_in(words.rank);
    const std::optional<std::size_t> size = number_in(words.size);
    if (!rank || !size || *size < 2) continue;
    if (*rank >= *size) {
      throw Failure(ExitCode::usage, fmt::format("the environment of a launcher has {}={}, but {}={}", words.rank,
                                                 *rank, words.size, *size));
    }
    return Rank{*rank, *size, std::clamp<std::size_t>(number_in(words.on_this_machine).value_or(1), 1, *size)};
  }
  return std::nullopt;
}

int threads_of(const Rank& rank) {
  const auto processors = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  const bool known = sched_getaffinity(0, sizeof allowed, &allowed) == 0;
  const std::size_t own = known ? static_cast<std::size_t>(CPU_COUNT(&allowed)) : processors;
  const std::size_t threads = own < processors ? own : processors / rank.on_this_machine;
  return static_cast<int>(std::max<std::size_t>(1, threads));
}

std::filesystem::path RankMarks::mark_of(std::size_t rank) const {
  return folder_ / fmt::format("rank-{}-of-{}.done", rank, rank_.size);
}

void RankMarks::set_own() const {
  PendingFile mark(mark_of(rank_.rank));
  mark.append(work_);
  mark.publish();
}

bool RankMarks::is_set(std::size_t rank) const {
  std::ifstream mark(mark_of(rank), std::ios::binary);
  return mark && std::string{std::istreambuf_iterator<char>(mark), {}} == work_;
}

bool RankMarks::wait_for_all(const std::atomic<bool>& cancel) const {
  constexpr auto pause = std::chrono::milliseconds(50);
  for (std::size_t rank = 0; rank < rank_.size; ++rank) {
    while (!is_set(rank)) {
      if (cancel.load(std::memory_order_relaxed)) return false;
      std::this_thread::sleep_for(pause);
    }
  }
  return true;
}

void RankMarks::remove_all() const {
  std::error_code ignored;
  for (std::size_t rank = 0; rank < rank_.size; ++rank) std::filesystem::remove(mark_of(rank), ignored);
}

}  // namespace districtsim
