// What a fork from the baseline's history costs against a run from the start.

#include "sim/run/branch.hpp"

#include <fmt/core.h>

#include <vector>

#include "benchmarks/measure.hpp"
#include "benchmarks/synthetic_run.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim::benchmark {

namespace {

constexpr int branch_years = 5;
constexpr int warm_up_years = 2;
constexpr std::size_t ways = 4;  // whole, fork at year 4, fork at year 5, copy alone

void drop(const YearRecord& record) { keep(record); }

/// A baseline's states before years 4 and 5, and what an alternative does with them.
class Fork {
 public:
  Fork(int teachers, int repeated) : repeated_(repeated), baseline_(synthetic_scenario(teachers, branch_years)) {
    baseline_.calendar.warm_up_years = warm_up_years;
    alternative_ = baseline_;
    alternative_.events.push_back({Event::Kind::revenue_change, 4, -0.03, {}, 0});  // the same bits either way
    const Conditions conditions = conditions_of(baseline_, 1, 0, ParameterUse::held);
    Simulation simulation(conditions, drop);
    for (const int year : {4, 5}) {
      simulation.advance_to(point_of({year, 0}, baseline_.calendar));
      states_.push_back(simulation.snapshot());
    }
  }

  [[nodiscard]] Seconds time(std::size_t way) const {
    const Stopwatch watch;
    for (int round = 0; round < repeated_; ++round) run(way);
    return watch.passed();
  }

 private:
  void run(std::size_t way) const {
    const Conditions conditions = conditions_of(alternative_, 1, 0, ParameterUse::held);
    if (way == 0) {
      simulate(conditions, drop);
      return;
    }
    Snapshot state = states_[way == 2 ? 1 : 0];
    take_over(baseline_, alternative_, state.district);
    keep(state);
    if (way == 3) return;
    Simulation simulation(conditions, std::move(state), drop);
    simulation.advance_to(simulation.end());
  }

  int repeated_;
  Scenario baseline_;
  Scenario alternative_;
  std::vector<Snapshot> states_ = {};
};

void report(const Request& request) {
  fmt::print("{:>9} {:>14} {:>16} {:>16} {:>12}\n", "teachers", "whole run, s", "fork at 4, share", "fork at 5, share",
             "copy, share");
  const std::vector<std::pair<int, int>> sizes =
      request.smoke ? std::vector<std::pair<int, int>>{{500, 1}}
                    : std::vector<std::pair<int, int>>{{1'000, 20}, {10'000, 4}, {100'000, 1}};
  for (const auto& [teachers, repeated] : sizes) {
    const Fork fork(teachers, repeated);
    const std::vector<Timing> timings =
        interleaved(request.repetitions, ways, [&](std::size_t way) { return fork.time(way); });
    fmt::print("{:>9} {:>14.3f} {:>16.3f} {:>16.3f} {:>12.4f}\n", teachers, timings[0].wall() / repeated,
               wall_ratio(timings[1], timings[0]), wall_ratio(timings[2], timings[0]),
               wall_ratio(timings[3], timings[0]));
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Branch: a fork before year 4 or 5 of 5 (after 2 of warm-up) against a whole run, one thread");
  const Request request = request_of(count, words);
  districtsim::with_threads(1, [&] { report(request); });
}
