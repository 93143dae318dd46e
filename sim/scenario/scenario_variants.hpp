#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "sim/scenario/overrides.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Many variants of one scenario: files, layers and the district's data are read and checked once, a variant costs
/// only what its settings change.
class ScenarioVariants {
 public:
  /// Throws Failure as load_scenario(path, common, layers) does.
  explicit ScenarioVariants(std::filesystem::path path, const std::vector<std::filesystem::path>& layers = {},
                            const std::vector<Override>& common = {});
  ~ScenarioVariants();
  ScenarioVariants(ScenarioVariants&&) noexcept;
  ScenarioVariants& operator=(ScenarioVariants&&) noexcept;

  /// The scenario without more settings.
  [[nodiscard]] const Scenario& base() const;
  /// Equal in every member to load_scenario(path, common + settings, layers), and refuses with the same messages:
  /// Failure(invalid_scenario). From any thread.
  [[nodiscard]] Scenario with(const std::vector<Override>& settings) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace districtsim
