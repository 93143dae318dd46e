#include "analysis/written_scenarios.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "sim/scenario/scenario_files.hpp"

namespace districtsim {

namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code none;
  return fs::is_regular_file(path, none);
}

void add_absolute(const fs::path& path, std::vector<fs::path>& paths) {
  std::error_code error;
  const fs::path absolute = fs::weakly_canonical(path, error);
  if (!error && is_file(absolute) && std::find(paths.begin(), paths.end(), absolute) == paths.end()) {
    paths.push_back(absolute);
  }
}

/// The deepest folder that holds all of them.
fs::path common_folder(const std::vector<fs::path>& paths) {
  if (paths.empty()) return {};
  fs::path common = paths.front().parent_path();
  for (const fs::path& path : paths) {
    const auto holds = [&path](const fs::path& folder) {
      return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
    };
    while (!holds(common)) common = common.parent_path();
  }
  return common;
}

}  // namespace

void WrittenScenarios::take(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const std::string ending = fs::path(word).extension().string();
    if (ending != ".yaml" && ending != ".yml") continue;
    const fs::path found = is_file(word) ? fs::path(word) : folder_ / word;
    if (!is_file(found)) continue;
    const ScenarioFiles files = scenario_files(found);
    for (const fs::path& path : files.texts) add_absolute(path, texts_);
    for (const fs::path& path : files.data) add_absolute(path, data_);
  }
}

std::map<std::string, fs::path> WrittenScenarios::files() const {
  std::vector<fs::path> all = texts_;
  all.insert(all.end(), data_.begin(), data_.end());
  const fs::path common = common_folder(all);
  std::map<std::string, fs::path> names;
  for (const fs::path& path : all) names["written/" + path.lexically_relative(common).generic_string()] = path;
  return names;
}

std::vector<fs::path> WrittenScenarios::data(const std::vector<std::string>& names) const {
  std::vector<fs::path> found;
  for (const std::string& name : names) {
    std::vector<fs::path> places = data_;
    places.push_back(folder_ / name);
    places.emplace_back(name);
    const auto place = std::find_if(places.begin(), places.end(),
                                    [&name](const fs::path& path) { return path.filename() == name && is_file(path); });
    if (place == places.end()) return {};
    found.push_back(*place);
  }
  return found;
}

}  // namespace districtsim
