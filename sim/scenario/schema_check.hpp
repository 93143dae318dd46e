#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// Keys and row numbers (from 0) from the root to a value.
using NodePath = std::vector<std::string>;

/// "reallocations.0.amount"
[[nodiscard]] std::string path_text(const NodePath& path);
/// The parts of such a text; names of parameters, which have dots of their own, come apart too.
[[nodiscard]] NodePath path_parts(const std::string& text);
/// The node at a path, or null.
[[nodiscard]] const Node* node_at(const Node& root, const NodePath& path);
/// Where a value is written, or the nearest enclosing value that is.
[[nodiscard]] Place place_at(const Node& root, const NodePath& path);

/// A document as a schema understands it, and what it objects to.
struct SchemaReport {
  nlohmann::json value;  ///< scalars as the schema expects them; switches as true or false
  std::vector<Complaint> complaints;
  std::set<NodePath> failed;  ///< what the complaints are about

  /// Whether nothing at, above or below `path` failed.
  [[nodiscard]] bool sound(const NodePath& path) const;
};

/// A JSON Schema (draft 7) as the one source of keys, types, ranges, choices, defaults and titles. Checking is
/// valijson's; the wording is ours, from the schema at the failing path. Without $ref, allOf and if.
class Schema {
 public:
  explicit Schema(std::string_view json_text);
  ~Schema();
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;

  [[nodiscard]] SchemaReport check(const Node& root) const;
  /// `value` with every default of the schema that it leaves out.
  [[nodiscard]] nlohmann::json with_defaults(nlohmann::json value) const;
  [[nodiscard]] const nlohmann::json& definition() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The part of a schema that is about one scalar, to check many values of one key.
class ScalarSchema {
 public:
  /// `part` is a schema without properties and rows; it must live as long as this.
  explicit ScalarSchema(const nlohmann::json& part);
  ~ScalarSchema();
  ScalarSchema(ScalarSchema&&) noexcept;
  ScalarSchema& operator=(ScalarSchema&&) noexcept;

  /// What Schema::check makes of the scalar, or nothing if it would complain of it.
  [[nodiscard]] std::optional<nlohmann::json> value_of(const Node& scalar) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// scenarios/scenario.schema.json, built into the program.
[[nodiscard]] const Schema& scenario_schema();

}  // namespace districtsim
