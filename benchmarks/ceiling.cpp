// How near the step of all teachers comes to the most that this machine can do with its columns.

#include <fmt/core.h>

#include <cstring>

#include "benchmarks/measure.hpp"
#include "benchmarks/step_columns.hpp"
#include "benchmarks/stream.hpp"
#include "benchmarks/synthetic_run.hpp"
#include "sim/core/column.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/build_district.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim::benchmark {

namespace {

constexpr std::size_t read_bytes = 15 * 4;  ///< a teacher-week: key, school, coach, mentor, trait, ten that are updated
constexpr std::size_t written_bytes = 11 * 4;  ///< the ten and the minutes

enum Alternative : std::size_t { phase, step, ceiling, no_draws, copy, alternatives };
constexpr const char* names[alternatives] = {"drift_teachers, the phase", "the step alone",
                                             "ceiling: columns and one draw", "columns without draws",
                                             "copy of as many bytes"};

void report(const Request& request) {
  const int teachers = request.smoke ? 5'000 : 1'000'000;
  const std::uint32_t weeks = request.smoke ? 2 : 36;
  const Scenario scenario = synthetic_scenario(teachers, 1);
  const Conditions conditions = conditions_of(scenario, 1, 0, ParameterUse::held);
  District district = build_district(conditions);
  StepColumns<StaggeredAllocator> stepped(district.teachers.size());
  StepColumns<StaggeredAllocator> streamed(district.teachers.size());
  const std::size_t copied = district.teachers.size() * (read_bytes + written_bytes) / 2;
  const std::vector<char> from(copied, 1);
  std::vector<char> to(copied, 2);
  const auto run_week = [&](std::size_t own, std::uint32_t index) {
    switch (own) {
      case phase:
        drift_teachers(conditions, {0, 0, index}, district.principals, district.schools, district.teachers);
        break;
      case step:
        step_teacher_week(stepped.week(index));
        break;
      case ceiling:
        stream_with_draws(streamed.week(index));
        break;
      case no_draws:
        stream_alone(streamed.week(index));
        break;
      default:
        std::memcpy(to.data(), from.data(), copied);
        keep(to);
    }
  };
  std::vector<Timing> timings;
  with_threads(1, [&] {
    timings = interleaved(request.repetitions, alternatives, [&](std::size_t own) {
      run_week(own, 0);  // its pages and caches as after a week of its own
      const Stopwatch watch;
      for (std::uint32_t week = 1; week <= weeks; ++week) run_week(own, week);
      return watch.passed();
    });
  });
  const double rows = static_cast<double>(district.teachers.size()) * weeks;
  fmt::print("{} teachers, {} weeks, one thread\n{:<30} {:>14} {:>10} {:>18}\n", teachers, weeks, "", "M teachers/s",
             "GB/s", "% of the ceiling");
  for (std::size_t own = 0; own < alternatives; ++own) {
    fmt::print("{:<30} {:>14.1f} {:>10.1f} {:>18.1f}\n", names[own], rows / timings[own].cpu() * 1e-6,
               rows * (read_bytes + written_bytes) / timings[own].cpu() * 1e-9,
               100.0 * cpu_ratio(timings[ceiling], timings[own]));
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Ceiling: the step of all teachers against a program that only streams its columns");
  if (__builtin_cpu_supports("avx2") == 0) {
    fmt::print("the ceiling needs a processor with AVX2\n");
    return 0;
  }
  report(request_of(count, words));
}
