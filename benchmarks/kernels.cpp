// What the second build of the weekly steps, for x86-64-v3, gains over that for any x86-64; and that it changes no bit.

#include <fmt/core.h>

#include <stdexcept>

#include "benchmarks/measure.hpp"
#include "benchmarks/step_columns.hpp"
#include "sim/core/column.hpp"

namespace districtsim::benchmark {

namespace {

using Floats = std::vector<float, StaggeredAllocator<float>>;

/// The columns of team meetings of `rows` teachers.
class MeetingColumns {
 public:
  explicit MeetingColumns(std::size_t rows) : key_(rows), minutes_free_(rows, 1'000'000) {
    for (std::uint32_t row = 0; row < rows; ++row) key_[row] = mix_keys(7, row);
    for (Floats& column : floats_) {
      column.resize(rows);
      for (std::uint32_t row = 0; row < rows; ++row) {
        column[row] = static_cast<float>(open_unit(mix_keys(static_cast<std::uint32_t>(&column - floats_), row)));
      }
    }
  }

  [[nodiscard]] TeamMeetings week(std::uint32_t index) {
    TeamMeetings m;
    m.rows = key_.size();
    m.key = key_.data();
    m.trust = floats_[0].data();
    m.strength = floats_[1].data();
    m.resistance = floats_[2].data();
    m.ownership = floats_[3].data();
    m.absorption = floats_[4].data();
    for (int d = 0; d < 2; ++d) {
      m.best[d] = floats_[5 + d].data();
      m.practice[d] = floats_[7 + d].data();
      m.supported[d] = floats_[9 + d].data();
    }
    m.outcome = floats_[11].data();
    m.minutes_free = minutes_free_.data();
    m.stream[0] = 1;
    m.stream[1] = 2;
    m.week = index;
    m.purpose = 4;
    m.uptake_fixed = -0.5F;
    m.uptake_trust = 2.5F;
    m.uptake_resistance = 0.7F;
    m.uptake_disarmed = 0.28F;
    m.uptake_ownership = 0.8F;
    m.taken_share = 0.001F;  // so slow that no repetition comes to numbers too small for full speed
    m.half_gap = 1.0F;
    m.minutes = 60;
    return m;
  }

  friend bool operator==(const MeetingColumns& a, const MeetingColumns& b) {
    for (int column = 0; column < float_columns; ++column) {
      if (a.floats_[column] != b.floats_[column]) return false;
    }
    return a.minutes_free_ == b.minutes_free_;
  }

 private:
  static constexpr int float_columns = 12;
  std::vector<std::uint32_t, StaggeredAllocator<std::uint32_t>> key_;
  std::vector<std::int32_t, StaggeredAllocator<std::int32_t>> minutes_free_;
  Floats floats_[float_columns];
};

/// Times both builds on columns of their own for as many weeks, and compares what they made.
template <class Columns, class Step>
void compare_builds(const char* name, const Request& request, Step portable_build, Step v3_build) {
  const std::size_t rows = request.smoke ? 1'000 : 100'000;
  const std::uint32_t weeks = request.smoke ? 2 : 200;
  Columns columns[2] = {Columns(rows), Columns(rows)};
  const std::vector<Timing> timings = interleaved(request.repetitions, 2, [&](std::size_t own) {
    const Stopwatch watch;
    for (std::uint32_t week = 0; week < weeks; ++week) (own == 0 ? portable_build : v3_build)(columns[own].week(week));
    return watch.passed();
  });
  const double all = static_cast<double>(rows) * weeks;
  const bool same = columns[0] == columns[1];
  fmt::print("{:<16} {:>14.1f} {:>14.1f} {:>8.2f} {:>10}\n", name, all / timings[0].cpu() * 1e-6,
             all / timings[1].cpu() * 1e-6, cpu_ratio(timings[0], timings[1]), same ? "yes" : "NO");
  if (!same) throw std::runtime_error("the two builds give different bits");
}

void report(const Request& request) {
  fmt::print("{:<16} {:>14} {:>14} {:>8} {:>10}\n", "M teachers/s", "any x86-64", "x86-64-v3", "gain x", "same bits");
  compare_builds<StepColumns<StaggeredAllocator>>("weekly step", request, portable::step, v3::step);
  compare_builds<MeetingColumns>("team meetings", request, portable::meet, v3::meet);
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Kernels: the weekly steps built for any x86-64 and for x86-64-v3");
  if (__builtin_cpu_supports("avx2") == 0) {
    fmt::print("the second build needs a processor with AVX2\n");
    return 0;
  }
  report(request_of(count, words));
}
