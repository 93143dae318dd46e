#include "analysis/design_files.hpp"

#include <algorithm>
#include <string_view>

#include "sim/scenario/document.hpp"
#include "sim/scenario/scenario_files.hpp"

namespace districtsim {

std::vector<std::filesystem::path> design_files(const std::filesystem::path& design) {
  std::vector<std::filesystem::path> files = {design};
  const auto add = [&files](const std::filesystem::path& path) {
    if (std::find(files.begin(), files.end(), path) == files.end()) files.push_back(path);
  };
  const Document document = read_document(design);
  const auto path_of = [](const Node& named) { return named.place.resolve(named.text); };
  if (const Node* rows = document.root.find("rows")) add(path_of(*rows));
  std::vector<std::filesystem::path> scenarios;
  if (const Node* base = document.root.find("base")) scenarios.push_back(path_of(*base));
  for (const std::string_view key : {"layers", "alternatives"}) {
    const Node* list = document.root.find(key);
    if (list == nullptr) continue;
    for (const Node& child : list->children) scenarios.push_back(path_of(child));
  }
  for (const std::filesystem::path& scenario : scenarios) {
    const ScenarioFiles own = scenario_files(scenario);
    for (const std::filesystem::path& file : own.texts) add(file);
    for (const std::filesystem::path& file : own.data) add(file);
  }
  return files;
}

}  // namespace districtsim
