#include "analysis/design_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/samples.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

using nlohmann::json;

namespace {

std::size_t place_of_input(const std::vector<ExperimentInput>& inputs, const std::string& name) {
  const auto is_it = [&](const ExperimentInput& input) { return input.name == name; };
  return static_cast<std::size_t>(std::find_if(inputs.begin(), inputs.end(), is_it) - inputs.begin());
}

}  // namespace

std::vector<std::string> names_of(const std::vector<ExperimentInput>& inputs) {
  std::vector<std::string> names;
  for (const ExperimentInput& input : inputs) names.push_back(input.name);
  return names;
}

std::vector<ExperimentInput> InputReader::inputs() {
  const Node* written = root_.find("parameters");
  std::vector<ExperimentInput> all;
  if (written == nullptr || !written->is_map()) return all;
  for (const Node& node : written->children) all.push_back(input(node, checked_.at("parameters").at(node.key)));
  return all;
}

std::vector<ExperimentFactor> InputReader::factors(const std::vector<ExperimentInput>& inputs) {
  std::vector<ExperimentFactor> all;
  std::set<std::size_t> grouped;
  const Node* groups = root_.find("groups");
  for (std::size_t g = 0; groups != nullptr && g < groups->children.size(); ++g) {
    const Node& group = groups->children[g];
    ExperimentFactor factor{group.key, {}};
    for (const Node& name : group.children) {
      const std::size_t found = place_of_input(inputs, name.text);
      if (found == inputs.size()) {
        complain(name.place, "groups." + group.key + " names " + name.text + ", which is no input of parameters" +
                                 did_you_mean(name.text, names_of(inputs)));
      } else if (!grouped.insert(found).second) {
        complain(name.place, "groups." + group.key + " names " + name.text + ", which is in a group already");
      } else {
        factor.inputs.push_back(found);
      }
    }
    all.push_back(factor);
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!grouped.contains(i)) all.push_back({inputs[i].name, {i}});
  }
  return all;
}

ExperimentInput InputReader::input(const Node& node, const json& value) {
  ExperimentInput own;
  own.name = node.key;
  if (node.key == "inert") complain(node.key_place, "parameters.inert is the name of the input that has no effect");
  if (value.contains("levels")) {
    for (const Node& level : node.find("levels")->children) own.levels.push_back(level.text);
  } else if (value.contains("low") || value.contains("high")) {
    own.distribution = range(node, value);
  } else if (value.contains("uniform")) {
    own.distribution = {Distribution::Kind::uniform, value.at("uniform").at(0), 0.0, value.at("uniform").at(1)};
  } else if (value.contains("triangular")) {
    const json& numbers = value.at("triangular");
    own.distribution = {Distribution::Kind::triangular, numbers.at(0), numbers.at(1), numbers.at(2)};
  } else {
    own.distribution = of_file(node);
  }
  if (value.size() > (value.contains("low") ? 2U : 1U)) {
    complain(node.key_place,
             "parameters." + node.key + " is given in more than one way; low and high, uniform, triangular or levels");
  }
  check(node, own);
  return own;
}

Distribution InputReader::range(const Node& node, const json& value) {
  if (value.contains("low") && value.contains("high")) {
    return {Distribution::Kind::uniform, value.at("low"), 0.0, value.at("high")};
  }
  complain(node.key_place, "parameters." + node.key + " needs both low and high");
  return {Distribution::Kind::uniform, 0.0, 0.0, 1.0};
}

Distribution InputReader::of_file(const Node& node) {
  const ParameterRecord* record = parameter_record(node.key);
  if (record != nullptr && record->distribution.kind != Distribution::Kind::fixed) return record->distribution;
  const std::string why = record == nullptr ? " is no parameter of parameters.yaml" : " is fixed in parameters.yaml";
  complain(node.key_place, "parameters." + node.key + why + "; give low and high, or levels");
  return {Distribution::Kind::uniform, 0.0, 0.0, 1.0};
}

void InputReader::check(const Node& node, const ExperimentInput& own) {
  const Distribution& d = own.distribution;
  const bool ordered = d.kind == Distribution::Kind::triangular ? d.low <= d.mode && d.mode <= d.high : true;
  if (own.levels.empty() && !(ordered && d.low < d.high)) {
    complain(node.key_place, fmt::format("parameters.{} runs from {} to {}; it must rise", node.key, number_text(d.low),
                                         number_text(d.high)));
  }
  const ParameterRecord* record = parameter_record(node.key);
  if (record == nullptr || !own.levels.empty() || (d.low >= record->low && d.high <= record->high)) return;
  complain(node.key_place,
           fmt::format("parameters.{} runs from {} to {}, must be within {} to {} {}", node.key, number_text(d.low),
                       number_text(d.high), number_text(record->low), number_text(record->high), record->unit));
}

}  // namespace districtsim
