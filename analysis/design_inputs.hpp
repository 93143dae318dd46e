#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/experiment_design.hpp"
#include "sim/scenario/document.hpp"

namespace districtsim {

/// Reads the inputs of a checked design file and complains of what the schema cannot see.
class InputReader {
 public:
  InputReader(const Node& root, const nlohmann::json& checked) : root_(root), checked_(checked) {}

  [[nodiscard]] std::vector<ExperimentInput> inputs();
  /// Groups first, then every other input by itself.
  [[nodiscard]] std::vector<ExperimentFactor> factors(const std::vector<ExperimentInput>& inputs);
  [[nodiscard]] std::vector<Complaint> complaints() const { return complaints_; }

 private:
  void complain(const Place& place, const std::string& message) { complaints_.push_back({place, message}); }
  ExperimentInput input(const Node& node, const nlohmann::json& value);
  Distribution range(const Node& node, const nlohmann::json& value);
  Distribution of_file(const Node& node);
  void check(const Node& node, const ExperimentInput& own);

  const Node& root_;
  const nlohmann::json& checked_;
  std::vector<Complaint> complaints_;
};

/// Names of the inputs, in their order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<ExperimentInput>& inputs);

}  // namespace districtsim
