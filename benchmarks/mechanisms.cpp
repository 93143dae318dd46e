// What each mechanism costs: throughput with it switched off, against all on.

#include <fmt/core.h>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"

namespace districtsim::benchmark {

namespace {

void report(const Request& request) {
  const Scenario all = synthetic_scenario(request.smoke ? 1'000 : 100'000, 3);
  std::vector<Scenario> scenarios(1, all);
  for (std::size_t own = 0; own < mechanism_count; ++own) {
    scenarios.push_back(all);
    scenarios.back().mechanisms.turn(static_cast<Mechanism>(own), false);
  }
  std::vector<double> weeks(scenarios.size(), 0.0);
  const std::vector<Timing> timings = interleaved(request.repetitions, scenarios.size(), [&](std::size_t own) {
    const RunTimes times = timed_run(scenarios[own], {1, 1, Output::dropped});
    weeks[own] = times.teacher_weeks;
    return times.seconds;
  });
  fmt::print("{:<22} {:>14} {:>22}\n", "off", "M/s (CPU)", "its share of the cost %");
  for (std::size_t own = 0; own < scenarios.size(); ++own) {
    const double cost = cpu_ratio(timings[own], timings[0]) * weeks[0] / weeks[own];
    fmt::print("{:<22} {:>14.2f} {:>22.1f}\n", own == 0 ? "nothing" : mechanism_names[own - 1],
               weeks[own] / timings[own].cpu() * 1e-6, 100.0 * (1.0 - cost));
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Mechanisms: what is gained by switching each off (one thread, no result file)");
  report(request_of(count, words));
}
