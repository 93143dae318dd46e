#pragma once

#include <string>

#include "analysis/measures.hpp"
#include "analysis/paired.hpp"

namespace districtsim {

/// Digits after the decimal point that a range is worth: two digits of its width. Negative: tens, hundreds ...
/// For a range without width: as many as the format usually has.
[[nodiscard]] int digits_for(const Range& range, NumberFormat format);

/// A value as people write it: shares as percent, dollars with thousands separated; "-" for NaN.
[[nodiscard]] std::string value_text(double value, NumberFormat format, int digits);

/// The same with its sign, for differences; 0 and what rounds to it has none.
[[nodiscard]] std::string difference_text(double value, NumberFormat format, int digits);

/// A mean difference and how well it is known: "+0.50 ±0.11".
[[nodiscard]] std::string mean_text(const PairedDifference& change, NumberFormat format);

/// Words broken into lines of at most `width` characters, each line after `indent` spaces.
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t width, std::size_t indent);

}  // namespace districtsim
