#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <shared_mutex>
#include <string>

#include "sim/scenario/checked_scenario.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/parameters.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

/// One value of a scenario that a setting can change by itself: nothing but that value and what follows from it has to
/// be looked at again.
struct VariantKey {
  NodePath path;                               ///< from the root; of a parameter {"parameters", name}
  std::optional<ScalarSchema> schema;          ///< of the value
  const ParameterRecord* parameter = nullptr;  ///< of a parameter
  std::size_t parameter_number = 0;            ///< in parameter_names(), of a parameter
  std::optional<Mechanism> mechanism;          ///< of a mechanism's switch

  /// Whether other keys may limit this one, or the other way round.
  [[nodiscard]] bool stands_alone() const { return parameter != nullptr || mechanism.has_value(); }
  /// What the text means here, or nothing where it has to go through all checks: it is wrong, or more than one word.
  [[nodiscard]] std::optional<nlohmann::json> value_of(const std::string& text) const;
};

/// A setting whose value is good by itself.
struct VariantSetting {
  const VariantKey* key;
  nlohmann::json value;
};

/// The keys of one scenario by the path of a setting, found once each. From any thread.
class VariantKeys {
 public:
  explicit VariantKeys(const CheckedText& text) : text_(text) {}

  /// Null where a setting of this path has to go through all checks.
  [[nodiscard]] const VariantKey* find(const std::string& path) const;

 private:
  [[nodiscard]] std::unique_ptr<VariantKey> make(const std::string& path) const;

  const CheckedText& text_;
  mutable std::shared_mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<VariantKey>> keys_;
};

}  // namespace districtsim
