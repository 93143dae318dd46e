#include "sim/scenario/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>

namespace districtsim {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

std::size_t sequence_length(std::uint32_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

/// Code point of the sequence at `i`, or nothing if it is not UTF-8.
std::optional<std::uint32_t> code_point(std::string_view text, std::size_t i, std::size_t length) {
  if (length == 0 || i + length > text.size()) return std::nullopt;
  if (length == 1) return byte_at(text, i);
  std::uint32_t point = byte_at(text, i) & (0x7FU >> length);
  for (std::size_t j = 1; j < length; ++j) {
    if ((byte_at(text, i + j) & 0xC0U) != 0x80U) return std::nullopt;
    point = (point << 6U) | (byte_at(text, i + j) & 0x3FU);
  }
  const std::uint32_t smallest = length == 2 ? 0x80U : length == 3 ? 0x800U : 0x10000U;
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest || point > 0x10FFFF || surrogate) return std::nullopt;
  return point;
}

bool printable(std::uint32_t point) {
  if (point == '\t' || point == '\n' || point == '\r' || point == 0x85) return true;
  if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return false;
  return point != 0xFFFE && point != 0xFFFF && point != 0xFEFF;
}

std::string hexadecimal(std::uint32_t value, int digits) {
  std::string text;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += "0123456789ABCDEF"[(value >> shift) & 15U];
  return text;
}

std::string fault_of(std::optional<std::uint32_t> point, std::uint32_t byte) {
  if (!point) return "not UTF-8 text (byte 0x" + hexadecimal(byte, 2) + "); save the file as UTF-8";
  if (*point == 0) return "NUL byte: this is not a text file";
  return "control character U+" + hexadecimal(*point, 4) + " is not allowed in text";
}

}  // namespace

std::optional<std::string> why_unreadable(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return "does not exist";
  if (error) return "cannot be read (" + error.message() + ")";
  if (std::filesystem::is_directory(status)) return "is a directory, not a file";
  errno = 0;
  const std::ifstream file(path, std::ios::binary);
  if (!file) return "cannot be read (" + std::string(std::strerror(errno)) + ")";
  return std::nullopt;
}

std::string first_bytes(const std::filesystem::path& path, std::size_t limit) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  std::string block(1U << 16U, '\0');
  while (file && text.size() < limit) {
    const std::size_t wanted = std::min(block.size(), limit - text.size());
    file.read(block.data(), static_cast<std::streamsize>(wanted));
    text.append(block, 0, static_cast<std::size_t>(file.gcount()));
  }
  return text;
}

std::optional<TextFault> first_text_fault(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(byte_at(text, i));
    const std::optional<std::uint32_t> point = code_point(text, i, length);
    if (!point || !printable(*point)) return TextFault{i, fault_of(point, byte_at(text, i))};
    i += length;
  }
  return std::nullopt;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += (byte_at(text, i) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

}  // namespace districtsim
