#pragma once

#include <vector>

#include "sim/scenario/document.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

/// What no schema can say: keys that must fit each other, dates that exist, names and ranges of parameters, files that
/// can be read. `report.value` holds all defaults; parts of it that the schema objected to are not looked at.
[[nodiscard]] std::vector<Complaint> cross_checks(const Node& root, const SchemaReport& report);

/// What only the district's schools can tell: selectors that name unknown schools, select none, or give to themselves.
[[nodiscard]] std::vector<Complaint> selector_checks(const Node& root, const Scenario& scenario);

}  // namespace districtsim
