#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/record/read_result.hpp"
#include "sim/record/result_file.hpp"

namespace districtsim {

/// A scenario as it was run: the whole of it, with everything it extends.
struct ResolvedScenario {
  std::string name = {};
  std::string text = {};    ///< canonical JSON
  std::string sha256 = {};  ///< of text, hexadecimal; computed when written
};

/// Where a result comes from: enough to repeat it, and to see why a repetition may differ.
struct Provenance {
  std::string title = {};
  std::string program_version = {};
  std::string git_commit = {};
  std::string compiler = {};
  std::string compiler_flags = {};
  std::string instruction_set = {};  ///< what the program was compiled for, as in "x86-64 avx2 fma"
  std::string cpu_model = {};
  std::string libc_version = {};
  std::string date = {};          ///< UTC, as in "2026-03-01T12:00:00Z"
  std::string command_line = {};  ///< quoted so that a shell runs it again
  std::uint64_t seed = 0;
  std::vector<ResolvedScenario> scenarios = {};  ///< in the order of the scenario dimension
  std::string input_hash = {};                   ///< SHA-256 over the data files that were read, hexadecimal
};

/// All that is known of this program, this machine and this moment; the rest is for the caller.
[[nodiscard]] Provenance provenance_here();

/// Command-line words as one line that a POSIX shell splits into the same words.
[[nodiscard]] std::string as_command_line(const std::vector<std::string>& words);

/// Root attributes named as the members; `scenario_N_name`, `scenario_N_text` and `scenario_N_sha256` count from 1. The
/// seed is text, since R has no 64-bit integers.
void write_provenance(ResultFile& file, const Provenance& provenance);

[[nodiscard]] Provenance read_provenance(const SavedResult& result);

}  // namespace districtsim
