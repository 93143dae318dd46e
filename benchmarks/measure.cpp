#include "benchmarks/measure.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>

#include "sim/core/build_info.hpp"
#include "sim/core/failure.hpp"
#include "sim/phases/teacher_week.hpp"
#include "sim/record/provenance.hpp"

namespace districtsim::benchmark {

namespace {

double clock_seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

double median(std::vector<double> values) {
  if (values.empty()) return 0.0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
}

template <class Pick>
double median_of(const Timing& timing, const Pick& pick) {
  std::vector<double> values;
  for (const Seconds& round : timing.rounds) values.push_back(pick(round));
  return median(values);
}

template <class Pick>
double median_ratio(const Timing& a, const Timing& b, const Pick& pick) {
  std::vector<double> ratios;
  for (std::size_t round = 0; round < a.rounds.size(); ++round) {
    ratios.push_back(pick(a.rounds[round]) / pick(b.rounds[round]));
  }
  return median(ratios);
}

double wall_of(const Seconds& seconds) { return seconds.wall; }
double cpu_of(const Seconds& seconds) { return seconds.cpu; }

}  // namespace

Request request_of(int count, char** words) {
  Request request;
  for (int at = 1; at < count; ++at) {
    const std::string word = words[at];
    if (word == "--smoke") {
      request.smoke = true;
      request.repetitions = 1;
    } else if (word == "--repetitions" && at + 1 < count) {
      request.repetitions = std::max(1, std::atoi(words[++at]));
    } else {
      request.words.push_back(word);
    }
  }
  return request;
}

Stopwatch::Stopwatch() : start_{clock_seconds(CLOCK_MONOTONIC), clock_seconds(CLOCK_PROCESS_CPUTIME_ID)} {}

Seconds Stopwatch::passed() const {
  return {clock_seconds(CLOCK_MONOTONIC) - start_.wall, clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - start_.cpu};
}

double Timing::wall() const { return median_of(*this, wall_of); }
double Timing::cpu() const { return median_of(*this, cpu_of); }

double wall_ratio(const Timing& a, const Timing& b) { return median_ratio(a, b, wall_of); }
double cpu_ratio(const Timing& a, const Timing& b) { return median_ratio(a, b, cpu_of); }

void print_machine(const char* question) {
  std::ifstream load_file("/proc/loadavg");
  std::string load;
  load_file >> load;
  fmt::print("{}\n", question);
  fmt::print("  {}, {} processors online, load {}; {}; step built for {}; commit {}\n\n", provenance_here().cpu_model,
             sysconf(_SC_NPROCESSORS_ONLN), load, build_info().compiler, teacher_week_build(), build_info().git_commit);
}

Child run_child(const std::vector<std::string>& words) {
  std::vector<std::string> own = words;
  std::vector<char*> arguments;
  for (std::string& word : own) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const Stopwatch watch;
  const int refused = posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (refused != 0) throw Failure(ExitCode::run_time_failure, "cannot run " + words.front());
  Child child;
  rusage used{};
  wait4(process, &child.status, 0, &used);
  child.seconds = {watch.passed().wall, seconds_of(used.ru_utime) + seconds_of(used.ru_stime)};
  child.peak_bytes = 1024.0 * static_cast<double>(used.ru_maxrss);
  return child;
}

}  // namespace districtsim::benchmark
