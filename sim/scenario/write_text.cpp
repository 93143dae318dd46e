#include "sim/scenario/write_text.hpp"

#include <fstream>
#include <system_error>

#include "sim/core/failure.hpp"

namespace districtsim {

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::path pending = path;
  pending += ".part";
  std::error_code error;
  {
    std::ofstream file(pending, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) std::filesystem::rename(pending, path, error);
  if (!error) return;
  std::error_code ignored;
  std::filesystem::remove(pending, ignored);
  throw Failure(ExitCode::run_time_failure, path.string() + ": cannot be written (" + error.message() + ")");
}

}  // namespace districtsim
