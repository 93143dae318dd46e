#include "sim/cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

bool environment_has(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool is_dumb_terminal() {
  const char* kind = std::getenv("TERM");
  return kind != nullptr && std::strcmp(kind, "dumb") == 0;
}

/// To standard error, whatever becomes of it.
void put_message(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

Console::Console()
    : on_terminal_(isatty(STDERR_FILENO) == 1 && !is_dumb_terminal()),
      in_colour_(on_terminal_ && !environment_has("NO_COLOR")) {
  std::signal(SIGPIPE, SIG_IGN);  // a pipe that nobody reads is an error of writing, found by check_output
}

void Console::print(std::string_view data) const {
  errno = 0;
  if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size()) check_output();
}

void Console::say(std::string_view message) const {
  if (!is_quiet()) put_message(fmt::format("{}\n", message));
}

void Console::warn(std::string_view message) const {
  if (!is_quiet()) put_message(fmt::format("warning: {}\n", message));
}

void Console::complain(std::string_view message) const { put_error(fmt::format("districtsim: {}", message)); }

void Console::complain_of_input(std::string_view lines) const { put_error(std::string(lines)); }

void Console::put_error(const std::string& text) const {
  put_message(in_colour_ ? fmt::format("\x1b[31m{}\x1b[0m\n", text) : text + "\n");
}

void Console::flush() const {
  errno = 0;
  if (std::fflush(stdout) != 0) check_output();
}

void Console::check_output() const {
  const int reason = errno;
  std::clearerr(stdout);
  if (reason == EPIPE) return;
  throw Failure(ExitCode::run_time_failure, std::string("cannot write standard output: ") + std::strerror(reason));
}

}  // namespace districtsim
