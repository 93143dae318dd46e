#include "sim/scenario/scenario_files.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/extends.hpp"

namespace districtsim {

namespace {

void add_once(std::vector<std::filesystem::path>& files, const std::filesystem::path& path) {
  if (std::find(files.begin(), files.end(), path) == files.end()) files.push_back(path);
}

}  // namespace

std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& path) {
  const MergedDocument document = read_with_extends(path);
  std::vector<std::filesystem::path> files;
  for (const auto& source : document.sources) add_once(files, source->label);
  const Node* district = document.root.is_map() ? document.root.find("district") : nullptr;
  if (district == nullptr || !district->is_map()) return files;
  const auto add = [&files](const Node* named) {
    if (named != nullptr && named->is_scalar()) add_once(files, named->place.resolve(named->text));
  };
  if (const Node* source = district->find("source"); source != nullptr && source->is_map()) add(source->find("nces"));
  for (const std::string_view key : {"file", "schools"}) add(district->find(key));
  return files;
}

}  // namespace districtsim
