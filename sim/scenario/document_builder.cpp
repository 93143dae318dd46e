#include "sim/scenario/document_builder.hpp"

#include <algorithm>

#include "sim/scenario/scalars.hpp"
#include "sim/scenario/text_file.hpp"

namespace districtsim {

namespace {

std::size_t node_count(const Node& node) {
  std::size_t count = 1;
  for (const Node& child : node.children) count += node_count(child);
  return count;
}

int height(const Node& node) {
  int highest = 0;
  for (const Node& child : node.children) highest = std::max(highest, height(child));
  return highest + 1;
}

bool has_control_character(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
}

}  // namespace

DocumentText::DocumentText(std::string_view text, std::shared_ptr<const TextSource> source)
    : text_(text), source_(std::move(source)), line_starts_{0} {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (i % block == 0) characters_before_.push_back(characters);
    characters += (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U ? 1U : 0U;
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
  characters_before_.push_back(characters);
}

std::size_t DocumentText::characters_to(std::size_t offset) const {
  const std::size_t begin = offset / block * block;
  return characters_before_[offset / block] + character_count(text_.substr(begin, offset - begin));
}

std::string_view DocumentText::line(int row) const {
  if (row < 0 || static_cast<std::size_t>(row) >= line_starts_.size()) return "";
  const std::string_view rest = text_.substr(line_starts_[static_cast<std::size_t>(row)]);
  return rest.substr(0, rest.find('\n'));
}

bool DocumentText::quotation_is_closed(int line, int byte_column) const {
  if (line < 0 || static_cast<std::size_t>(line) >= line_starts_.size()) return true;
  std::size_t i = line_starts_[static_cast<std::size_t>(line)] + static_cast<std::size_t>(byte_column);
  while (i < text_.size() && (text_[i] == '&' || text_[i] == '!')) {
    i = text_.find_first_not_of(" \t\r\n", std::min(text_.size(), text_.find_first_of(" \t\r\n", i)));
  }
  if (i >= text_.size() || (text_[i] != '"' && text_[i] != '\'')) return true;
  const char mark = text_[i];
  for (++i; i < text_.size(); ++i) {
    if (mark == '"' && text_[i] == '\\') {
      ++i;
    } else if (text_[i] == mark) {
      if (mark == '"' || i + 1 >= text_.size() || text_[i + 1] != mark) return true;
      ++i;
    }
  }
  return false;
}

Place DocumentText::place(int line, int byte_column) const {
  const auto row = static_cast<std::size_t>(std::max(line, 0));
  if (row >= line_starts_.size()) return {source_, line + 1, byte_column + 1};
  const std::size_t begin = line_starts_[row];
  const std::size_t end = std::min(text_.size(), begin + static_cast<std::size_t>(std::max(byte_column, 0)));
  return {source_, line + 1, static_cast<int>(characters_to(end) - characters_to(begin)) + 1};
}

Place DocumentText::place_of_byte(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = after - line_starts_.begin() - 1;
  return place(static_cast<int>(line), static_cast<int>(offset - *(after - 1)));
}

DocumentBuilder::DocumentBuilder(const DocumentText& text, std::vector<Complaint>& complaints)
    : text_(text), complaints_(complaints) {}

void DocumentBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!finished_) return;
  const auto begins = [this](int row) { return text_.line(row).substr(0, 3) == "---"; };
  const bool marked = begins(mark.line) || begins(mark.line - 1);
  const char* fault = marked ? "a second document begins; a file holds one document"
                             : "text after the end of the value before it (check quotation marks and indentation)";
  throw BeyondLimit{{place(mark), fault}};
}

void DocumentBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node;
  node.place = place(mark);
  count_nodes(1, node.place);
  add(std::move(node), anchor);
}

void DocumentBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto original = anchored_.find(anchor);
  if (original == anchored_.end()) throw BeyondLimit{{place(mark), "an alias inside the value it stands for"}};
  if (static_cast<int>(open_.size()) + height(original->second) > deepest_nesting) {
    throw BeyondLimit{{place(mark), "nested deeper than " + std::to_string(deepest_nesting) + " levels"}};
  }
  count_copies(node_count(original->second), place(mark));
  add(Node(original->second), 0);
}

void DocumentBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                               const std::string& value) {
  Node node;
  node.kind = NodeKind::scalar;
  node.place = place(mark);
  node.text = value;
  node.quoted = tag == "!";
  count_nodes(1, node.place);
  check_tag(node.place, tag);
  if (!text_.quotation_is_closed(mark.line, mark.column)) {
    throw BeyondLimit{{node.place, "not valid YAML: a quotation mark is not closed"}};
  }
  if (has_control_character(value)) complaints_.push_back({node.place, "the text holds a control character"});
  add(std::move(node), anchor);
}

void DocumentBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value) {
  open(NodeKind::list, mark, tag, anchor);
}

void DocumentBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value) {
  open(NodeKind::map, mark, tag, anchor);
}

void DocumentBuilder::open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  Open opened;
  opened.node.kind = kind;
  opened.node.place = place(mark);
  opened.anchor = anchor;
  count_nodes(1, opened.node.place);
  check_tag(opened.node.place, tag);
  if (static_cast<int>(open_.size()) >= deepest_nesting) {
    throw BeyondLimit{{opened.node.place, "nested deeper than " + std::to_string(deepest_nesting) + " levels"}};
  }
  open_.push_back(std::move(opened));
}

void DocumentBuilder::close() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  add(std::move(closed.node), closed.anchor);
}

void DocumentBuilder::add(Node node, YAML::anchor_t anchor) {
  if (anchor != 0) remember(node, anchor);
  if (open_.empty()) {
    if (!finished_) root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.is_map() && !parent.has_key) {
    take_key(parent, node);
  } else {
    add_child(parent, std::move(node));
  }
}

void DocumentBuilder::take_key(Open& map, const Node& node) {
  map.has_key = true;
  map.key_usable = false;
  map.key = node.text;
  map.key_place = node.place;
  if (node.kind != NodeKind::scalar) {
    complaints_.push_back({node.place, "a key must be plain text"});
  } else if (node.text == "<<" && !node.quoted) {
    complaints_.push_back({node.place, "merge keys (<<) are not supported; use extends or repeat the values"});
  } else if (const auto [earlier, fresh] = map.lines.emplace(node.text, node.place.line); !fresh) {
    const std::string where = "first on line " + std::to_string(earlier->second);
    complaints_.push_back({node.place, "the key " + shortened_text(node.text) + " is written twice (" + where + ")"});
  } else {
    map.key_usable = true;
  }
}

void DocumentBuilder::add_child(Open& parent, Node node) {
  if (parent.node.is_map()) {
    parent.has_key = false;
    if (!parent.key_usable) return;
    node.key = parent.key;
    node.key_place = parent.key_place;
    if (node.kind == NodeKind::empty) node.place = parent.key_place;
  }
  parent.node.children.push_back(std::move(node));
}

void DocumentBuilder::remember(const Node& node, YAML::anchor_t anchor) {
  count_copies(node_count(node), node.place);
  anchored_.insert_or_assign(anchor, node);
}

void DocumentBuilder::count_nodes(std::size_t more, const Place& place) {
  nodes_ += more;
  if (nodes_ > most_nodes) throw BeyondLimit{{place, "more than " + std::to_string(most_nodes) + " values"}};
}

void DocumentBuilder::count_copies(std::size_t more, const Place& place) {
  copied_ += more;
  if (copied_ <= most_copied_nodes) return;
  throw BeyondLimit{{place, "anchors and aliases copy more than " + std::to_string(most_copied_nodes) + " values"}};
}

void DocumentBuilder::check_tag(const Place& place, const std::string& tag) {
  if (tag.empty() || tag == "?" || tag == "!") return;
  complaints_.push_back({place, "tags (" + tag + ") are not supported"});
}

}  // namespace districtsim
