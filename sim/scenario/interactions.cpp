#include "sim/scenario/interactions.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"

namespace districtsim {

namespace {

template <class Choice, std::size_t count>
Choice named_choice(const YAML::Node& node, const std::array<std::string_view, count>& names) {
  const auto* const found = std::find(names.begin(), names.end(), node.as<std::string>());
  promise(found != names.end(), "interactions.yaml uses only words of the program");
  return static_cast<Choice>(found - names.begin());
}

std::vector<InteractionDescription> read_interactions() {
  std::vector<InteractionDescription> kinds;
  const YAML::Node file = YAML::Load(std::string(embedded_file("interactions.yaml")));
  for (const auto& entry : file["interactions"]) {
    const auto name = entry.first.as<std::string>();
    promise(kinds.size() < interaction_count && name == interaction_names[kinds.size()],
            "interactions.yaml keeps the program's order");
    const auto mechanism = mechanism_named(name);
    promise(mechanism.has_value(), "every kind of interaction has a mechanism of its name");
    const YAML::Node& fields = entry.second;
    InteractionDescription kind;
    kind.kind = static_cast<InteractionKind>(kinds.size());
    kind.mechanism = *mechanism;
    kind.rule = named_choice<InteractionRule>(fields["rule"], interaction_rule_names);
    kind.from = named_choice<PersonKind>(fields["from"], person_kind_names);
    kind.to = named_choice<PersonKind>(fields["to"], person_kind_names);
    kind.practices = fields["practices"].as<std::vector<std::string>>();
    kind.supports = fields["supports"].as<std::vector<std::string>>();
    kinds.push_back(std::move(kind));
  }
  promise(kinds.size() == interaction_count, "interactions.yaml describes every kind");
  return kinds;
}

}  // namespace

const std::vector<InteractionDescription>& interaction_descriptions() {
  static const std::vector<InteractionDescription> kinds = read_interactions();
  return kinds;
}

}  // namespace districtsim
