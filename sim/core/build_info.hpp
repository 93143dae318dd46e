#pragma once

namespace districtsim {

/// What this program was built from and how, for --version and for the provenance of results.
struct BuildInfo {
  const char* version;     ///< of districtsim, as in "0.1.0"
  const char* git_commit;  ///< abbreviated commit, "-dirty" when files differed from it; "unknown" outside of git
  const char* compiler;    ///< name and version
  const char* flags;       ///< build type, compiler flags and sanitizers
  const char* libraries;   ///< names and versions of the libraries it was compiled with
  const char* sources;     ///< SHA-256 of all files that results depend on: the engine, its tables, the measures
};

[[nodiscard]] const BuildInfo& build_info();

}  // namespace districtsim
