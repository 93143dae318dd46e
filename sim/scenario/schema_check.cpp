#include "sim/scenario/schema_check.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/schema_wording.hpp"

namespace districtsim {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

namespace {

using Objections = std::map<NodePath, std::set<Objection>>;

/// Whole numbers as integers, so that 5, 5.0 and 5e0 are the same.
json as_json(double value) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (std::fabs(value) < exact && std::floor(value) == value) return static_cast<std::int64_t>(value);
  return value;
}

json scalar_as_expected(const Node& node, const json* schema) {
  if (schema == nullptr) return node.text;
  if (expects(*schema, "number") || expects(*schema, "integer")) {
    const std::optional<double> number = number_in(node);
    return number ? as_json(*number) : json(node.text);
  }
  if (expects_switch(*schema)) {
    const std::optional<bool> state = switch_in(node);
    return state ? json(*state) : json(node.text);
  }
  return node.text;
}

json as_expected(const Node& node, const json* schema) {
  if (node.is_scalar()) return scalar_as_expected(node, schema);
  if (node.kind == NodeKind::empty) return nullptr;
  json value = node.is_list() ? json::array() : json::object();
  for (const Node& child : node.children) {
    const json* below = schema == nullptr ? nullptr : schema_below(*schema, child.key);
    if (node.is_list()) {
      value.push_back(as_expected(child, below));
    } else {
      value[child.key] = as_expected(child, below);
    }
  }
  return value;
}

/// valijson's errors carry no codes: what kind an error is stands in its first words.
std::optional<Objection> objection_in(const std::string& description) {
  using Row = std::pair<std::string_view, Objection>;
  static constexpr std::array<Row, 13> table = {{
      {"Value type not permitted", Objection::type},
      {"Failed to match against any enum", Objection::choice},
      {"Expected number", Objection::range},
      {"String should be", Objection::length},
      {"Array should contain", Objection::count},
      {"Object should have", Objection::count},
      {"Failed to match regex", Objection::pattern},
      {"Failed to validate against any schemas allowed by anyOf", Objection::alternatives},
      {"Failed to validate against any child schemas", Objection::alternatives},
      {"Failed to validate against exactly one", Objection::alternatives},
      {"Missing required property", Objection::missing},
      {"Object contains a property", Objection::unknown},
      {"Value could not be converted", Objection::range},
  }};
  for (const auto& [words, objection] : table) {
    if (description.find(words) == 0) return objection;
  }
  return std::nullopt;
}

/// valijson writes a path as <root>, [key], [row].
NodePath path_in(const std::vector<std::string>& context) {
  NodePath path;
  for (const std::string& part : context) {
    if (part.size() >= 2 && part.front() == '[') path.push_back(part.substr(1, part.size() - 2));
  }
  return path;
}

/// One objection to a value is enough: the first of type, choice, range ... of each path; missing keys and unknown keys
/// are things of their own.
std::set<Objection> worth_saying(const std::set<Objection>& all) {
  std::set<Objection> kept;
  for (const Objection objection : all) {
    if (kept.empty() || objection >= Objection::missing) kept.insert(objection);
  }
  return kept;
}

}  // namespace

struct Schema::State {
  nlohmann::json text;
  valijson::Schema schema;
};

struct ScalarSchema::State {
  const nlohmann::json* part = nullptr;
  valijson::Schema schema;
};

std::string path_text(const NodePath& path) {
  std::string text;
  for (const std::string& part : path) text += (text.empty() ? "" : ".") + part;
  return text;
}

NodePath path_parts(const std::string& text) {
  NodePath parts(1);
  for (const char c : text) {
    if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

const Node* node_at(const Node& root, const NodePath& path) {
  const Node* node = &root;
  for (const std::string& part : path) {
    if (node->is_list()) {
      std::size_t row = 0;
      const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), row);
      const bool is_row = error == std::errc() && end == part.data() + part.size() && row < node->children.size();
      node = is_row ? &node->children[row] : nullptr;
    } else {
      node = node->find(part);
    }
    if (node == nullptr) return nullptr;
  }
  return node;
}

Place place_at(const Node& root, const NodePath& path) {
  for (NodePath above = path; !above.empty(); above.pop_back()) {
    const Node* node = node_at(root, above);
    if (node == nullptr) continue;
    return node->is_scalar() || !node->key_place.source ? node->place : node->key_place;
  }
  return root.place;
}

bool SchemaReport::sound(const NodePath& path) const {
  return std::none_of(failed.begin(), failed.end(), [&](const NodePath& bad) {
    const auto shared = static_cast<std::ptrdiff_t>(std::min(bad.size(), path.size()));
    return std::equal(bad.begin(), bad.begin() + shared, path.begin());
  });
}

Schema::Schema(std::string_view json_text) : state_(std::make_unique<State>()) {
  state_->text = json::parse(json_text);
  valijson::SchemaParser parser;
  parser.populateSchema(Adapter(state_->text), state_->schema);
}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

ScalarSchema::ScalarSchema(const json& part) : state_(std::make_unique<State>()) {
  state_->part = &part;
  valijson::SchemaParser parser;
  parser.populateSchema(Adapter(part), state_->schema);
}
ScalarSchema::~ScalarSchema() = default;
ScalarSchema::ScalarSchema(ScalarSchema&&) noexcept = default;
ScalarSchema& ScalarSchema::operator=(ScalarSchema&&) noexcept = default;

std::optional<json> ScalarSchema::value_of(const Node& scalar) const {
  json value = scalar_as_expected(scalar, state_->part);
  valijson::Validator validator;
  if (!validator.validate(state_->schema, Adapter(value), nullptr)) return std::nullopt;
  return value;
}

const json& Schema::definition() const { return state_->text; }

SchemaReport Schema::check(const Node& root) const {
  SchemaReport report;
  report.value = as_expected(root, &state_->text);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(state_->schema, Adapter(report.value), &results)) return report;
  Objections objections;
  for (const valijson::ValidationResults::Error& error : results) {
    if (const std::optional<Objection> objection = objection_in(error.description)) {
      objections[path_in(error.context)].insert(*objection);
    }
  }
  for (const auto& [path, all] : objections) {
    for (const Objection objection : worth_saying(all)) {
      for (const SchemaComplaint& wrong : complaints_about(state_->text, root, path, objection)) {
        report.complaints.push_back(wrong.complaint);
        report.failed.insert(wrong.path);
      }
    }
  }
  promise(!report.complaints.empty(), "every objection of the schema is put in words");
  return report;
}

namespace {

json default_of(const json& schema) {
  const json& written = schema.at("default");
  if (expects_switch(schema)) return written == "on";
  return written.is_number() ? as_json(written.get<double>()) : written;
}

void fill(json& value, const json& schema) {
  if (value.is_array() && schema.contains("items")) {
    for (json& row : value) fill(row, schema.at("items"));
  }
  if (!value.is_object() || !schema.contains("properties")) return;
  for (const auto& [key, below] : schema.at("properties").items()) {
    if (!value.contains(key) && below.contains("default")) value[key] = default_of(below);
    if (value.contains(key)) fill(value[key], below);
  }
}

}  // namespace

json Schema::with_defaults(nlohmann::json value) const {
  fill(value, state_->text);
  return value;
}

const Schema& scenario_schema() {
  static const Schema schema(embedded_file("scenario.schema.json"));
  return schema;
}

}  // namespace districtsim
