#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// The lines of a document, to tell columns in characters from columns in bytes.
class DocumentText {
 public:
  DocumentText(std::string_view text, std::shared_ptr<const TextSource> source);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Place whole() const { return {source_, 0, 0}; }
  /// `line` and `byte_column` from 0.
  [[nodiscard]] Place place(int line, int byte_column) const;
  [[nodiscard]] Place place_of_byte(std::size_t offset) const;
  /// The text of a line, from 0.
  [[nodiscard]] std::string_view line(int row) const;
  /// False if the scalar that begins here opens a quotation that never ends, which yaml-cpp 0.7 lets pass.
  [[nodiscard]] bool quotation_is_closed(int line, int byte_column) const;

 private:
  static constexpr std::size_t block = 1024;  ///< bytes; long lines must not make every column slow
  [[nodiscard]] std::size_t characters_to(std::size_t offset) const;

  std::string_view text_;
  std::shared_ptr<const TextSource> source_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> characters_before_;  ///< each block
};

/// A limit was reached; reading stops.
struct BeyondLimit {
  Complaint complaint;
};

/// Builds a tree of nodes from the YAML parser's events, and complains of what YAML allows but a scenario does not.
class DocumentBuilder : public YAML::EventHandler {
 public:
  DocumentBuilder(const DocumentText& text, std::vector<Complaint>& complaints);

  /// The first document's tree.
  [[nodiscard]] Node take_root() { return std::move(root_); }
  /// From now on a document is one too many.
  void expect_no_more() { finished_ = true; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  /// A list or map that is still open.
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    bool has_key = false;     ///< a map's next node is the value of `key`
    bool key_usable = false;  ///< otherwise the value is dropped
    std::string key;
    Place key_place;
    std::map<std::string, int> lines;  ///< of the keys so far
  };

  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void add(Node node, YAML::anchor_t anchor);
  void take_key(Open& map, const Node& node);
  void add_child(Open& parent, Node node);
  void remember(const Node& node, YAML::anchor_t anchor);
  void count_nodes(std::size_t more, const Place& place);
  void count_copies(std::size_t more, const Place& place);
  void check_tag(const Place& place, const std::string& tag);
  [[nodiscard]] Place place(const YAML::Mark& mark) const { return text_.place(mark.line, mark.column); }

  const DocumentText& text_;
  std::vector<Complaint>& complaints_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchored_;
  Node root_;
  std::size_t nodes_ = 0;
  std::size_t copied_ = 0;
  bool finished_ = false;
};

}  // namespace districtsim
