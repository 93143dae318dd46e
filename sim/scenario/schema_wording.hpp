#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/scenario/document.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

/// What a schema can object to in one value, in order of precedence.
enum class Objection { type, choice, range, length, count, pattern, alternatives, missing, unknown };

/// The schema of a key or row of a value that `schema` describes, or null.
[[nodiscard]] const nlohmann::json* schema_below(const nlohmann::json& schema, const std::string& key);
[[nodiscard]] const nlohmann::json* schema_at(const nlohmann::json& root, const NodePath& path);
[[nodiscard]] bool expects(const nlohmann::json& schema, const char* type);
[[nodiscard]] bool expects_switch(const nlohmann::json& schema);

/// A complaint and the path of the value it is about, which may be missing.
struct SchemaComplaint {
  NodePath path;
  Complaint complaint;
};

/// Complaints about the value at `path` for one objection: one for each missing or unknown key, else one.
[[nodiscard]] std::vector<SchemaComplaint> complaints_about(const nlohmann::json& root_schema, const Node& root,
                                                            const NodePath& path, Objection objection);

}  // namespace districtsim
