// How long the comparison of `./quickstart` takes.

#include <fmt/core.h>

#include <filesystem>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"

namespace districtsim::benchmark {

namespace {

constexpr int scenarios = 3;

void report(const Request& request) {
  const int replicates = request.smoke ? 2 : 20;
  const std::string folder = DISTRICTSIM_SCENARIOS "/hoover/";
  const std::string output = scratch_file();
  double bytes = 0.0;
  bool failed = false;
  const std::vector<Timing> timings = interleaved(request.repetitions, 2, [&](std::size_t own) {
    const Child child =
        run_child({DISTRICTSIM_PROGRAM, "compare", folder + "baseline.yaml", folder + "coaches_to_need.yaml",
                   folder + "principal_discretion.yaml", "-o", output, "--replicates", std::to_string(replicates),
                   "--threads", std::to_string(own + 1), "--quiet"});
    failed = failed || child.status != 0;
    bytes = failed ? 0.0 : static_cast<double>(std::filesystem::file_size(output));
    return child.seconds;
  });
  std::filesystem::remove(output);
  if (failed) throw std::runtime_error("districtsim compare failed");
  for (std::size_t own = 0; own < timings.size(); ++own) {
    fmt::print("{} thread{}: {:.2f} s ({:.2f} s CPU), {:.0f} runs a second\n", own + 1, own == 0 ? "" : "s",
               timings[own].wall(), timings[own].cpu(), scenarios * replicates / timings[own].wall());
  }
  fmt::print("2 threads are {:.2f} x as fast; the file has {:.2f} MB\n", wall_ratio(timings[0], timings[1]),
             bytes * 1e-6);
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Hoover: `districtsim compare` of the three shipped scenarios, 20 replicates each, proofs included");
  report(request_of(count, words));
}
