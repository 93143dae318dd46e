#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

#include "sim/cli/console.hpp"

namespace districtsim {

/// "48 s", "12 min", "3.4 h".
[[nodiscard]] std::string duration_text(double seconds);

/// Shows how far work has come: a bar on a terminal, at most ten lines otherwise, nothing when quiet.
class Progress {
 public:
  /// `total` (at least 1) steps, called `steps`: "simulated years".
  Progress(const Console& console, std::string steps, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more step is done. From any thread.
  void step();
  /// One of the steps is not needed after all. From any thread.
  void skip();

 private:
  using Clock = std::chrono::steady_clock;
  void draw_bar(double seconds) const;
  void say_line(double seconds) const;

  const Console& console_;
  std::string steps_;
  std::size_t total_;
  Clock::time_point start_ = Clock::now();

  std::mutex mutex_ = {};
  std::size_t done_ = 0;
  std::size_t tenths_said_ = 0;
  Clock::time_point drawn_ = {};
};

}  // namespace districtsim
