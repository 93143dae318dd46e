#pragma once

#include <atomic>

namespace districtsim {

/// While it lives, the first SIGINT or SIGTERM sets a flag for the work to look at; a second one ends the program.
/// One at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// For RunHooks::cancel.
  [[nodiscard]] const std::atomic<bool>* flag() const;
};

}  // namespace districtsim
