#include "sim/scenario/extends.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

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

/// The chain of files, from the derived one to the last it extends.
class Chain {
 public:
  [[nodiscard]] MergedDocument read(const std::filesystem::path& path) {
    read_file(path);
    while (!files_.empty()) {
      Node derived = std::move(files_.back());
      files_.pop_back();
      if (merged_.root.kind == NodeKind::empty) {
        merged_.root = std::move(derived);
      } else {
        remove(merged_.root, "name");
        remove(merged_.root, "description");
        merge_over(merged_.root, std::move(derived));
      }
    }
    return std::move(merged_);
  }

 private:
  void read_file(const std::filesystem::path& path) {
    std::error_code error;
    seen_.push_back(std::filesystem::weakly_canonical(path, error));
    Document document = read_document(path);
    merged_.sources.push_back(document.source);
    merged_.complete = merged_.complete && document.complete;
    append(document.complaints);
    if (!document.complete) return;
    if (!document.root.is_map()) {
      complain({{document.source, 1, 1}, "is " + shown(document.root) + ", must be a map of keys (key: value)"});
      merged_.complete = false;
      return;
    }
    check_version(document, merged_.complaints);
    flatten_parameters(document.root, merged_.complaints);
    std::optional<Node> extends;
    if (const Node* found = document.root.find("extends")) extends = *found;
    remove(document.root, "extends");
    files_.push_back(std::move(document.root));
    if (extends) follow(*extends);
  }

  void follow(const Node& extends) {
    if (!extends.is_scalar() || extends.text.empty()) {
      return stop({extends.place, "extends is " + shown(extends) + ", must be the path of one scenario file"});
    }
    const std::filesystem::path path = extends.place.resolve(extends.text);
    if (const std::optional<std::string> why = why_unreadable(path)) {
      return stop({extends.place, unreadable_file("extends", extends.text, path, *why)});
    }
    std::error_code error;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, error);
    if (std::find(seen_.begin(), seen_.end(), canonical) != seen_.end()) {
      return stop(
          {extends.place, "extends " + shortened_text(extends.text) + " comes back to a file that extends this one"});
    }
    if (static_cast<int>(seen_.size()) >= longest_chain) {
      return stop({extends.place, "more than " + std::to_string(longest_chain) + " files extend each other"});
    }
    read_file(path);
  }

  void stop(Complaint complaint) {
    complain(std::move(complaint));
    merged_.complete = false;
  }
  void complain(Complaint complaint) { merged_.complaints.push_back(std::move(complaint)); }
  void append(const std::vector<Complaint>& more) {
    merged_.complaints.insert(merged_.complaints.end(), more.begin(), more.end());
  }

  MergedDocument merged_;
  std::vector<Node> files_;
  std::vector<std::filesystem::path> seen_;
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

MergedDocument read_with_extends(const std::filesystem::path& path) { return Chain().read(path); }

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
