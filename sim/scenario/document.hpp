#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace districtsim {

/// Where text comes from: a file, or a setting of the command line.
struct TextSource {
  std::string label;             ///< what messages call it: the path as a person wrote it, or "--set path=value"
  std::filesystem::path folder;  ///< paths written in it are relative to this
};

/// Line and column, both from 1, the column in characters; line 0 is the source as a whole.
struct Place {
  std::shared_ptr<const TextSource> source;
  int line = 0;
  int column = 0;

  /// "file:line:column", or the label alone for line 0.
  [[nodiscard]] std::string text() const;
  /// A path as written at this place, made relative to the folder of the file that writes it.
  [[nodiscard]] std::filesystem::path resolve(const std::string& written) const;
};

/// One thing that is wrong, and where.
struct Complaint {
  Place place;
  std::string message;
  [[nodiscard]] std::string text() const { return place.text() + ": " + message; }
};

enum class NodeKind { empty, scalar, list, map };

/// One value of a document. Scalars are text: what they mean depends on what is expected there.
struct Node {
  NodeKind kind = NodeKind::empty;
  Place place;                 ///< of the value; of the key if the value is empty
  std::string text;            ///< scalars
  bool quoted = false;         ///< scalars: quoted or block text, so never a number or a switch
  std::vector<Node> children;  ///< of lists and maps, in the order written
  std::string key;             ///< values of maps
  Place key_place;             ///< values of maps

  [[nodiscard]] const Node* find(std::string_view wanted) const;
  [[nodiscard]] Node* find(std::string_view wanted);
  [[nodiscard]] bool is_map() const { return kind == NodeKind::map; }
  [[nodiscard]] bool is_list() const { return kind == NodeKind::list; }
  [[nodiscard]] bool is_scalar() const { return kind == NodeKind::scalar; }
};

/// Limits that no honest file reaches.
constexpr std::size_t largest_document = 16U << 20U;  ///< bytes
constexpr std::size_t most_nodes = 1'000'000;         ///< values in a document
constexpr std::size_t most_copied_nodes = 100'000;    ///< values that anchors and aliases (&a, *a) may copy
constexpr int deepest_nesting = 64;

/// A document and all that is wrong with its text.
struct Document {
  std::shared_ptr<const TextSource> source;
  Node root;
  std::vector<Complaint> complaints;
  bool complete = true;  ///< the tree holds all of the text; otherwise reading stopped at the last complaint
};

/// Reads YAML 1.2 text strictly: one document, unique plain keys, valid UTF-8, no tags, no merge keys.
[[nodiscard]] Document parse_document(std::string_view text, const TextSource& source);

/// Reads a file; messages call it by `path` as given. A file that cannot be read is a complaint of line 0.
[[nodiscard]] Document read_document(const std::filesystem::path& path);

}  // namespace districtsim
