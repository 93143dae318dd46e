#include "sim/scenario/layers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/scalars.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

namespace {

constexpr auto of_all_layers = std::to_array<std::string_view>({"schema", "layer", "name", "description", "extends"});
constexpr auto of_frameworks = std::to_array<std::string_view>({"framework", "support", "agenda", "politics"});
constexpr auto of_contexts = std::to_array<std::string_view>({"context", "events"});

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Why a key that scenarios have cannot stand in this layer.
std::string why_not(std::string_view layer, std::string_view key) {
  const bool framework = layer == "framework";
  const std::string own = framework ? "framework, support, agenda and politics" : "context and events";
  const std::string is =
      std::string(key) + " cannot stand in a " + std::string(layer) + " layer, which holds only " + own;
  const bool of_other = framework ? is_one_of(of_contexts, key) : is_one_of(of_frameworks, key);
  return of_other ? is + ": who decides and what befalls a district are never one file" : is;
}

}  // namespace

LayerKind check_layer(const Node& root, std::vector<Complaint>& complaints) {
  const Node* layer = root.find("layer");
  if (layer == nullptr) return {};
  const bool framework = layer->is_scalar() && layer->text == "framework";
  if (!framework && !(layer->is_scalar() && layer->text == "context")) {
    complaints.push_back({layer->place, "layer is " + shown(*layer) + ", must be framework or context"});
    return {};
  }
  for (const Node& child : root.children) {
    const bool own = framework ? is_one_of(of_frameworks, child.key) : is_one_of(of_contexts, child.key);
    if (own || is_one_of(of_all_layers, child.key)) continue;
    if (!scenario_schema().definition().at("properties").contains(child.key)) continue;  // the schema complains
    complaints.push_back({child.key_place, why_not(layer->text, child.key)});
  }
  return {layer->text};
}

}  // namespace districtsim
