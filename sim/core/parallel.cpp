#include "sim/core/parallel.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>

#if defined(__SANITIZE_THREAD__)
#define DISTRICTSIM_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define DISTRICTSIM_TSAN 1
#endif
#endif

#ifdef DISTRICTSIM_TSAN
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
#define DISTRICTSIM_UNSEEN __attribute__((no_sanitize("thread")))
#else
#define DISTRICTSIM_UNSEEN
#endif

namespace districtsim {

namespace {

// ThreadSanitizer cannot see the synchronisation inside an uninstrumented oneTBB. Each loop tells it of fork and join
// through one address, so that real races between blocks of a loop still show. Scopes, since a body may throw.
class ForkJoin {
 public:
  ForkJoin() { release(&forked_); }
  ~ForkJoin() { acquire(&joined_); }
  ForkJoin(const ForkJoin&) = delete;
  ForkJoin& operator=(const ForkJoin&) = delete;

  /// What one thread does of the loop.
  class Branch {
   public:
    explicit Branch(ForkJoin& loop) : loop_(loop) { acquire(&loop_.forked_); }
    ~Branch() { release(&loop_.joined_); }
    Branch(const Branch&) = delete;
    Branch& operator=(const Branch&) = delete;

   private:
    ForkJoin& loop_;
  };

 private:
  static void acquire([[maybe_unused]] void* address) {
#ifdef DISTRICTSIM_TSAN
    __tsan_acquire(address);
#endif
  }
  static void release([[maybe_unused]] void* address) {
#ifdef DISTRICTSIM_TSAN
    __tsan_release(address);
#endif
  }
  char forked_ = 0;
  char joined_ = 0;
};

thread_local bool inside_task = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

class TaskScope {
 public:
  TaskScope() { inside_task = true; }
  ~TaskScope() { inside_task = false; }
  TaskScope(const TaskScope&) = delete;
  TaskScope& operator=(const TaskScope&) = delete;
};

using Range = tbb::blocked_range<std::size_t>;

template <class Body>
void run_branch(ForkJoin& loop, const Body& body, const Range& range) {
  const ForkJoin::Branch branch(loop);
  for (std::size_t i = range.begin(); i != range.end(); ++i) body(i);
}

/// What oneTBB copies from thread to thread. Its own two pointers are read before the loop can be told of, so
/// ThreadSanitizer does not look at these reads, and at all that follow it does.
template <class Body>
class LoopTask {
 public:
  LoopTask(ForkJoin& loop, const Body& body) : loop_(&loop), body_(&body) {}
  DISTRICTSIM_UNSEEN void operator()(const Range& range) const { run_branch(*loop_, *body_, range); }

 private:
  ForkJoin* loop_;
  const Body* body_;
};

/// body(i) for i in 0 to count, in parallel, with fork and join told to ThreadSanitizer.
template <class Body>
void fork_and_join(std::size_t count, const Body& body) {
  ForkJoin loop;
  tbb::parallel_for(Range(0, count, 1), LoopTask<Body>(loop, body), tbb::simple_partitioner{});
}

}  // namespace

void with_threads(int threads, const std::function<void()>& body) {
  if (threads <= 0) {
    body();
    return;
  }
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  ForkJoin loop;
  arena.execute([&] {
    const ForkJoin::Branch branch(loop);
    body();
  });
}

int threads_in_use() { return tbb::this_task_arena::max_concurrency(); }

void for_blocks(std::size_t count, std::size_t grain, const std::function<void(Rows)>& body) {
  const std::size_t blocks = (count + grain - 1) / grain;
  const auto run_block = [&](std::size_t block) { body({block * grain, std::min(count, (block + 1) * grain)}); };
  if (inside_task || blocks == 1) {
    for (std::size_t block = 0; block < blocks; ++block) run_block(block);
    return;
  }
  fork_and_join(blocks, run_block);
}

void for_each_task(std::size_t count, const std::function<void(std::size_t)>& body) {
  if (inside_task || count == 1) {
    for (std::size_t task = 0; task < count; ++task) body(task);
    return;
  }
  fork_and_join(count, [&](std::size_t task) {
    const TaskScope scope;
    body(task);
  });
}

}  // namespace districtsim
