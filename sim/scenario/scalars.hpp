#pragma once

#include <optional>
#include <string>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// A plain decimal number (JSON's grammar, with an optional + and with .5 and 5. allowed): no leading zeros, no 0x, no
/// 1_000, no .nan or .inf, nothing quoted. Nothing if it is not one or does not fit a double.
[[nodiscard]] std::optional<double> number_in(const Node& node);

/// Why a value is not a number, for messages: "; numbers have no leading zeros", or "" if there is nothing to add.
[[nodiscard]] std::string why_not_a_number(const Node& node);

/// on, off, true or false, as exactly these four words.
[[nodiscard]] std::optional<bool> switch_in(const Node& node);

/// Text as messages quote it: one line, at most 60 characters.
[[nodiscard]] std::string shortened_text(const std::string& text);

/// A value as messages quote it: the shortened text; "a list", "a map" or "empty".
[[nodiscard]] std::string shown(const Node& node);

/// The shortest text that reads back as the same number: 1.4, 12, 1e-09.
[[nodiscard]] std::string number_text(double value);

}  // namespace districtsim
