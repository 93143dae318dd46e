#include "sim/scenario/overrides.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "sim/scenario/extends.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

namespace {

/// A setting has no lines and columns.
void place_at_source(Node& node, const Place& place) {
  node.place = place;
  node.key_place = place;
  for (Node& child : node.children) place_at_source(child, place);
}

/// {a: {b: value}} for the parts a, b from `first` on; the value itself if there are none.
Node nested(const NodePath& parts, std::size_t first, Node value) {
  for (std::size_t i = parts.size(); i > first; --i) {
    Node map;
    map.kind = NodeKind::map;
    map.place = value.place;
    value.key = parts[i - 1];
    value.key_place = map.place;
    map.children.push_back(std::move(value));
    value = std::move(map);
  }
  return value;
}

/// How many parts lead to the first list on the way, or nothing if there is none.
std::optional<std::size_t> parts_to_list(const Node& root, const NodePath& parts) {
  NodePath above;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    above.push_back(parts[i]);
    const Node* node = node_at(root, above);
    if (node != nullptr && node->is_list()) return i + 1;
  }
  return std::nullopt;
}

std::optional<std::string> set_in_list(Node& root, const NodePath& parts, std::size_t to_list, Node value) {
  Node* list = &root;
  for (std::size_t i = 0; i < to_list; ++i) list = list->find(parts[i]);
  const std::string& row = parts[to_list];
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(row.data(), row.data() + row.size(), index);
  if (error != std::errc() || end != row.data() + row.size() || index >= list->children.size()) {
    const NodePath above(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(to_list));
    const std::string rows = std::to_string(list->children.size());
    return path_text(above) + " is a list of " + rows + "; " + row + " is not one of its rows, counted from 0";
  }
  Node over = nested(parts, to_list + 1, std::move(value));
  Node& target = list->children[index];
  if (target.is_map() && over.is_map()) {
    merge_over(target, std::move(over));
  } else {
    target = std::move(over);
  }
  return std::nullopt;
}

std::vector<Complaint> apply(Node& root, const Override& setting) {
  const TextSource source{"--set " + setting.path + "=" + setting.value, {}};
  Document document = parse_document(setting.value, source);
  const Place place{document.source, 0, 0};
  if (setting.value.empty()) return {{place, "has no value"}};
  const NodePath parts = path_parts(setting.path);
  for (Complaint& complaint : document.complaints) complaint.place = place;
  if (!document.complaints.empty()) return document.complaints;
  if (std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); })) {
    return {{place, "the path must be keys with dots between, such as framework.discretion"}};
  }
  if (parts.front() == "extends" || parts.front() == "layer") {
    return {{place, parts.front() + " can only be written in a file"}};
  }
  place_at_source(document.root, place);
  if (const std::optional<std::size_t> to_list = parts_to_list(root, parts)) {
    const std::optional<std::string> fault = set_in_list(root, parts, *to_list, std::move(document.root));
    return fault ? std::vector<Complaint>{{place, *fault}} : std::vector<Complaint>{};
  }
  std::vector<Complaint> complaints;
  Node over = nested(parts, 0, std::move(document.root));
  flatten_parameters(over, complaints);
  merge_over(root, std::move(over));
  return complaints;
}

}  // namespace

std::vector<Complaint> apply_overrides(Node& root, const std::vector<Override>& overrides) {
  std::vector<Complaint> complaints;
  for (const Override& setting : overrides) {
    const std::vector<Complaint> more = apply(root, setting);
    complaints.insert(complaints.end(), more.begin(), more.end());
  }
  return complaints;
}

}  // namespace districtsim
