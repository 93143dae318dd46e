#include "sim/scenario/schema_wording.hpp"

#include <algorithm>

#include "sim/scenario/scalars.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

std::string json_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? number_text(value.get<double>()) : value.dump();
}

std::vector<std::string> choices_of(const json& schema) {
  std::vector<std::string> choices;
  for (const json& choice : schema.at("enum")) choices.push_back(json_text(choice));
  return choices;
}

std::string title_of(const json& schema) {
  return schema.contains("title") ? " (" + schema.at("title").get<std::string>() + ")" : "";
}

/// "within 0 to 1", "above 0 and at most 5", "at least 1" or "".
std::string range_of(const json& schema) {
  if (schema.contains("minimum") && schema.contains("maximum")) {
    return "within " + json_text(schema.at("minimum")) + " to " + json_text(schema.at("maximum"));
  }
  std::string text;
  const auto say = [&](const char* key, const char* words) {
    if (schema.contains(key)) text += (text.empty() ? "" : " and ") + (words + json_text(schema.at(key)));
  };
  say("minimum", "at least ");
  say("exclusiveMinimum", "above ");
  say("maximum", "at most ");
  say("exclusiveMaximum", "below ");
  return text;
}

std::string with_range(const std::string& noun, const json& schema) {
  const std::string range = range_of(schema);
  return range.empty() ? noun : noun + " " + range;
}

std::string expected_of(const json& schema) {
  if (expects_switch(schema)) return "on or off";
  if (schema.contains("enum")) {
    const std::vector<std::string> choices = choices_of(schema);
    return (choices.size() > 1 ? "one of " : "") + listed(choices);
  }
  if (expects(schema, "integer")) return with_range("a whole number", schema);
  if (expects(schema, "number")) return with_range("a number", schema);
  if (expects(schema, "array")) return "a list";
  if (expects(schema, "object")) return "a map of keys";
  return "text";
}

std::string switch_hint(const Node& node) {
  static const std::vector<std::string> on = {"yes", "Yes", "YES", "On", "ON", "True", "TRUE", "y", "Y", "1"};
  static const std::vector<std::string> off = {"no", "No", "NO", "Off", "OFF", "False", "FALSE", "n", "N", "0"};
  if (std::find(on.begin(), on.end(), node.text) != on.end()) return "; did you mean on?";
  if (std::find(off.begin(), off.end(), node.text) != off.end()) return "; did you mean off?";
  return did_you_mean(node.text, {"on", "off"});
}

std::string value_hint(const json& schema, const Node& node) {
  if (!node.is_scalar()) return "";
  if (expects_switch(schema)) return switch_hint(node);
  if (schema.contains("enum")) return did_you_mean(node.text, choices_of(schema));
  return expects(schema, "integer") || expects(schema, "number") ? why_not_a_number(node) : "";
}

std::string length_of(const json& schema) {
  const auto least = schema.value("minLength", 0);
  const auto most = schema.value("maxLength", 0);
  if (least == most) return std::to_string(most) + " characters";
  if (most == 0) return "at least " + std::to_string(least) + " characters";
  return std::to_string(least) + " to " + std::to_string(most) + " characters";
}

std::string count_of(const json& schema) {
  if (schema.contains("minProperties"))
    return "give at least " + json_text(schema.at("minProperties")) + " of its keys";
  if (!schema.contains("maxItems")) return "have at least " + json_text(schema.at("minItems")) + " rows";
  return "have " + std::to_string(schema.value("minItems", 0)) + " to " + json_text(schema.at("maxItems")) + " rows";
}

std::string must_be(const json& schema, const Node& node, Objection objection) {
  const std::string is = "is " + shown(node) + ", must ";
  switch (objection) {
    case Objection::range:
      return is + "be " + range_of(schema) + title_of(schema);
    case Objection::length:
      return is + "have " + length_of(schema) + title_of(schema);
    case Objection::pattern:
      return is + "look like " + json_text(schema.at("examples").at(0)) + title_of(schema);
    case Objection::count:
      return "must " + count_of(schema) + title_of(schema);
    default:
      break;
  }
  if (node.kind == NodeKind::empty) {
    const char* or_else = schema.contains("default") ? "; remove the line for the default" : "";
    return "has no value, must be " + expected_of(schema) + title_of(schema) + or_else;
  }
  return is + "be " + expected_of(schema) + title_of(schema) + value_hint(schema, node);
}

std::vector<std::string> keys_of(const json& schema) {
  std::vector<std::string> keys;
  if (!schema.contains("properties")) return keys;
  for (const auto& [key, below] : schema.at("properties").items()) keys.push_back(key);
  return keys;
}

/// Whole paths of all keys of this name, anywhere in the schema outside lists.
void find_key(const json& schema, const std::string& key, const std::string& above, std::vector<std::string>& found) {
  for (const std::string& name : keys_of(schema)) {
    if (name == key) found.push_back(above + name);
    find_key(schema.at("properties").at(name), key, above + name + ".", found);
  }
}

std::string unknown_hint(const json& root_schema, const json& schema, const NodePath& path, const std::string& key) {
  std::vector<std::string> elsewhere;
  find_key(root_schema, key, "", elsewhere);
  if (!elsewhere.empty()) return "; did you mean " + elsewhere.front() + "?";
  std::string near = did_you_mean(key, keys_of(schema));
  if (!near.empty()) return near;
  const std::string where = path.empty() ? "a scenario" : path_text(path);
  return "; the keys of " + where + " are " + listed(keys_of(schema));
}

std::vector<SchemaComplaint> unknown_keys(const json& root_schema, const json& schema, const Node& node,
                                          const NodePath& path) {
  std::vector<SchemaComplaint> complaints;
  for (const Node& child : node.children) {
    if (schema_below(schema, child.key) != nullptr) continue;
    NodePath below = path;
    below.push_back(child.key);
    const std::string hint = unknown_hint(root_schema, schema, path, child.key);
    complaints.push_back({below, {child.key_place, shortened_text(path_text(below)) + " is not a known key" + hint}});
  }
  return complaints;
}

Place place_of_map(const Node& node) { return node.key_place.source ? node.key_place : node.place; }

std::vector<SchemaComplaint> missing_keys(const json& schema, const Node& node, const NodePath& path) {
  std::vector<SchemaComplaint> complaints;
  for (const json& required : schema.value("required", json::array())) {
    const auto key = required.get<std::string>();
    if (node.find(key) != nullptr) continue;
    NodePath below = path;
    below.push_back(key);
    const json* below_schema = schema_below(schema, key);
    const std::string title = below_schema == nullptr ? "" : title_of(*below_schema);
    complaints.push_back({below, {place_of_map(node), path_text(below) + " is missing" + title}});
  }
  return complaints;
}

/// Every key that an alternative of oneOf or anyOf asks for.
std::vector<std::string> alternatives_of(const json& schema, const char* keyword) {
  std::vector<std::string> keys;
  for (const json& alternative : schema.value(keyword, json::array())) {
    for (const json& key : alternative.value("required", json::array())) keys.push_back(key.get<std::string>());
  }
  return keys;
}

SchemaComplaint wrong_alternatives(const json& schema, const Node& node, const NodePath& path) {
  const bool exactly_one = schema.contains("oneOf");
  const std::vector<std::string> keys = alternatives_of(schema, exactly_one ? "oneOf" : "anyOf");
  std::vector<std::string> given;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(given), [&](const std::string& k) { return node.find(k); });
  const NodePath below = path.empty() && !keys.empty() ? NodePath{keys.front()} : path;
  const std::string number = exactly_one ? "exactly one" : "at least one";
  std::string fault = "is missing";
  if (!path.empty()) fault = given.empty() ? "has none of them" : "has " + listed(given);
  std::string choice = "give " + number + " of " + listed(keys);
  if (path.empty()) choice = "write " + keys.front() + " or " + keys.back();
  return {below, {place_of_map(node), path_text(below) + " " + fault + "; " + choice}};
}

}  // namespace

const json* schema_below(const json& schema, const std::string& key) {
  if (schema.contains("properties") && schema.at("properties").contains(key)) return &schema.at("properties").at(key);
  const auto more = schema.find("additionalProperties");
  if (more != schema.end() && more->is_object()) return &*more;
  return schema.contains("items") ? &schema.at("items") : nullptr;
}

const json* schema_at(const json& root, const NodePath& path) {
  const json* schema = &root;
  for (const std::string& key : path) {
    schema = schema_below(*schema, key);
    if (schema == nullptr) return nullptr;
  }
  return schema;
}

bool expects(const json& schema, const char* type) {
  const auto types = schema.find("type");
  if (types == schema.end()) return false;
  return types->is_array() ? std::find(types->begin(), types->end(), type) != types->end() : *types == type;
}

bool expects_switch(const json& schema) {
  const auto choices = schema.find("enum");
  return choices != schema.end() && std::find(choices->begin(), choices->end(), "on") != choices->end();
}

std::vector<SchemaComplaint> complaints_about(const json& root_schema, const Node& root, const NodePath& path,
                                              Objection objection) {
  const json* schema = schema_at(root_schema, path);
  const Node* node = node_at(root, path);
  if (schema == nullptr || node == nullptr) return {};
  switch (objection) {
    case Objection::unknown:
      return unknown_keys(root_schema, *schema, *node, path);
    case Objection::missing:
      return missing_keys(*schema, *node, path);
    case Objection::alternatives:
      return {wrong_alternatives(*schema, *node, path)};
    default:
      return {{path, {node->place, path_text(path) + " " + must_be(*schema, *node, objection)}}};
  }
}

}  // namespace districtsim
