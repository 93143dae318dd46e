#include "sim/scenario/extends.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "sim/scenario/layers.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/suggest.hpp"
#include "sim/scenario/text_file.hpp"

namespace districtsim {

namespace {

void remove(Node& map, std::string_view key) {
  const auto is_it = [key](const Node& child) { return child.key == key; };
  map.children.erase(std::remove_if(map.children.begin(), map.children.end(), is_it), map.children.end());
}

/// A district given in another way replaces the inherited way, with the corrections that belong to it.
void drop_other_district(Node& base, const Node& over) {
  static constexpr std::array<std::string_view, 3> ways = {"source", "file", "synthetic"};
  const auto written = [&over](std::string_view way) { return over.find(way) != nullptr; };
  if (std::none_of(ways.begin(), ways.end(), written)) return;
  for (const std::string_view way : ways) {
    if (written(way) || base.find(way) == nullptr) continue;
    remove(base, way);
    remove(base, "schools");
  }
}

void merge_child(Node& base, Node child) {
  Node* inherited = base.find(child.key);
  if (inherited == nullptr) {
    base.children.push_back(std::move(child));
  } else if (inherited->is_map() && child.is_map()) {
    if (child.key == "district") drop_other_district(*inherited, child);
    merge_over(*inherited, std::move(child));
  } else {
    *inherited = std::move(child);
  }
}

std::vector<std::string> files_beside(const std::filesystem::path& path) {
  constexpr std::size_t enough = 1000;
  std::vector<std::string> names;
  std::error_code error;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (names.size() >= enough) break;
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Every file names its version, also one that inherits all else.
void check_version(Document& document, std::vector<Complaint>& complaints) {
  const Node* written = document.root.find("schema");
  if (written != nullptr) {
    if (number_in(*written) == 1.0) return;
    const std::string is = "schema is " + shown(*written);
    complaints.push_back({written->place, is + ", must be 1 (version of the scenario format)"});
    remove(document.root, "schema");
  } else {
    complaints.push_back(
        {{document.source, 1, 1}, "schema is missing (version of the scenario format); write schema: 1"});
  }
  Node version;
  version.kind = NodeKind::scalar;
  version.place = {document.source, 1, 1};
  version.text = "1";
  version.key = "schema";
  document.root.children.push_back(std::move(version));  // one complaint is enough
}

Node text_node(const std::string& key, const std::string& text, const Place& place) {
  Node node;
  node.kind = NodeKind::scalar;
  node.place = place;
  node.text = text;
  node.key = key;
  node.key_place = place;
  return node;
}

/// What a file writes for itself alone.
void remove_own(Node& root) {
  for (const std::string_view own : {"name", "description", "layer"}) remove(root, own);
}

/// Reads files and what they extend, each on top of what it inherits.
class FileReader {
 public:
  [[nodiscard]] MergedDocument read(const std::filesystem::path& path,
                                    const std::vector<std::filesystem::path>& layers) {
    if (std::optional<Node> root = read_file(path)) merged_.root = std::move(*root);
    if (const Node* layer = merged_.root.find("layer")) merged_.layer = layer->text;
    if (!layers.empty()) lay_over(layers);
    return std::move(merged_);
  }

 private:
  /// The file with all it inherits; nothing if its text is not complete.
  std::optional<Node> read_file(const std::filesystem::path& path) {
    std::error_code error;
    ++files_;
    Document document = read_document(path);
    merged_.sources.push_back(document.source);
    merged_.complete = merged_.complete && document.complete;
    append(document.complaints);
    if (!document.complete) return std::nullopt;
    if (!document.root.is_map()) {
      stop({{document.source, 1, 1}, "is " + shown(document.root) + ", must be a map of keys (key: value)"});
      return std::nullopt;
    }
    check_version(document, merged_.complaints);
    const LayerKind kind = check_layer(document.root, merged_.complaints);
    flatten_parameters(document.root, merged_.complaints);
    std::optional<Node> extends;
    if (const Node* found = document.root.find("extends")) extends = *found;
    remove(document.root, "extends");
    if (!extends) return std::move(document.root);
    open_.push_back(std::filesystem::weakly_canonical(path, error));
    Node inherited = inherit(*extends, kind);
    open_.pop_back();
    if (inherited.kind == NodeKind::empty) return std::move(document.root);
    remove_own(inherited);
    merge_over(inherited, std::move(document.root));
    return inherited;
  }

  /// What one path or a list of paths says, from left to right.
  Node inherit(const Node& extends, const LayerKind& kind) {
    const bool is_list = extends.is_list() && !extends.children.empty();
    const std::vector<Node> paths = is_list ? extends.children : std::vector<Node>{extends};
    Node inherited;
    for (const Node& path : paths) {
      std::optional<Node> next = follow(path, kind);
      if (!next) continue;
      if (inherited.kind == NodeKind::empty) {
        inherited = std::move(*next);
      } else {
        remove_own(inherited);
        merge_over(inherited, std::move(*next));
      }
    }
    return inherited;
  }

  std::optional<Node> follow(const Node& extends, const LayerKind& kind) {
    if (!extends.is_scalar() || extends.text.empty()) {
      return stop(
          {extends.place, "extends is " + shown(extends) + ", must be the path of a scenario file, or a list of them"});
    }
    const std::filesystem::path path = extends.place.resolve(extends.text);
    if (const std::optional<std::string> why = why_unreadable(path)) {
      return stop({extends.place, unreadable_file("extends", extends.text, path, *why)});
    }
    std::error_code error;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, error);
    if (std::find(open_.begin(), open_.end(), canonical) != open_.end()) {
      return stop(
          {extends.place, "extends " + shortened_text(extends.text) + " comes back to a file that extends this one"});
    }
    if (static_cast<int>(open_.size()) >= longest_chain) {
      return stop({extends.place, "more than " + std::to_string(longest_chain) + " files extend each other"});
    }
    if (files_ >= most_files) {
      return stop({extends.place, "a scenario is made of more than " + std::to_string(most_files) + " files"});
    }
    if (kind.is_layer() && layer_of(path) != kind.name) {
      complain({extends.place, "a " + kind.name + " layer can only extend " + kind.name + " layers; " +
                                   shortened_text(extends.text) + " is none"});
    }
    return read_file(path);
  }

  void lay_over(const std::vector<std::filesystem::path>& layers) {
    std::string names;
    std::string descriptions;
    for (const std::filesystem::path& path : layers) {
      std::optional<Node> layer = read_file(path);
      if (!layer) continue;
      if (layer->find("layer") == nullptr) {
        complain(
            {{layer->place.source, 0, 0}, "is no layer (it has no key layer), so it cannot be laid over a scenario"});
      }
      const Node* name = layer->find("name");
      const Node* description = layer->find("description");
      names += (names.empty() ? "" : " + ") + (name != nullptr ? name->text : path.stem().string());
      if (description != nullptr) descriptions += (descriptions.empty() ? "" : " ") + description->text;
      remove_own(*layer);
      merge_over(merged_.root, std::move(*layer));
    }
    if (!merged_.root.is_map()) return;
    const Place place = merged_.root.place;
    remove(merged_.root, "name");
    remove(merged_.root, "description");
    merged_.root.children.push_back(text_node("name", names, place));
    merged_.root.children.push_back(text_node("description", descriptions, place));
  }

  std::nullopt_t stop(Complaint complaint) {
    complain(std::move(complaint));
    merged_.complete = false;
    return std::nullopt;
  }
  void complain(Complaint complaint) { merged_.complaints.push_back(std::move(complaint)); }
  void append(const std::vector<Complaint>& more) {
    merged_.complaints.insert(merged_.complaints.end(), more.begin(), more.end());
  }

  MergedDocument merged_;
  std::vector<std::filesystem::path> open_;  ///< files whose `extends` is being followed
  int files_ = 0;
};

void flatten(Node value, const std::string& name, std::vector<Node>& flat, std::map<std::string, int>& lines,
             std::vector<Complaint>& complaints) {
  if (value.is_map()) {
    for (Node& child : value.children) {
      const std::string below = name + "." + child.key;
      flatten(std::move(child), below, flat, lines, complaints);
    }
    return;
  }
  const auto [earlier, fresh] = lines.emplace(name, value.key_place.line);
  if (!fresh) {
    const std::string where = "first on line " + std::to_string(earlier->second);
    complaints.push_back({value.key_place, "parameters." + name + " is written twice (" + where + ")"});
    return;
  }
  value.key = name;
  flat.push_back(std::move(value));
}

}  // namespace

void merge_over(Node& base, Node over) {
  for (Node& child : over.children) merge_child(base, std::move(child));
  if (over.place.line == 0) return;  // a setting of the command line: the map stays where the file writes it
  base.place = over.place;
  base.key_place = over.key_place;
}

MergedDocument read_with_extends(const std::filesystem::path& path, const std::vector<std::filesystem::path>& layers) {
  return FileReader().read(path, layers);
}

std::string layer_of(const std::filesystem::path& path) {
  const Document document = read_document(path);
  const Node* layer = document.root.find("layer");
  return layer == nullptr ? "" : layer->text;
}

void flatten_parameters(Node& root, std::vector<Complaint>& complaints) {
  Node* parameters = root.find("parameters");
  if (parameters == nullptr || !parameters->is_map()) return;
  std::vector<Node> flat;
  std::map<std::string, int> lines;
  for (Node& child : parameters->children) {
    const std::string name = child.key;
    flatten(std::move(child), name, flat, lines, complaints);
  }
  parameters->children = std::move(flat);
}

std::string unreadable_file(const std::string& key, const std::string& written, const std::filesystem::path& resolved,
                            const std::string& why) {
  std::string message = key + " names " + shortened_text(written) + ", which " + why;
  if (why != "does not exist") return message;
  if (resolved.string() != written) message += " (looked for " + resolved.string() + ")";
  return message + did_you_mean(resolved.filename().string(), files_beside(resolved));
}

}  // namespace districtsim
