// Whether a sweep runs as fast as the engine, and whether its memory grows with its runs.

#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"

namespace districtsim::benchmark {

namespace {

constexpr const char* hoover = DISTRICTSIM_SCENARIOS "/hoover/baseline.yaml";
constexpr int years = 5;

/// A folder of this process, removed at the end.
class SweepScratch {
 public:
  SweepScratch() : path_(scratch_file() + ".sweep") { std::filesystem::create_directories(path_); }
  ~SweepScratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  SweepScratch(const SweepScratch&) = delete;
  SweepScratch& operator=(const SweepScratch&) = delete;
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// A design of `rows` rows of two parameters, each with luck of its own: no two runs are equal.
std::string put_list(const SweepScratch& folder, int rows) {
  std::ofstream table(folder / fmt::format("rows{}.csv", rows));
  table << "skill.gain_rate,coaching.contact_hours\n";
  for (int row = 0; row < rows; ++row) table << fmt::format("{},{}\n", 0.25 + 1e-6 * row, 1.0 + 1e-5 * row);
  const std::string design = folder / fmt::format("design{}.yaml", rows);
  std::ofstream(design) << fmt::format(
      "schema: 1\ndesign: list\nrows: rows{}.csv\nbase: {}\nyears: {}\nluck: row\nother_parameters: drawn\n", rows,
      hoover, years);
  return design;
}

Child checked(const std::vector<std::string>& words) {
  Child child = run_child(words);
  if (child.status != 0) throw std::runtime_error("districtsim " + words[1] + " failed");
  return child;
}

void report(const Request& request) {
  const SweepScratch folder;
  const int runs = request.smoke ? 4 : 1000;
  const std::string few = put_list(folder, runs);
  const std::string many = put_list(folder, 2 * runs);
  double peaks[2] = {0.0, 0.0};
  int round = 0;
  const std::vector<Timing> timings = interleaved(request.repetitions, 2, [&](std::size_t own) {
    if (own == 0) {
      return checked({DISTRICTSIM_PROGRAM, "run", hoover, "--years", std::to_string(years), "-o", folder / "run.h5",
                      "--replicates", std::to_string(runs), "--quiet"})
          .seconds;
    }
    const std::string out = folder / fmt::format("sweep{}", round++);
    const Child child = checked({DISTRICTSIM_PROGRAM, "sweep", few, "-o", out, "--quiet"});
    peaks[0] = child.peak_bytes;
    return child.seconds;
  });
  const double ratio = wall_ratio(timings[0], timings[1]);
  fmt::print("{} runs of Hoover over {} years: run {:.1f} s ({:.1f} s CPU), sweep {:.1f} s ({:.1f} s CPU)\n", runs,
             years, timings[0].wall(), timings[0].cpu(), timings[1].wall(), timings[1].cpu());
  fmt::print("the sweep has {:.0f} % of the speed of run, {:.0f} % by CPU time; {:.0f} runs a second\n", 100.0 * ratio,
             100.0 * cpu_ratio(timings[0], timings[1]), runs / timings[1].wall());
  const Child extended = checked({DISTRICTSIM_PROGRAM, "sweep", many, "-o", folder / "sweep0", "--resume", "--quiet"});
  peaks[1] = extended.peak_bytes;
  fmt::print("extended to {} runs: {:.1f} s; peak memory {:.1f} MB, was {:.1f} MB\n", 2 * runs, extended.seconds.wall,
             peaks[1] * 1e-6, peaks[0] * 1e-6);
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Sweep: Hoover over 5 years, `districtsim sweep` against `districtsim run --replicates`");
  report(request_of(count, words));
}
