// How many bytes a teacher takes, everything counted: the greatest resident memory of a run in a process of its own.

#include <fmt/core.h>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"

namespace districtsim::benchmark {

namespace {

constexpr int smallest = 100;  ///< teachers of the run that is taken off: program, libraries, threads

double peak_bytes(const std::string& program, int teachers, int threads) {
  const Child child = run_child({program, "--run", std::to_string(teachers), std::to_string(threads)});
  if (child.status != 0) fmt::print("the run of {} teachers failed\n", teachers);
  return child.peak_bytes;
}

void report(const Request& request, const std::string& program) {
  const std::vector<int> sizes = request.smoke ? std::vector{2'000} : std::vector{10'000, 100'000, 1'000'000};
  fmt::print("{:>9} {:>22} {:>22} {:>12}\n", "teachers", "1 thread [B/teacher]", "2 threads [B/teacher]", "peak [MB]");
  for (const int teachers : sizes) {
    double bytes[2] = {};
    double peak = 0.0;
    for (const int threads : {1, 2}) {
      peak = peak_bytes(program, teachers, threads);
      bytes[threads - 1] = (peak - peak_bytes(program, smallest, threads)) / teachers;
    }
    fmt::print("{:>9} {:>22.0f} {:>22.0f} {:>12.1f}\n", teachers, bytes[0], bytes[1], peak * 1e-6);
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  const Request request = request_of(count, words);
  if (request.words.size() == 3 && request.words[0] == "--run") {
    const int teachers = std::stoi(request.words[1]);
    RunRecipe recipe;
    recipe.threads = std::stoi(request.words[2]);
    keep(timed_run(synthetic_scenario(teachers, 3), recipe));
    return 0;
  }
  print_machine("Memory: peak resident bytes a teacher over a run with all output, without those of a tiny district");
  report(request, words[0]);
}
