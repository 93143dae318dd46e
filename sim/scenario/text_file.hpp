#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace districtsim {

/// Why a file cannot be read ("does not exist", "is a directory", "cannot be read (Permission denied)"), or nothing.
[[nodiscard]] std::optional<std::string> why_unreadable(const std::filesystem::path& path);

/// The first `limit` bytes of a readable file.
[[nodiscard]] std::string first_bytes(const std::filesystem::path& path, std::size_t limit);

/// Something in a text that no YAML file may hold.
struct TextFault {
  std::size_t offset = 0;  ///< in bytes
  std::string message;
};

/// First byte that is not UTF-8 or is a control character other than tab and line ends (YAML 1.2, 5.1), or nothing.
[[nodiscard]] std::optional<TextFault> first_text_fault(std::string_view text);

/// Characters, not bytes, in UTF-8 text.
[[nodiscard]] std::size_t character_count(std::string_view text);

}  // namespace districtsim
