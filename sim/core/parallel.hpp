#pragma once

#include <cstddef>
#include <functional>

namespace districtsim {

/// Half-open range of rows.
struct Rows {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Runs `body` with at most `threads` threads (0: all of the machine's). Limits both the arena and the library, since
/// either alone may run fewer threads than asked.
void with_threads(int threads, const std::function<void()>& body);

/// Threads that loops may use here, at least 1.
[[nodiscard]] int threads_in_use();

/// Rows 0 to `count` in blocks of exactly `grain` rows (the last may be shorter), each block once, in any order and on
/// any thread. Blocks must write only what they own. The one gate to oneTBB for loops over rows.
void for_blocks(std::size_t count, std::size_t grain, const std::function<void(Rows)>& body);

/// Tasks 0 to `count`, one at a time to each thread; loops inside a task run on that task's thread alone. For
/// replicates and sweeps, where there is more than one task a thread.
void for_each_task(std::size_t count, const std::function<void(std::size_t)>& body);

}  // namespace districtsim
