#include "sim/scenario/scalars.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace districtsim {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t i) {
  std::size_t count = 0;
  while (i + count < text.size() && is_digit(text[i + count])) ++count;
  return count;
}

std::string_view without_sign(std::string_view text) {
  return !text.empty() && (text[0] == '-' || text[0] == '+') ? text.substr(1) : text;
}

bool has_leading_zero(std::string_view unsigned_text) {
  return unsigned_text.size() > 1 && unsigned_text[0] == '0' && is_digit(unsigned_text[1]);
}

bool is_decimal(std::string_view unsigned_text) {
  const std::size_t whole = digits_at(unsigned_text, 0);
  std::size_t i = whole;
  std::size_t fraction = 0;
  if (i < unsigned_text.size() && unsigned_text[i] == '.') {
    fraction = digits_at(unsigned_text, i + 1);
    i += 1 + fraction;
  }
  if (whole + fraction == 0 || has_leading_zero(unsigned_text)) return false;
  if (i == unsigned_text.size()) return true;
  if (unsigned_text[i] != 'e' && unsigned_text[i] != 'E') return false;
  ++i;
  if (i < unsigned_text.size() && (unsigned_text[i] == '-' || unsigned_text[i] == '+')) ++i;
  const std::size_t exponent = digits_at(unsigned_text, i);
  return exponent > 0 && i + exponent == unsigned_text.size();
}

}  // namespace

std::optional<double> number_in(const Node& node) {
  if (!node.is_scalar() || node.quoted) return std::nullopt;
  const std::string_view digits = without_sign(node.text);
  if (!is_decimal(digits)) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
  return node.text[0] == '-' && value != 0.0 ? -value : value;
}

std::string why_not_a_number(const Node& node) {
  if (!node.is_scalar() || number_in(node)) return "";
  Node plain = node;
  plain.quoted = false;
  if (node.quoted) return number_in(plain) ? "; a number has no quotation marks" : "";
  std::string lower = std::string(without_sign(node.text));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string_view digits = lower;
  if (is_decimal(digits)) return "; the number is too large or too small";
  if (digits.size() > 1 && digits[0] == '0' && (is_digit(digits[1]) || digits[1] == 'x' || digits[1] == 'o')) {
    return "; write a decimal number without leading zeros";
  }
  if (lower == ".nan" || lower == "nan" || lower == ".inf" || lower == "inf") return "; the number must be finite";
  if (!digits.empty() && is_digit(digits[0]) && digits.find_first_of(",_%") != std::string_view::npos) {
    return "; write digits and a decimal point only";
  }
  return "";
}

std::optional<bool> switch_in(const Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  if (node.text == "on" || node.text == "true") return true;
  if (node.text == "off" || node.text == "false") return false;
  return std::nullopt;
}

std::string shortened_text(const std::string& text) {
  constexpr std::size_t limit = 60;
  std::string shortened;
  std::size_t characters = 0;
  for (const char c : text) {
    const bool begins_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins_character && characters++ == limit) return shortened + "...";
    const auto byte = static_cast<unsigned char>(c);
    shortened += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return shortened;
}

std::string shown(const Node& node) {
  switch (node.kind) {
    case NodeKind::empty:
      return "empty";
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a map of keys";
    case NodeKind::scalar:
      break;
  }
  const std::string text = shortened_text(node.text);
  return node.quoted || text.empty() ? "\"" + text + "\"" : text;
}

std::string number_text(double value) {
  constexpr double exact = 1e15;
  if (std::fabs(value) < exact && std::floor(value) == value) return std::to_string(static_cast<std::int64_t>(value));
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return error == std::errc() ? std::string(buffer.data(), end) : "?";
}

}  // namespace districtsim
