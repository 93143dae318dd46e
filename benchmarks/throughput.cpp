// How many teacher-weeks a second and core, by size of the district and threads; what output adds.

#include <fmt/core.h>

#include <array>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"

namespace districtsim::benchmark {

namespace {

constexpr int years = 3;

struct Size {
  int teachers = 0;
  int replicates = 1;  ///< so many that clocks see more than their grain
};

constexpr std::array<RunRecipe, 3> recipes = {
    {{1, 1, Output::to_file}, {1, 1, Output::dropped}, {2, 1, Output::to_file}}};

std::vector<Size> sizes_of(const Request& request) {
  if (request.smoke) return {{1'000, 1}, {2'000, 1}};
  return {{10'000, 20}, {100'000, 2}, {1'000'000, 1}};
}

void report(const Request& request) {
  const std::vector<Size> sizes = sizes_of(request);
  std::vector<Scenario> scenarios;
  for (const Size& size : sizes) scenarios.push_back(synthetic_scenario(size.teachers, years));
  std::vector<double> weeks(sizes.size(), 0.0);
  const std::vector<Timing> timings =
      interleaved(request.repetitions, sizes.size() * recipes.size(), [&](std::size_t own) {
        const std::size_t size = own / recipes.size();
        RunRecipe recipe = recipes[own % recipes.size()];
        recipe.replicates = sizes[size].replicates;
        const RunTimes times = timed_run(scenarios[size], recipe);
        weeks[size] = times.teacher_weeks;
        return times.seconds;
      });
  fmt::print("{:>9} {:>14} {:>14} {:>14} {:>14} {:>12} {:>12}\n", "teachers", "1 thread M/s", "by CPU time",
             "2 threads M/s", "output adds %", "2 threads x", "cost x");
  for (std::size_t size = 0; size < sizes.size(); ++size) {
    const Timing* own = &timings[size * recipes.size()];
    const Timing& smallest = timings[0];
    fmt::print("{:>9} {:>14.2f} {:>14.2f} {:>14.2f} {:>14.1f} {:>12.2f} {:>12.2f}\n", sizes[size].teachers,
               weeks[size] / own[0].wall() * 1e-6, weeks[size] / own[0].cpu() * 1e-6,
               weeks[size] / own[2].wall() * 1e-6, 100.0 * (cpu_ratio(own[0], own[1]) - 1.0),
               wall_ratio(own[0], own[2]), cpu_ratio(own[0], smallest) * weeks[0] / weeks[size]);
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Throughput: teacher-weeks a second, all mechanisms on, weekly school output to a result file");
  report(request_of(count, words));
}
