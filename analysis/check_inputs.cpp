#include "analysis/check_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/core/failure.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/schema_check.hpp"
#include "sim/scenario/schema_wording.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

/// The path of an input from the root of a scenario; names of parameters have dots of their own.
NodePath path_of_input(const ExperimentInput& input) {
  const std::string path = input.path();
  if (path.rfind("parameters.", 0) == 0) return {"parameters", path.substr(path.find('.') + 1)};
  return path_parts(path);
}

bool is_row(const std::string& part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The schema of a path with rows of lists by number, or null.
const json* schema_of(const NodePath& path) {
  const json* schema = &scenario_schema().definition();
  for (const std::string& part : path) {
    const bool list = schema->contains("items");
    if (list && !is_row(part)) return nullptr;
    schema = schema_below(*schema, part);
    if (schema == nullptr) return nullptr;
  }
  return schema;
}

bool is_one_value(const json& schema) { return !expects(schema, "object") && !expects(schema, "array"); }

/// The value at a path, or null.
const json* value_at_path(const json& text, const NodePath& path) {
  const json* value = &text;
  for (const std::string& part : path) {
    if (value->is_array()) {
      std::size_t row = 0;
      std::from_chars(part.data(), part.data() + part.size(), row);
      if (!is_row(part) || row >= value->size()) return nullptr;
      value = &value->at(row);
    } else {
      if (!value->is_object() || !value->contains(part)) return nullptr;
      value = &value->at(part);
    }
  }
  return value;
}

/// Whether the rows of lists that a path goes through are there.
bool has_rows(const json& text, const NodePath& path) {
  NodePath above;
  for (const std::string& part : path) {
    above.push_back(part);
    if (is_row(part) && value_at_path(text, above) == nullptr) return false;
  }
  return true;
}

void scalar_paths(const json& schema, const std::string& above, std::vector<std::string>& paths) {
  if (!schema.contains("properties")) return;
  for (const auto& [key, below] : schema.at("properties").items()) {
    if (is_one_value(below)) paths.push_back(above + key);
    scalar_paths(below, above + key + ".", paths);
  }
}

/// Every name that an input can have, apart from rows of lists.
const std::vector<std::string>& known_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    scalar_paths(scenario_schema().definition(), "", all);
    for (const ParameterRecord& record : parameter_records()) all.push_back(record.name);
    return all;
  }();
  return names;
}

/// What a run is, not what happens in it.
std::string why_fixed(const NodePath& path) {
  if (path == NodePath{"calendar", "years"}) return "; all runs of a sweep have the same years";
  static constexpr std::array<std::string_view, 6> own = {"schema", "name",    "description",
                                                          "layer",  "extends", "record"};
  const bool fixed = std::find(own.begin(), own.end(), path.front()) != own.end();
  return fixed ? "; it changes nothing that happens" : "";
}

/// Checks the inputs of one design, one after the other.
class InputChecks {
 public:
  InputChecks(const Node& root, const std::vector<ScenarioVariants>& arms, SamplingPlan plan)
      : root_(root), arms_(arms), plan_(plan) {
    for (const ScenarioVariants& arm : arms) texts_.push_back(json::parse(arm.base().resolved_text));
  }

  void check(ExperimentInput& input) {
    const NodePath path = path_of_input(input);
    const std::size_t before = complaints_.size();
    if (path.front() == "parameters") {
      parameter(path, input);
    } else if (const json* schema = schema_of(path); schema == nullptr) {
      complain(input, "is neither a key of scenarios nor a parameter" + did_you_mean(input.name, known_names()));
      return;
    } else if (!is_one_value(*schema)) {
      complain(input, "is not one value" + below_hint(input.name));
      return;
    } else if (const std::string why = why_fixed(path); !why.empty()) {
      complain(input, "cannot vary" + why);
      return;
    } else {
      key(path, *schema, input);
    }
    input.base = base_value(path, input);
    if (plan_ != SamplingPlan::one_at_a_time || input.base || complaints_.size() > before) return;
    complain(input, input.levels.empty() ? "has no value in the base, which one_at_a_time starts from"
                                         : "has no level with the base's value, which one_at_a_time starts from");
  }

  [[nodiscard]] std::vector<Complaint> complaints() const { return complaints_; }

 private:
  /// Where the design file writes the input, or a part of it.
  [[nodiscard]] Place place(const ExperimentInput& input, const NodePath& below = {}) const {
    NodePath path = {"parameters", input.name};
    path.insert(path.end(), below.begin(), below.end());
    return place_at(root_, root_.find("parameters") == nullptr ? NodePath{"rows"} : path);
  }
  void complain(const ExperimentInput& input, const std::string& message, const NodePath& below = {}) {
    complaints_.push_back({place(input, below), "parameters." + shortened_text(input.name) + " " + message});
  }

  static std::string below_hint(const std::string& name) {
    std::vector<std::string> below;
    for (const std::string& known : known_names()) {
      if (known.rfind(name + ".", 0) == 0) below.push_back(known);
    }
    return below.empty() ? "" : "; there are " + listed(below, 8);
  }

  void parameter(const NodePath& path, const ExperimentInput& input) {
    const ParameterRecord* record = parameter_record(path.back());
    if (record == nullptr) {
      complain(input, "is not a known parameter" + did_you_mean(path.back(), known_names()));
      return;
    }
    for (const auto& [value, below] : values_to_check(input)) {
      const std::optional<double> number = number_in(value);
      if (number && *number >= record->low && *number <= record->high) continue;
      if (input.levels.empty() && plan_ != SamplingPlan::list) continue;  // ranges are checked as they are read
      complain(input,
               fmt::format("is {}, must be within {} to {} {}", shown(value), number_text(record->low),
                           number_text(record->high), record->unit),
               below);
    }
  }

  void key(const NodePath& path, const json& schema, ExperimentInput& input) {
    const auto has = [&](const json& text) { return has_rows(text, path); };
    const auto found = std::find_if(texts_.begin(), texts_.end(), has);
    if (found == texts_.end()) {
      complain(input, "names a row of a list that neither the base nor an alternative has");
      return;
    }
    const bool number = expects(schema, "number") || expects(schema, "integer");
    if (input.levels.empty() && !number) {
      complain(input, "takes words; give levels");
      return;
    }
    input.whole = input.levels.empty() && expects(schema, "integer");
    const ScalarSchema scalar(schema);
    const ScenarioVariants& arm = arms_[static_cast<std::size_t>(found - texts_.begin())];
    for (const auto& [value, below] : values_to_check(input)) {
      if (!scalar.value_of(value)) complain(input, why_not(arm, input, value), below);
    }
  }

  /// What the scenario says of a value, without the path that begins it.
  static std::string why_not(const ScenarioVariants& arm, const ExperimentInput& input, const Node& value) {
    try {
      static_cast<void>(arm.with({{input.path(), value.text}}));
    } catch (const Failure& failure) {
      const std::string what = failure.what();
      const std::string start = ": " + input.path() + " ";
      const std::size_t found = what.find(start);
      if (found != std::string::npos) {
        const std::size_t begin = found + start.size();
        return what.substr(begin, what.find('\n', begin) - begin);
      }
    }
    return "cannot be " + shown(value);
  }

  /// The ends of a range, or all levels, each with where the design file writes it.
  static std::vector<std::pair<Node, NodePath>> values_to_check(const ExperimentInput& input) {
    std::vector<std::pair<Node, NodePath>> values;
    const auto add = [&values](const std::string& text, NodePath below) {
      Node node;
      node.kind = NodeKind::scalar;
      node.text = text;
      values.emplace_back(std::move(node), std::move(below));
    };
    for (std::size_t level = 0; level < input.levels.size(); ++level) {
      add(input.levels[level], {"levels", std::to_string(level)});
    }
    if (!input.levels.empty()) return values;
    add(number_text(input.distribution.low), {"low"});
    add(number_text(input.distribution.high), {"high"});
    return values;
  }

  /// The base's value of an input as the input has it; nothing if it has none, or none of the levels.
  [[nodiscard]] std::optional<double> base_value(const NodePath& path, const ExperimentInput& input) const {
    const json* value = value_at_path(texts_.front(), path);
    json usual;
    if (value == nullptr && path.front() == "parameters" && parameter_record(path.back()) != nullptr) {
      usual = parameter_record(path.back())->value;
      value = &usual;
    }
    if (value == nullptr) return std::nullopt;
    if (input.levels.empty()) return value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
    for (std::size_t level = 0; level < input.levels.size(); ++level) {
      if (same(*value, input.levels[level])) return static_cast<double>(level);
    }
    return std::nullopt;
  }

  static bool same(const json& value, const std::string& level) {
    Node node;
    node.kind = NodeKind::scalar;
    node.text = level;
    if (value.is_boolean()) return switch_in(node) == value.get<bool>();
    if (value.is_number()) return number_in(node) == value.get<double>();
    return value == level;
  }

  const Node& root_;
  const std::vector<ScenarioVariants>& arms_;
  SamplingPlan plan_;
  std::vector<json> texts_;
  std::vector<Complaint> complaints_;
};

}  // namespace

std::vector<Complaint> check_inputs(const Node& root, const std::vector<ScenarioVariants>& arms,
                                    ExperimentDesign& design) {
  InputChecks checks(root, arms, design.plan);
  for (ExperimentInput& input : design.inputs) {
    if (design.plan == SamplingPlan::list && input.name == "inert") continue;
    checks.check(input);
  }
  return checks.complaints();
}

std::vector<bool> inputs_taken(const ExperimentDesign& design, const Scenario& scenario) {
  const json text = json::parse(scenario.resolved_text);
  std::vector<bool> taken;
  for (const ExperimentInput& input : design.inputs) {
    taken.push_back(input.name != "inert" && has_rows(text, path_of_input(input)));
  }
  return taken;
}

}  // namespace districtsim
