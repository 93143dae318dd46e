#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace districtsim {

/// Allocator of columns: cache-line aligned, each at another offset within the page. Columns of equal offset alias at
/// 4 KiB and slow a step over many of them (benchmarks/RESULTS.md).
template <class T>
class StaggeredAllocator {
 public:
  using value_type = T;
  StaggeredAllocator() = default;
  template <class Other>
  explicit StaggeredAllocator(const StaggeredAllocator<Other>& /*other*/) {}

  T* allocate(std::size_t count) {
    const std::size_t offset = line * (next_line_.fetch_add(1, std::memory_order_relaxed) % lines_used);
    auto* block =
        static_cast<std::byte*>(::operator new(count * sizeof(T) + head + lines_used * line, std::align_val_t(line)));
    auto* first = block + head + offset;
    *reinterpret_cast<std::size_t*>(first - sizeof(std::size_t)) = head + offset;
    return reinterpret_cast<T*>(first);
  }
  void deallocate(T* first, std::size_t /*count*/) {
    auto* start = reinterpret_cast<std::byte*>(first);
    const std::size_t back = *reinterpret_cast<std::size_t*>(start - sizeof(std::size_t));
    ::operator delete(start - back, std::align_val_t(line));
  }
  friend bool operator==(const StaggeredAllocator&, const StaggeredAllocator&) { return true; }
  friend bool operator!=(const StaggeredAllocator&, const StaggeredAllocator&) { return false; }

 private:
  static constexpr std::size_t line = 64;
  static constexpr std::size_t head = line;
  static constexpr std::size_t lines_used = 31;
  static inline std::atomic<std::size_t> next_line_{0};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
};

/// One value for each row of a table.
template <class T>
using Column = std::vector<T, StaggeredAllocator<T>>;

}  // namespace districtsim
