#pragma once

#include <string>
#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// What a file says it is: empty for a scenario.
struct LayerKind {
  std::string name;
  [[nodiscard]] bool is_layer() const { return !name.empty(); }
};

/// The layer that a file is, with complaints about keys that cannot stand in it: who decides (a framework) and what
/// befalls a district (a context) are never one file.
[[nodiscard]] LayerKind check_layer(const Node& root, std::vector<Complaint>& complaints);

}  // namespace districtsim
