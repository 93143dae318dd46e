// What each phase of the year costs.

#include <fmt/core.h>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/phase_table.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim::benchmark {

namespace {

/// One run's seconds by phase; the last two are all the rest (recorder, checks) and the whole.
std::vector<double> seconds_by_phase(const Scenario& scenario, int threads, double& teacher_weeks) {
  std::vector<double> seconds(phase_table().size(), 0.0);
  RunHooks hooks;
  hooks.phase_seconds = &seconds;
  const Conditions conditions = conditions_of(scenario, 1, 0, ParameterUse::held);
  const Stopwatch watch;
  RunCount count;
  with_threads(threads, [&] {
    count = simulate(
        conditions, [](const YearRecord&) {}, hooks);
  });
  const double whole = watch.passed().wall - count.build_seconds;
  double rest = whole;
  for (const double own : seconds) rest -= own;
  seconds.push_back(rest);
  seconds.push_back(whole);
  teacher_weeks = static_cast<double>(count.teacher_weeks);
  return seconds;
}

void report(const Request& request) {
  const int teachers = request.smoke ? 1'000 : request.words.empty() ? 100'000 : std::stoi(request.words.front());
  const Scenario scenario = synthetic_scenario(teachers, 3);
  const std::size_t rows = phase_table().size() + 2;
  std::vector<Timing> timings(2 * rows);
  double weeks = 1.0;
  for (int round = 0; round < request.repetitions; ++round) {
    for (const int threads : {1, 2}) {
      const std::vector<double> seconds = seconds_by_phase(scenario, threads, weeks);
      for (std::size_t row = 0; row < rows; ++row) {
        timings[static_cast<std::size_t>(threads - 1) * rows + row].add({seconds[row], seconds[row]});
      }
    }
  }
  fmt::print("{} teachers\n{:<20} {:>18} {:>10} {:>12}\n", teachers, "phase", "ns a teacher-week", "share %",
             "2 threads x");
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string name = row + 1 == rows   ? "the whole"
                             : row + 2 == rows ? "recorder and checks"
                                               : std::string(phase_table()[row].name);
    fmt::print("{:<20} {:>18.2f} {:>10.1f} {:>12.2f}\n", name, timings[row].wall() / weeks * 1e9,
               100.0 * timings[row].wall() / timings[rows - 1].wall(), wall_ratio(timings[row], timings[rows + row]));
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Phases: nanoseconds a teacher-week on one thread, and how much two threads gain");
  report(request_of(count, words));
}
