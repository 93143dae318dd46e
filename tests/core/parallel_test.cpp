#include "sim/core/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace districtsim {
namespace {

/// Collects who took part, and waits (at most ten seconds) until `wanted` threads did.
class RollCall {
 public:
  explicit RollCall(std::size_t wanted) : wanted_(wanted) {}
  void sign_in() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      seen_.insert(std::this_thread::get_id());
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (count() < wanted_ && std::chrono::steady_clock::now() < end) std::this_thread::yield();
  }
  [[nodiscard]] std::size_t count() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return seen_.size();
  }

 private:
  std::size_t wanted_;
  mutable std::mutex mutex_;
  std::set<std::thread::id> seen_;
};

TEST(ParallelThreads, EveryRowComesOnceInBlocksOfExactlyTheGrain) {
  for (const std::size_t count : {0U, 1U, 63U, 64U, 65U, 1000U}) {
    for (const std::size_t grain : {1U, 7U, 64U, 5000U}) {
      std::vector<int> visits(count, 0);
      std::atomic<bool> exact{true};
      with_threads(4, [&] {
        for_blocks(count, grain, [&](Rows rows) {
          const bool full = rows.size() == grain || rows.end == count;
          if (rows.begin % grain != 0 || !full || rows.size() == 0 || rows.size() > grain) exact = false;
          for (std::size_t row = rows.begin; row < rows.end; ++row) ++visits[row];
        });
      });
      EXPECT_TRUE(exact) << count << " rows by " << grain;
      EXPECT_EQ(visits, std::vector<int>(count, 1)) << count << " rows by " << grain;
    }
  }
}

TEST(ParallelThreads, MoreThanTwoThreadsTakePartWhenFourAreAsked) {
  RollCall roll(3);
  with_threads(4, [&] {
    EXPECT_EQ(threads_in_use(), 4);
    for_blocks(64, 1, [&](Rows) { roll.sign_in(); });
  });
  EXPECT_GE(roll.count(), 3U);
  EXPECT_LE(roll.count(), 4U);
}

TEST(ParallelThreads, NoMoreThreadsTakePartThanAsked) {
  RollCall roll(1);
  with_threads(1, [&] {
    EXPECT_EQ(threads_in_use(), 1);
    for_blocks(64, 1, [&](Rows) { roll.sign_in(); });
  });
  EXPECT_EQ(roll.count(), 1U);
}

TEST(ParallelThreads, TasksRunOnSeveralThreads) {
  RollCall roll(3);
  with_threads(4, [&] { for_each_task(16, [&](std::size_t) { roll.sign_in(); }); });
  EXPECT_GE(roll.count(), 3U);
}

TEST(ParallelThreads, LoopsInsideATaskStayOnItsThread) {
  std::atomic<int> strayed{0};
  std::vector<int> visits(8 * 100, 0);
  with_threads(4, [&] {
    for_each_task(8, [&](std::size_t task) {
      const auto own = std::this_thread::get_id();
      for_blocks(100, 3, [&](Rows rows) {
        if (std::this_thread::get_id() != own) ++strayed;
        for (std::size_t row = rows.begin; row < rows.end; ++row) ++visits[task * 100 + row];
      });
    });
  });
  EXPECT_EQ(strayed, 0);
  EXPECT_EQ(visits, std::vector<int>(800, 1));
}

TEST(ParallelThreads, TasksInsideATaskStayOnItsThreadAndLeaveItATask) {
  std::atomic<int> strayed{0};
  std::vector<int> visits(2 * 10, 0);
  with_threads(4, [&] {
    for_each_task(2, [&](std::size_t task) {
      const auto own = std::this_thread::get_id();
      const auto look = [&] {
        strayed += std::this_thread::get_id() == own ? 0 : 1;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));  // so that idle threads could help
      };
      for_each_task(10, [&](std::size_t inner) {
        look();
        ++visits[task * 10 + inner];
      });
      for_blocks(20, 1, [&](Rows) { look(); });
    });
  });
  EXPECT_EQ(strayed, 0);
  EXPECT_EQ(visits, std::vector<int>(20, 1));
}

TEST(ParallelThreads, LoopsAfterATaskUseAllThreadsAgain) {
  RollCall roll(3);
  with_threads(4, [&] {
    for_each_task(8, [](std::size_t) {});
    for_blocks(64, 1, [&](Rows) { roll.sign_in(); });
  });
  EXPECT_GE(roll.count(), 3U);
}

TEST(ParallelThreads, ASingleTaskMayUseAllThreads) {
  RollCall roll(3);
  with_threads(4, [&] { for_each_task(1, [&](std::size_t) { for_blocks(64, 1, [&](Rows) { roll.sign_in(); }); }); });
  EXPECT_GE(roll.count(), 3U);
}

TEST(ParallelThreads, ExceptionsLeaveLoopsAndTasks) {
  const auto fail_at = [](std::size_t wrong) {
    return [wrong](std::size_t i) {
      if (i == wrong) throw std::runtime_error("row 17");
    };
  };
  with_threads(2, [&] {
    EXPECT_THROW(for_blocks(100, 1, [&](Rows rows) { fail_at(17)(rows.begin); }), std::runtime_error);
    EXPECT_THROW(for_each_task(100, fail_at(17)), std::runtime_error);
  });
  EXPECT_THROW(with_threads(2, [] { throw std::runtime_error("body"); }), std::runtime_error);
  std::atomic<int> rows_done{0};
  with_threads(2, [&] { for_blocks(10, 1, [&](Rows) { ++rows_done; }); });
  EXPECT_EQ(rows_done, 10) << "a loop after a failure is whole";
}

TEST(ParallelThreads, ZeroThreadsMeansAllOfTheMachine) {
  int used = 0;
  with_threads(0, [&] { used = threads_in_use(); });
  EXPECT_GE(used, 1);
}

}  // namespace
}  // namespace districtsim
