#include "analysis/bundle_sweep.hpp"

#include "sim/core/failure.hpp"

namespace districtsim {

bool is_sweep(const std::filesystem::path& folder) {
  return std::filesystem::is_directory(folder / "inputs") && std::filesystem::is_directory(folder / "store");
}

BundlePart bundle_sweep(const std::filesystem::path& folder) {
  throw Failure(ExitCode::bad_input_data, folder.string() + ": sweeps cannot be bundled yet");
}

}  // namespace districtsim
