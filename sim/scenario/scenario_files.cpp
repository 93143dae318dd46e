#include "sim/scenario/scenario_files.hpp"

#include <fstream>
#include <string>

#include "sim/core/sha256.hpp"
#include "sim/scenario/extends.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

ScenarioFiles scenario_files(const std::filesystem::path& path) {
  ScenarioFiles files;
  const MergedDocument document = read_with_extends(path);
  for (const auto& source : document.sources) files.texts.emplace_back(source->label);
  for (const NodePath& key :
       {NodePath{"district", "source", "nces"}, NodePath{"district", "file"}, NodePath{"district", "schools"}}) {
    const Node* node = node_at(document.root, key);
    if (node != nullptr && node->is_scalar()) files.data.push_back(node->place.resolve(node->text));
  }
  return files;
}

std::string hash_of_files(const std::vector<std::filesystem::path>& paths) {
  Sha256 hash;
  std::string block(1U << 16U, '\0');
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return "";
    while (file) {
      file.read(block.data(), static_cast<std::streamsize>(block.size()));
      hash.update(block.data(), static_cast<std::size_t>(file.gcount()));
    }
  }
  return hash.hex();
}

}  // namespace districtsim
