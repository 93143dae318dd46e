#pragma once

#include <mutex>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/scenario/variant_keys.hpp"

namespace districtsim {

/// The value at a path; a last key that is not there yet is made. The rest of the path is there.
[[nodiscard]] nlohmann::json& place_in(nlohmann::json& text, const NodePath& path);
[[nodiscard]] const nlohmann::json& place_in(const nlohmann::json& text, const NodePath& path);

/// Copies of one text, to be changed for a while and given back as they were: copying costs more than all the rest.
/// From any thread.
class SpareTexts {
 public:
  /// `original` must live as long as this.
  explicit SpareTexts(const nlohmann::json& original) : original_(original) {}

  [[nodiscard]] nlohmann::json take() const;
  /// Takes back a text in which these settings were made.
  void give_back(nlohmann::json text, const std::vector<VariantSetting>& settings) const;

 private:
  const nlohmann::json& original_;
  mutable std::mutex mutex_;
  mutable std::vector<nlohmann::json> spare_;
};

}  // namespace districtsim
