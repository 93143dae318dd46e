#include "sim/scenario/variant_keys.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <string_view>
#include <utility>

#include "sim/scenario/schema_wording.hpp"

namespace districtsim {

using nlohmann::json;

namespace {

/// Text that YAML reads as one plain word, so that no parser is needed: letters, digits and . + - _ ; not null.
bool is_plain_word(std::string_view text) {
  static constexpr std::array<std::string_view, 4> nulls = {"null", "Null", "NULL", "~"};
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto plain = [&](char c) { return letter(c) || digit(c) || c == '.' || c == '+' || c == '-' || c == '_'; };
  if (text.empty() || !std::all_of(text.begin(), text.end(), plain)) return false;
  if (std::find(nulls.begin(), nulls.end(), text) != nulls.end()) return false;
  const bool sign = text[0] == '-' || text[0] == '+' || text[0] == '.';
  return letter(text[0]) || digit(text[0]) || (sign && text.size() > 1 && digit(text[1]));
}

/// The row of a list, or the value of a key, below `value`; null if there is none.
const json* below(const json& value, const std::string& part) {
  if (value.is_object()) return value.contains(part) ? &value.at(part) : nullptr;
  if (!value.is_array()) return nullptr;
  std::size_t row = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), row);
  const bool is_row = error == std::errc() && end == part.data() + part.size() && row < value.size();
  return is_row ? &value.at(row) : nullptr;
}

/// Whether a key more can make a map wrong, or a map that was not written can lack something.
bool depends_on_keys(const json& schema) {
  static constexpr std::array<const char*, 6> words = {"required", "oneOf",         "anyOf",
                                                       "not",      "minProperties", "maxProperties"};
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return schema.contains(word); });
}

/// Of a district only the way of enrolment leaves schools and students as they are; the rest is read anew. What is
/// about the text as a whole is not worth a way of its own.
bool has_a_way_of_its_own(const NodePath& path) {
  if (path.size() < 2 || std::find(path.begin(), path.end(), "") != path.end()) return false;
  return path.front() != "district" || path == NodePath{"district", "enrolment"};
}

/// The schema of a single value below keys and at most one list, where setting it leaves all other checks of the
/// schema as they came out; else null.
const json* schema_of_value(const CheckedText& text, const NodePath& path) {
  const json* schema = &scenario_schema().definition();
  const json* written = &text.written;
  const json* complete = &text.complete;
  int lists = 0;
  for (const std::string& part : path) {
    const bool row = complete->is_array();
    if (row && (++lists > 1 || &part == &path.back())) return nullptr;
    const json* next = written == nullptr ? nullptr : below(*written, part);
    if (row && next == nullptr) return nullptr;
    if (next == nullptr && depends_on_keys(*schema) && schema != &scenario_schema().definition()) return nullptr;
    schema = schema_below(*schema, part);
    if (schema == nullptr) return nullptr;
    written = next;
    complete = below(*complete, part);
    if (complete == nullptr && &part != &path.back()) return nullptr;
  }
  const bool parameter = path.front() == "parameters";  // which a map may stand for, but not here
  const bool one_value = parameter || (!expects(*schema, "object") && !expects(*schema, "array"));
  return one_value ? schema : nullptr;
}

}  // namespace

std::optional<json> VariantKey::value_of(const std::string& text) const {
  if (!is_plain_word(text)) return std::nullopt;
  Node node;
  node.kind = NodeKind::scalar;
  node.text = text;
  std::optional<json> value = schema->value_of(node);
  if (!value || parameter == nullptr) return value;
  const auto number = value->get<double>();
  return number >= parameter->low && number <= parameter->high ? value : std::nullopt;
}

const VariantKey* VariantKeys::find(const std::string& path) const {
  {
    const std::shared_lock lock(mutex_);
    const auto found = keys_.find(path);
    if (found != keys_.end()) return found->second.get();
  }
  std::unique_ptr<VariantKey> key = make(path);
  const std::unique_lock lock(mutex_);
  return keys_.emplace(path, std::move(key)).first->second.get();
}

std::unique_ptr<VariantKey> VariantKeys::make(const std::string& path) const {
  auto key = std::make_unique<VariantKey>();
  key->path = path_parts(path);
  if (key->path.front() == "parameters") {
    const std::string name = path.size() > 11 ? path.substr(11) : "";
    key->path = {"parameters", name};
    key->parameter = parameter_record(name);
    if (key->parameter == nullptr) return nullptr;
    key->parameter_number = parameter_number(name).value();
  }
  if (key->path.front() == "mechanisms" && key->path.size() == 2) key->mechanism = mechanism_named(key->path[1]);
  if (!has_a_way_of_its_own(key->path)) return nullptr;
  const json* schema = schema_of_value(text_, key->path);
  if (schema == nullptr) return nullptr;
  key->schema.emplace(*schema);
  return key;
}

}  // namespace districtsim
