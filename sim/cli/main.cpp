#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <new>

#include "sim/cli/command_line.hpp"
#include "sim/cli/commands.hpp"
#include "sim/core/contracts.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim {

namespace {

/// Carries out what the command line asks for; every exception becomes a message and an exit code.
ExitCode carry_out(int argc, const char* const* argv, Request& request) {
  try {
    const ExitCode understood = read_command_line(argc, argv, request);
    const ExitCode done = request.action ? request.action() : understood;
    request.console.flush();
    return done;
  } catch (const Failure& failure) {
    const bool in_input = failure.code() == ExitCode::invalid_scenario || failure.code() == ExitCode::bad_input_data;
    if (in_input) {
      request.console.complain_of_input(failure.what());
    } else {
      request.console.complain(failure.what());
    }
    return failure.code();
  } catch (const Cancelled&) {
    request.console.complain("stopped; nothing was written");
    return ExitCode::interrupted;
  } catch (const std::bad_alloc&) {
    request.console.complain("not enough memory");
  } catch (const ContractViolation& violation) {
    request.console.complain(std::string("a defect of this program, please report it: ") + violation.what());
  } catch (const std::exception& error) {
    request.console.complain(error.what());
  } catch (...) {
    request.console.complain("failed for an unknown reason");
  }
  return ExitCode::run_time_failure;
}

}  // namespace

}  // namespace districtsim

int main(int argc, char** argv) {
  districtsim::Request request;
  return static_cast<int>(districtsim::carry_out(argc, argv, request));
}
