#pragma once

#include <stdexcept>
#include <string>

namespace districtsim {

/// Exit codes of the command line, fixed because others script against them.
enum class ExitCode : int {
  ok = 0,
  run_time_failure = 1,
  usage = 2,
  invalid_scenario = 3,
  bad_input_data = 4,
  partial_sweep = 5,
  interrupted = 130,
};

/// The one exception type that reaches the command line: a message for a person, and the exit code it means.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] ExitCode code() const noexcept { return code_; }

 private:
  ExitCode code_;
};

}  // namespace districtsim
