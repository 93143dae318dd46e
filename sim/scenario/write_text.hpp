#pragma once

#include <filesystem>
#include <string>

namespace districtsim {

/// Writes a file as a whole: an existing one is replaced only on success. Throws Failure(run_time_failure).
void write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace districtsim
