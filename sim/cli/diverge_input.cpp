#include "sim/cli/diverge_input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/core/build_info.hpp"
#include "sim/core/failure.hpp"
#include "sim/record/provenance.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
  throw Failure(ExitCode::bad_input_data, fmt::format("{}: cannot be run again: {}", file.string(), why));
}

/// Words of a command line as as_command_line wrote them; quotes are dropped, which is enough for names of files.
std::vector<std::string> words_in(const std::string& command_line) {
  std::istringstream text(command_line);
  std::vector<std::string> words;
  for (std::string word; text >> word;) {
    word.erase(std::remove(word.begin(), word.end(), '\''), word.end());
    words.push_back(word);
  }
  return words;
}

bool has_word(const std::vector<std::string>& words, const std::string& wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return word == wanted || word.rfind(wanted + "=", 0) == 0; });
}

/// Folders in which data files of a result may lie.
std::vector<fs::path> data_folders(const fs::path& file, const std::string& data, const std::string& command_line) {
  std::vector<fs::path> folders;
  if (!data.empty()) folders.emplace_back(data);
  std::vector<fs::path> near = {file.has_parent_path() ? file.parent_path() : fs::path("."), "."};
  std::error_code none;
  for (const std::string& word : words_in(command_line)) {
    if (fs::is_regular_file(word, none)) near.push_back(fs::path(word).parent_path());
  }
  for (const fs::path& folder : near) {
    for (const char* below : {".", "data", "../data"}) folders.push_back(folder / below);
  }
  return folders;
}

/// A scenario's text names data files without their folders: puts back those that are there.
void find_data(nlohmann::json& map, const char* key, const std::vector<fs::path>& folders) {
  if (!map.contains(key)) return;
  std::error_code none;
  for (const fs::path& folder : folders) {
    const fs::path path = folder / map.at(key).get<std::string>();
    if (!fs::is_regular_file(path, none)) continue;
    map[key] = fs::absolute(path).lexically_normal().string();
    return;
  }
}

/// A text in a file of its own while it lives.
class TextInFile {
 public:
  explicit TextInFile(const std::string& text) : path_(fs::temp_directory_path() / name()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  TextInFile(const TextInFile&) = delete;
  TextInFile& operator=(const TextInFile&) = delete;
  ~TextInFile() {
    std::error_code none;
    fs::remove(path_, none);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  static std::string name() { return fmt::format("districtsim-scenario-{}.yaml", getpid()); }
  fs::path path_;
};

Scenario loaded_again(const fs::path& file, const std::string& stored, const std::vector<fs::path>& folders) {
  nlohmann::json text = nlohmann::json::parse(stored, nullptr, false);
  if (!text.is_object() || !text.contains("district")) refuse(file, "it holds no complete scenario");
  nlohmann::json& district = text.at("district");
  if (district.contains("source")) find_data(district["source"], "nces", folders);
  find_data(district, "file", folders);
  find_data(district, "schools", folders);
  try {
    const TextInFile written(text.dump());
    Scenario scenario = load_scenario(written.path());
    if (scenario.resolved_text != stored) refuse(file, "this program reads its scenario differently");
    return scenario;
  } catch (const Failure& failure) {
    refuse(file, fmt::format("its scenario cannot be read here (--data names the folder of its data files):\n{}",
                             failure.what()));
  }
}

}  // namespace

bool is_result_file(const fs::path& path) {
  static constexpr std::array<char, 8> signature = {'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};
  std::array<char, 8> first{};
  std::ifstream(path, std::ios::binary).read(first.data(), first.size());
  return first == signature;
}

std::size_t scenarios_in(const fs::path& path) { return read_provenance(SavedResult::open(path)).scenarios.size(); }

ScenarioOfResult::ScenarioOfResult(const fs::path& file, std::size_t scenario, const std::string& data)
    : result_(std::make_shared<const SavedResult>(SavedResult::open(file))), row_(scenario) {
  const Provenance from = read_provenance(*result_);
  written_by_ = fmt::format("version {}, commit {}", from.program_version, from.git_commit);
  if (from.program_version != build_info().version) {
    refuse(file, fmt::format("it was written by {}, this is {}", written_by_, build_info().version));
  }
  const std::vector<std::string> words = words_in(from.command_line);
  if (has_word(words, "--branch-at")) refuse(file, "its scenarios branch off their first; name the scenarios instead");
  if (has_word(words, "--equal-cost")) {
    refuse(file, "its scenarios were held at equal cost; name the scenarios instead");
  }
  if (has_word(words, "--fix-parameters")) parameters_ = ParameterUse::held;
  seed_ = from.seed;
  const auto numbers = result_->read<std::int64_t>("replicate");
  for (const std::int64_t number : numbers) replicates_.push_back(static_cast<int>(number));
  scenario_ = loaded_again(file, from.scenarios.at(row_).text, data_folders(file, data, from.command_line));
  if (from.scenarios.size() == 1 && from.input_hash != scenario_.input_hash) {
    refuse(file, "the data files found are not those it was run with (--data names the folder)");
  }
}

void ScenarioOfResult::check(int replicate, const YearRecord& record) const {
  const auto found = std::find(replicates_.begin(), replicates_.end(), replicate);
  if (found == replicates_.end()) refuse(result_->path(), fmt::format("it has no replicate {}", replicate));
  const auto column = static_cast<std::size_t>(found - replicates_.begin());
  const auto weeks = static_cast<std::size_t>(record.weeks);
  const auto first = (static_cast<std::size_t>(record.year) - 1) * weeks;
  for (const Weekly measure : {Weekly::practice_pedagogy, Weekly::strain}) {
    const std::string name(weekly_measures[static_cast<std::size_t>(measure)].name);
    const auto stored = result_->read<float>(name, {first, row_, column, 0}, {weeks, 1, 1, record.schools});
    if (std::memcmp(stored.data(), record.weekly_of(measure), stored.size() * sizeof(float)) == 0) continue;
    refuse(result_->path(),
           fmt::format("this program gives another `{}` in year {}; use the program that wrote it ({})", name,
                       record.year, written_by_));
  }
}

}  // namespace districtsim
