#include "sim/scenario/csv_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/text_file.hpp"

// Written here because the CSV libraries of Debian 12 do not fit: fast-cpp-csv-parser wants the columns at compile
// time, Boost.Tokenizer reads backslash escapes and no line ends in cells, libcsv tells no positions.

namespace districtsim {

namespace {

constexpr std::size_t largest_table = std::size_t{1} << 30U;  // bytes

bool ends_line(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool same_name(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return small(x) == small(y); });
}

std::string without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

CsvTable CsvTable::read(const std::filesystem::path& path) {
  if (const std::optional<std::string> why = why_unreadable(path)) {
    refuse_data({{{std::make_shared<const TextSource>(TextSource{path.string(), path.parent_path()}), 0, 0}, *why}});
  }
  return parse(first_bytes(path, largest_table + 1), path.string());
}

CsvTable CsvTable::parse(std::string text, const std::string& label) { return {std::move(text), label}; }

CsvTable::CsvTable(std::string text, const std::string& label)
    : text_(std::move(text)), source_(std::make_shared<const TextSource>(TextSource{label, {}})) {
  if (text_.rfind("\xEF\xBB\xBF", 0) == 0) text_.erase(0, 3);
  if (text_.size() > largest_table) refuse_data({{whole(), "is larger than 1 GiB"}});
  find_lines();
  if (const std::optional<TextFault> fault = first_text_fault(text_)) {
    refuse_data({{place_of(fault->offset), fault->message}});
  }
  find_cells();
  refuse_data(complaints_);
}

void CsvTable::find_cells() {
  std::size_t i = 0;
  while (i < text_.size()) {
    if (ends_line(text_[i])) {  // the second half of CRLF, or an empty line
      ++i;
      continue;
    }
    const std::size_t first_cell = cells_.size();
    for (;;) {
      cells_.push_back(static_cast<std::uint32_t>(i));
      i = end_of_cell(i);
      if (i >= text_.size() || text_[i] != ',') break;
      ++i;
    }
    end_row(first_cell);
  }
  if (columns_.empty()) complaints_.push_back({whole(), "is empty; the first line must name the columns"});
}

/// The offset of the comma or line end after the cell at `begin`.
std::size_t CsvTable::end_of_cell(std::size_t begin) {
  std::size_t i = begin;
  if (i < text_.size() && text_[i] == '"') {
    i = after_quotes(begin);
    const std::size_t closed = i;
    while (i < text_.size() && is_blank(text_[i])) ++i;
    if (i < text_.size() && text_[i] != ',' && !ends_line(text_[i])) {
      complaints_.push_back({place_of(closed), "text after a closing quotation mark (write \"\" for one in a cell)"});
    }
  }
  while (i < text_.size() && text_[i] != ',' && !ends_line(text_[i])) ++i;
  return i;
}

/// The offset after the mark that closes the one at `begin`.
std::size_t CsvTable::after_quotes(std::size_t begin) {
  std::size_t i = text_.find('"', begin + 1);
  while (i + 1 < text_.size() && text_[i + 1] == '"') i = text_.find('"', i + 2);
  if (i < text_.size()) return i + 1;
  complaints_.push_back({place_of(begin), "a quotation mark is not closed"});
  return text_.size();
}

void CsvTable::end_row(std::size_t first_cell) {
  const std::size_t width = cells_.size() - first_cell;
  if (columns_.empty()) return name_columns();
  if (width == columns_.size()) return;
  complaints_.push_back({place_of(cells_[first_cell]), "has " + std::to_string(width) + " cells, must have " +
                                                           std::to_string(columns_.size()) + " like the first line"});
  cells_.resize(first_cell);
}

void CsvTable::name_columns() {
  for (const std::uint32_t begin : cells_) {
    const std::string name = cell_text(begin);
    if (!name.empty() && column(name)) complaints_.push_back({place_of(begin), "column " + name + " appears twice"});
    columns_.push_back(name);
  }
  if (columns_.size() > 1 || columns_[0].find_first_of(";\t") == std::string::npos) return;
  complaints_.push_back({header(), "the first line has no comma; separate cells with commas, not semicolons or tabs"});
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const std::string& column) { return same_name(column, name); });
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::string CsvTable::text(std::size_t row, std::size_t column) const {
  return cell_text(cells_[(row + 1) * columns_.size() + column]);
}

std::string CsvTable::cell_text(std::size_t begin) const {
  if (begin >= text_.size() || text_[begin] != '"') {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", begin), text_.size());
    return without_blanks(std::string_view(text_).substr(begin, end - begin));
  }
  std::string content;
  for (std::size_t i = begin + 1; i < text_.size(); ++i) {
    if (text_[i] == '"' && (i + 1 == text_.size() || text_[++i] != '"')) break;
    content += text_[i];
  }
  return without_blanks(content);
}

Place CsvTable::place(std::size_t row, std::size_t column) const {
  return place_of(cells_[(row + 1) * columns_.size() + column]);
}

Place CsvTable::place_of(std::size_t offset) const {
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  const std::size_t begin = *(next - 1);
  const std::size_t characters = character_count(std::string_view(text_).substr(begin, offset - begin));
  return {source_, static_cast<int>(next - lines_.begin()), static_cast<int>(characters) + 1};
}

void CsvTable::find_lines() {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool half = text_[i] == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n';
    if (ends_line(text_[i]) && !half) lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::optional<double> csv_number(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string as_csv_cell(std::string_view text) {
  const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos && without_blanks(text) == text;
  if (plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

}  // namespace districtsim
