// What it costs when all columns start at the same offset within a page.

#include <fmt/core.h>

#include "benchmarks/measure.hpp"
#include "benchmarks/step_columns.hpp"
#include "sim/core/column.hpp"

namespace districtsim::benchmark {

namespace {

/// Every column starts at the start of a page.
template <class T>
class PageAllocator {
 public:
  using value_type = T;
  PageAllocator() = default;
  template <class Other>
  explicit PageAllocator(const PageAllocator<Other>& /*other*/) {}
  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), page)); }
  void deallocate(T* first, std::size_t /*count*/) { ::operator delete(first, page); }
  friend bool operator==(const PageAllocator&, const PageAllocator&) { return true; }
  friend bool operator!=(const PageAllocator&, const PageAllocator&) { return false; }

 private:
  static constexpr std::align_val_t page{4096};
};

void report(const Request& request) {
  const std::vector<std::size_t> sizes =
      request.smoke ? std::vector<std::size_t>{1'000} : std::vector<std::size_t>{10'000, 100'000, 1'000'000};
  fmt::print("{:>9} {:>26} {:>26} {:>10}\n", "teachers", "staggered [M teachers/s]", "page-aligned [M teachers/s]",
             "gain x");
  for (const std::size_t rows : sizes) {
    const auto weeks = static_cast<std::uint32_t>(request.smoke ? 2 : 20'000'000 / rows);
    StepColumns<StaggeredAllocator> staggered(rows);
    StepColumns<PageAllocator> aligned(rows);
    const std::vector<Timing> timings = interleaved(request.repetitions, 2, [&](std::size_t own) {
      const Stopwatch watch;
      for (std::uint32_t week = 0; week < weeks; ++week) {
        step_teacher_week(own == 0 ? staggered.week(week) : aligned.week(week));
      }
      return watch.passed();
    });
    const double all = static_cast<double>(rows) * weeks;
    fmt::print("{:>9} {:>26.1f} {:>26.1f} {:>10.2f}\n", rows, all / timings[0].cpu() * 1e-6,
               all / timings[1].cpu() * 1e-6, cpu_ratio(timings[1], timings[0]));
  }
}

}  // namespace

}  // namespace districtsim::benchmark

int main(int count, char** words) {
  using namespace districtsim::benchmark;
  print_machine("Columns: each at another offset within the page, or all at the same");
  report(request_of(count, words));
}
