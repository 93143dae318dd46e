#pragma once

#include <string>

#include "benchmarks/measure.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim::benchmark {

/// A synthetic district of `teachers` posts, every mechanism on, parameters at their values, every year recorded.
[[nodiscard]] Scenario synthetic_scenario(int teachers, int years);

/// Where the weekly output of a run goes.
enum class Output { to_file, dropped };

/// One way to run a scenario. Replicates go one after the other, so that threads share the rows of one district.
struct RunRecipe {
  int threads = 1;
  int replicates = 1;
  Output output = Output::to_file;
};

/// Seconds of simulation and output, without building the district, and what was simulated.
struct RunTimes {
  Seconds seconds;
  double teacher_weeks = 0.0;
};
[[nodiscard]] RunTimes timed_run(const Scenario& scenario, const RunRecipe& recipe);

/// A file of this process for results that are thrown away.
[[nodiscard]] std::string scratch_file();

}  // namespace districtsim::benchmark
