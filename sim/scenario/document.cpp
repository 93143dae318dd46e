#include "sim/scenario/document.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "sim/scenario/document_builder.hpp"
#include "sim/scenario/text_file.hpp"

namespace districtsim {

namespace {

/// What the YAML parser says, in words for people who do not know it.
std::string in_plain_words(const std::string& complaint) {
  using Row = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Row, 9> table = {{
      {"illegal tab when looking for indentation", "a tab indents this line; indent with spaces"},
      {"end of map flow not found", "a { is not closed by }"},
      {"end of sequence flow not found", "a [ is not closed by ]"},
      {"end of map not found", "a line does not fit the keys around it (check indentation and colons)"},
      {"end of sequence not found", "a line does not fit the list around it (check indentation and dashes)"},
      {"illegal map value", "a colon in the wrong place (check indentation; quote text that holds \": \")"},
      {"illegal EOF in scalar", "a quotation mark is not closed"},
      {"the referenced anchor is not defined", "an alias (*name) without its anchor (&name)"},
      {"unknown token", "a character that cannot begin a value; quote the text"},
  }};
  for (const auto& [theirs, ours] : table) {
    if (complaint.find(theirs) == 0) return std::string(ours);
  }
  return complaint;
}

Place place_of(const DocumentText& text, const YAML::Mark& mark) {
  return mark.is_null() ? text.whole() : text.place(mark.line, mark.column);
}

/// A tab before the first word of a line, which the parser reports as something else.
bool is_indented_by_tab(std::string_view line) {
  const std::size_t first_word = line.find_first_not_of(" \t");
  return line.substr(0, first_word).find('\t') != std::string_view::npos;
}

Complaint parser_complaint(const DocumentText& text, const YAML::Exception& fault) {
  if (!fault.mark.is_null() && is_indented_by_tab(text.line(fault.mark.line))) {
    const auto tab = static_cast<int>(text.line(fault.mark.line).find('\t'));
    return {text.place(fault.mark.line, tab), "a tab indents this line; indent with spaces"};
  }
  return {place_of(text, fault.mark), "not valid YAML: " + in_plain_words(fault.msg)};
}

void stop(Document& document, Complaint complaint) {
  document.complaints.push_back(std::move(complaint));
  document.complete = false;
}

void parse_into(Document& document, const DocumentText& text) {
  DocumentBuilder builder(text, document.complaints);
  try {
    std::istringstream stream{std::string(text.text())};
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) document.root = builder.take_root();
    builder.expect_no_more();
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& fault) {
    stop(document, parser_complaint(text, fault));
  } catch (const BeyondLimit& limit) {
    stop(document, limit.complaint);
  }
  if (document.complaints.empty() && document.root.kind == NodeKind::empty) {
    stop(document, {text.whole(), "is empty"});
  }
}

}  // namespace

std::string Place::text() const {
  const std::string label = source ? source->label : "";
  return line == 0 ? label : label + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::filesystem::path Place::resolve(const std::string& written) const {
  const std::filesystem::path path(written);
  return path.is_absolute() || !source ? path : (source->folder / path).lexically_normal();
}

const Node* Node::find(std::string_view wanted) const {
  if (kind != NodeKind::map) return nullptr;
  const auto child = std::find_if(children.begin(), children.end(), [&](const Node& n) { return n.key == wanted; });
  return child == children.end() ? nullptr : &*child;
}

Node* Node::find(std::string_view wanted) {
  if (kind != NodeKind::map) return nullptr;
  const auto child = std::find_if(children.begin(), children.end(), [&](const Node& n) { return n.key == wanted; });
  return child == children.end() ? nullptr : &*child;
}

Document parse_document(std::string_view text, const TextSource& source) {
  Document document;
  document.source = std::make_shared<const TextSource>(source);
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  const DocumentText lines(text, document.source);
  if (text.size() > largest_document) {
    const std::string limit = std::to_string(largest_document >> 20U);
    stop(document, {lines.whole(), "is larger than " + limit + " MiB"});
  } else if (const std::optional<TextFault> fault = first_text_fault(text)) {
    stop(document, {lines.place_of_byte(fault->offset), fault->message});
  } else {
    parse_into(document, lines);
  }
  return document;
}

Document read_document(const std::filesystem::path& path) {
  const TextSource source{path.string(), path.parent_path()};
  if (const std::optional<std::string> why = why_unreadable(path)) {
    Document document;
    document.source = std::make_shared<const TextSource>(source);
    stop(document, {{document.source, 0, 0}, *why});
    return document;
  }
  return parse_document(first_bytes(path, largest_document + 1), source);
}

}  // namespace districtsim
