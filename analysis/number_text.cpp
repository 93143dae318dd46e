#include "analysis/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace districtsim {

namespace {

constexpr double percent_of_one = 100.0;
constexpr int most_digits = 5;
constexpr int least_digits = -6;

double scale_of(NumberFormat format) { return format == NumberFormat::percent ? percent_of_one : 1.0; }

int usual_digits(NumberFormat format) {
  switch (format) {
    case NumberFormat::decimal:
      return 2;
    case NumberFormat::percent:
      return 1;
    case NumberFormat::whole:
    case NumberFormat::dollars:
      break;
  }
  return 0;
}

/// Commas between thousands of a number written in plain digits.
std::string with_commas(std::string text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t first = text.find_first_of("0123456789");
  for (std::size_t place = point; place > first + 3;) {
    place -= 3;
    text.insert(place, ",");
  }
  return text;
}

std::string digits_text(double value, int digits) {
  if (digits >= 0) return fmt::format("{:.{}f}", value, digits);
  const double unit = std::pow(10.0, -digits);
  return fmt::format("{:.0f}", std::round(value / unit) * unit);
}

bool is_zero(const std::string& digits) { return digits.find_first_of("123456789") == std::string::npos; }

}  // namespace

int digits_for(const Range& range, NumberFormat format) {
  const double width = (range.high - range.low) * scale_of(format);
  if (!(width > 0.0)) return usual_digits(format);
  const int most = format == NumberFormat::dollars ? 2 : most_digits;  // cents
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(width))), least_digits, most);
}

std::string value_text(double value, NumberFormat format, int digits) {
  if (std::isnan(value)) return "-";
  const std::string magnitude = with_commas(digits_text(std::fabs(value) * scale_of(format), digits));
  const std::string sign = value < 0.0 && !is_zero(magnitude) ? "-" : "";
  return sign + (format == NumberFormat::dollars ? "$" : "") + magnitude;
}

std::string difference_text(double value, NumberFormat format, int digits) {
  const std::string text = value_text(value, format, digits);
  return value > 0.0 && !is_zero(text) ? "+" + text : text;
}

std::string mean_text(const PairedDifference& change, NumberFormat format) {
  if (change.unchanged) return "0";
  const int digits = digits_for(change.precision, format);
  std::string mean = difference_text(change.difference, format, digits);
  const double half = (change.precision.high - change.precision.low) / 2.0;
  if (!(half > 0.0)) return mean;
  std::string spread = value_text(half, format, digits);
  if (format == NumberFormat::dollars) spread.erase(0, 1);
  return mean + " ±" + spread;
}

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent) {
  std::istringstream words(text);
  std::string lines;
  std::string line;
  for (std::string word; words >> word;) {
    if (!line.empty() && line.size() + 1 + word.size() + indent > width) {
      lines += std::string(indent, ' ') + line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return line.empty() ? lines : lines + std::string(indent, ' ') + line + "\n";
}

}  // namespace districtsim
