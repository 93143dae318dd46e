// How long a district takes before its first week.

#include <fmt/core.h>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/build_district.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim::benchmark {

namespace {

void report(const Request& request) {
  const std::vector<int> sizes = request.smoke ? std::vector{1'000} : std::vector{10'000, 100'000, 1'000'000};
  fmt::print("{:>9} {:>18} {:>20} {:>20} {:>16}\n", "teachers", "profile [s]", "build 1 thread [s]",
             "build 2 threads [s]", "[us a teacher]");
  for (const int teachers : sizes) {
    const Scenario scenario = synthetic_scenario(teachers, 1);
    const Conditions conditions = conditions_of(scenario, 1, 0, ParameterUse::held);
    const std::vector<Timing> timings = interleaved(request.repetitions, 3, [&](std::size_t own) {
      const Stopwatch watch;
      if (own == 0) {
        keep(synthetic_scenario(teachers, 1));
      } else {
        with_threads(static_cast<int>(own), [&] { keep(build_district(conditions)); });
      }
      return watch.passed();
    });
    fmt::print("{:>9} {:>18.4f} {:>20.4f} {:>20.4f} {:>16.2f}\n", teachers, timings[0].wall(), timings[1].wall(),
               timings[2].wall(), 1e6 * (timings[0].wall() + timings[1].wall()) / teachers);
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Set-up: seconds to make up a synthetic district and to build it");
  report(request_of(count, words));
}
