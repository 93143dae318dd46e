#include "sim/record/utf8.hpp"

#include <cstddef>

namespace districtsim {
namespace {

unsigned byte_at(std::string_view text, std::size_t place) {
  return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
}

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// Length of the character at the start of `text`, 0 if it is none. RFC 3629, section 4.
std::size_t character_length(std::string_view text) {
  const unsigned first = byte_at(text, 0);
  const unsigned second = byte_at(text, 1);
  if (first >= 0x01U && first <= 0x7FU) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return continues(second) ? 2 : 0;
  if (!continues(second) || !continues(byte_at(text, 2))) return 0;
  if (first >= 0xE0U && first <= 0xEFU) {
    const bool overlong = first == 0xE0U && second < 0xA0U;
    const bool surrogate = first == 0xEDU && second > 0x9FU;
    return overlong || surrogate ? 0 : 3;
  }
  if (first < 0xF0U || first > 0xF4U || !continues(byte_at(text, 3))) return 0;
  const bool overlong = first == 0xF0U && second < 0x90U;
  const bool too_large = first == 0xF4U && second > 0x8FU;
  return overlong || too_large ? 0 : 4;
}

}  // namespace

std::string as_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) {
      valid += "\xEF\xBF\xBD";
    } else {
      valid += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return valid;
}

}  // namespace districtsim
