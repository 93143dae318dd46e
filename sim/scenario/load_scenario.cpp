#include "sim/scenario/load_scenario.hpp"

#include <algorithm>

#include "sim/core/failure.hpp"
#include "sim/scenario/checked_scenario.hpp"

namespace districtsim {

Scenario load_scenario(const std::filesystem::path& path, const std::vector<Override>& overrides,
                       const std::vector<std::filesystem::path>& layers) {
  MergedDocument document = read_with_extends(path, layers);
  const CheckedText text = check_document(document, path, overrides);
  return scenario_of(document, path, text.complete, nullptr);
}

std::vector<std::string> scenario_errors(const std::filesystem::path& path, const std::vector<Override>& overrides) {
  std::vector<std::string> lines;
  try {
    if (layer_of(path).empty()) {
      static_cast<void>(load_scenario(path, overrides));
    } else {
      MergedDocument document = read_with_extends(path);
      static_cast<void>(check_document(document, path, overrides));
    }
  } catch (const Failure& failure) {
    const std::string all = failure.what();
    for (std::size_t begin = 0; begin <= all.size();) {
      const std::size_t end = std::min(all.find('\n', begin), all.size());
      lines.push_back(all.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return lines;
}

}  // namespace districtsim
