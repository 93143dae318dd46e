#include "sim/cli/interruption.hpp"

#include <csignal>

namespace districtsim {

namespace {

// A signal finds no object, so this one flag is global. Lock-free, as signal handlers require.
std::atomic<bool> stop_asked{false};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask_to_stop(int /*signal*/) { stop_asked.store(true, std::memory_order_relaxed); }

void on_signals(void (*action)(int)) {
  struct sigaction settings {};
  settings.sa_handler = action;
  settings.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);  // the second signal does what signals do
  sigemptyset(&settings.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &settings, nullptr);
}

}  // namespace

Interruption::Interruption() {
  stop_asked = false;
  on_signals(&ask_to_stop);
}

Interruption::~Interruption() { on_signals(SIG_DFL); }

const std::atomic<bool>* Interruption::flag() const { return &stop_asked; }

}  // namespace districtsim
