#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "sim/scenario/document.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// A scenario without its district from checked text that holds all defaults; `root` gives places.
[[nodiscard]] Scenario scenario_without_district(const nlohmann::json& checked, const Node& root);

/// What the district key names, and the SHA-256 over the bytes of the data files read (source or file, then the table
/// of corrections): the hash that `sha256sum` shows for one file; "" without files.
struct DistrictInput {
  DistrictProfile profile;
  std::string hash;
};
[[nodiscard]] DistrictInput district_input(const nlohmann::json& checked, const Node& root);

/// A checked text with files by their base names, so that the same scenario in another folder has the same text.
[[nodiscard]] nlohmann::json resolved_json(nlohmann::json checked);

/// Its canonical text: JSON with sorted keys.
[[nodiscard]] std::string resolved_text(const nlohmann::json& checked);
[[nodiscard]] std::string canonical_text(const nlohmann::json& resolved);

}  // namespace districtsim
