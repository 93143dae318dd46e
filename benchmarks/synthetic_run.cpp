#include "benchmarks/synthetic_run.hpp"

#include <unistd.h>

#include <filesystem>
#include <optional>

#include "sim/core/parallel.hpp"
#include "sim/record/run_file.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/district_source.hpp"

namespace districtsim::benchmark {

namespace {

RunCount simulate_all(const Scenario& scenario, const RunRecipe& recipe, const PlacedSink& sink) {
  RunPlan plan;
  plan.replicates = recipe.replicates;
  plan.parameters = ParameterUse::held;
  plan.order = RunOrder::one_by_one;
  RunCount count;
  with_threads(recipe.threads, [&] { count = run_replicates({&scenario}, plan, sink); });
  return count;
}

}  // namespace

Scenario synthetic_scenario(int teachers, int years) {
  SyntheticPlan plan;
  plan.teachers = teachers;
  Scenario scenario;
  scenario.name = "synthetic";
  scenario.district = synthetic_profile(plan);
  scenario.parameters = default_parameters();
  scenario.calendar.years = years;
  scenario.calendar.warm_up_years = 0;
  return scenario;
}

RunTimes timed_run(const Scenario& scenario, const RunRecipe& recipe) {
  const std::string path = scratch_file();
  const Stopwatch watch;
  RunCount count;
  if (recipe.output == Output::to_file) {
    RunFile file(path, {&scenario}, {0, recipe.replicates}, provenance_here());
    count =
        simulate_all(scenario, recipe, [&](RunPlace place, const YearRecord& record) { file.write(place, record); });
    file.publish();
  } else {
    count = simulate_all(scenario, recipe, [](RunPlace, const YearRecord&) {});
  }
  Seconds seconds = watch.passed();
  seconds.wall -= count.build_seconds;
  seconds.cpu -= count.build_seconds;  // nearly all of it on one thread
  std::filesystem::remove(path);
  return {seconds, static_cast<double>(count.teacher_weeks)};
}

std::string scratch_file() {
  return std::filesystem::temp_directory_path() / ("districtsim-benchmark-" + std::to_string(getpid()) + ".h5");
}

}  // namespace districtsim::benchmark
