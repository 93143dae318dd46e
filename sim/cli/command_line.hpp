#pragma once

#include "sim/cli/commands.hpp"

namespace districtsim {

/// Reads the words of the command line into `request`. Prints help and version; a line that cannot be understood is
/// explained on standard error. The code is what to end with if `request` has no action.
ExitCode read_command_line(int argc, const char* const* argv, Request& request);

}  // namespace districtsim
