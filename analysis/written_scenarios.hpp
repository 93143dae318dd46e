#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace districtsim {

/// Scenario files that command lines name, with all they extend and read, where they still are.
class WrittenScenarios {
 public:
  /// Paths in command lines are looked for from the working directory, then from `folder`.
  explicit WrittenScenarios(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Takes the scenario files named in the words of a command line.
  void take(const std::vector<std::string>& words);

  /// Files by their names in a bundle, below "written/": as they lie relative to each other.
  [[nodiscard]] std::map<std::string, std::filesystem::path> files() const;

  /// Data files of these names, in this order; none where one is not found: among what the scenarios name, in the
  /// folder, in the working directory.
  [[nodiscard]] std::vector<std::filesystem::path> data(const std::vector<std::string>& names) const;

 private:
  std::filesystem::path folder_;
  std::vector<std::filesystem::path> texts_ = {};
  std::vector<std::filesystem::path> data_ = {};
};

}  // namespace districtsim
