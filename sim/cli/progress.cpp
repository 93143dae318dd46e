#include "sim/cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace districtsim {

namespace {

constexpr std::size_t bar_width = 30;
constexpr std::size_t most_lines = 10;
constexpr double between_bars = 0.1;   ///< seconds
constexpr double between_lines = 1.0;  ///< seconds before the first line, so that short runs say nothing

std::string remaining(double seconds, std::size_t done, std::size_t total) {
  const double left = seconds * static_cast<double>(total - done) / static_cast<double>(std::max<std::size_t>(1, done));
  return duration_text(left) + " left";
}

}  // namespace

std::string duration_text(double seconds) {
  if (seconds < 60.0) return fmt::format("{:.0f} s", seconds);
  if (seconds < 3600.0) return fmt::format("{:.0f} min", seconds / 60.0);
  return fmt::format("{:.1f} h", seconds / 3600.0);
}

Progress::Progress(const Console& console, std::string steps, std::size_t total)
    : console_(console), steps_(std::move(steps)), total_(std::max<std::size_t>(1, total)) {}

Progress::~Progress() {
  if (console_.on_terminal() && !console_.is_quiet() && drawn_ != Clock::time_point{}) std::fputs("\r\x1b[K", stderr);
}

void Progress::step() {
  const std::lock_guard<std::mutex> held(mutex_);
  ++done_;
  if (console_.is_quiet()) return;
  const Clock::time_point now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - start_).count();
  if (console_.on_terminal()) {
    if (std::chrono::duration<double>(now - drawn_).count() < between_bars && done_ < total_) return;
    drawn_ = now;
    draw_bar(seconds);
  } else if (const std::size_t tenths = done_ * most_lines / total_; tenths > tenths_said_) {
    tenths_said_ = tenths;
    if (seconds >= between_lines) say_line(seconds);
  }
}

void Progress::skip() {
  const std::lock_guard<std::mutex> held(mutex_);
  if (total_ > done_ + 1) --total_;
}

void Progress::draw_bar(double seconds) const {
  const std::size_t full = done_ * bar_width / total_;
  const std::string bar = std::string(full, '#') + std::string(bar_width - full, '.');
  const std::string line =
      fmt::format("\r\x1b[K[{}] {}/{} {}, {}", bar, done_, total_, steps_, remaining(seconds, done_, total_));
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

void Progress::say_line(double seconds) const {
  console_.say(fmt::format("{}/{} {}, {}", done_, total_, steps_, remaining(seconds, done_, total_)));
}

}  // namespace districtsim
