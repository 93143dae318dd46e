#include "analysis/bundle_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "analysis/bundle_texts.hpp"
#include "analysis/written_scenarios.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/sha256.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/export_csv.hpp"
#include "sim/record/provenance.hpp"
#include "sim/scenario/scenario_files.hpp"

namespace districtsim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t replicates_of_sample = 2;
constexpr const char* table_of_sample = "time_scenario_replicate";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw Failure(ExitCode::bad_input_data, "cannot read " + path.string());
  return text;
}

/// Comparisons, and what differs by year without being by school or place: what figures are drawn from.
bool is_figure_table(const std::string& name) {
  if (name.rfind("comparison", 0) == 0 || name == "year" || name == "school") return true;
  const bool fine = name.find("school") != std::string::npos || name.find("place") != std::string::npos;
  return name.rfind("year_scenario_replicate", 0) == 0 && !fine;
}

/// Names of the data files that a resolved scenario reads, in the order of its input hash.
std::vector<std::string> data_names(const std::string& resolved) {
  const nlohmann::json district = nlohmann::json::parse(resolved).value("district", nlohmann::json::object());
  std::vector<std::string> names;
  if (district.contains("source")) names.push_back(district["source"].at("nces"));
  for (const char* key : {"file", "schools"}) {
    if (district.contains(key)) names.push_back(district[key]);
  }
  return names;
}

/// One result file on its way into a bundle.
class BundledResult {
 public:
  BundledResult(const fs::path& path, std::string name, const WrittenScenarios& written)
      : result_(SavedResult::open(path)),
        from_(read_provenance(result_)),
        name_(std::move(name)),
        digest_(digest_of(path)),
        words_(words_of(from_.command_line)) {
    find_data(written);
  }

  void give(BundlePart& part) const {
    const std::string folder = "results/" + name_ + "/";
    for (TableText& table : csv_tables(result_, is_figure_table)) {
      part.entries.push_back({folder + "figures/" + table.name, std::move(table.text)});
    }
    const auto in_sample = [](const std::string& name) { return name == table_of_sample; };
    for (TableText& table : csv_tables(result_, in_sample, replicates_of_sample)) {
      part.entries.push_back({folder + "sample/" + table.name, std::move(table.text)});
    }
    for (std::size_t at = 0; at < from_.scenarios.size(); ++at) {
      part.entries.push_back({folder + scenario_file(at), from_.scenarios[at].text + "\n"});
    }
    for (const auto& [file, path] : data_) part.entries.push_back({folder + file, bytes_of(path)});
    part.date = std::max(part.date, from_.date);
    part.provenance["results"].push_back(provenance());
    part.notes.insert(part.notes.end(), notes_.begin(), notes_.end());
    part.steps += step();
  }

 private:
  [[nodiscard]] std::string scenario_file(std::size_t at) const {
    return fmt::format("{}-{}.yaml", at + 1, plain_name(from_.scenarios[at].name));
  }
  [[nodiscard]] std::size_t replicates() const {
    const StoredDataset* scale = result_.find("replicate");
    return scale == nullptr ? 1 : scale->shape.front();
  }
  [[nodiscard]] std::string command() const { return words_.size() > 1 ? words_[1] : ""; }
  [[nodiscard]] bool asked_for(const char* option) const {
    return std::find(words_.begin(), words_.end(), option) != words_.end();
  }

  /// Takes data files whose bytes have the recorded hash; otherwise says what is missing.
  void find_data(const WrittenScenarios& written) {
    Sha256 of_all;
    std::string first;
    bool alike = true;
    std::vector<std::string> wanted;
    for (const ResolvedScenario& scenario : from_.scenarios) {
      const std::vector<std::string> names = data_names(scenario.text);
      const std::vector<fs::path> paths = written.data(names);
      const std::string hash = names.empty() ? "" : hash_of_files(paths);
      for (std::size_t at = 0; at < paths.size(); ++at) data_.emplace(names[at], paths[at]);
      wanted.insert(wanted.end(), names.begin(), names.end());
      if (&scenario == &from_.scenarios.front()) first = hash;
      alike = alike && hash == first;
      of_all.update(hash.data(), hash.size());
    }
    if ((alike ? first : of_all.hex()) == from_.input_hash) return;
    data_.clear();  // other bytes than those of the runs
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    missing_ = fmt::format("{}", fmt::join(wanted, ", "));
    notes_.push_back(fmt::format(
        "results/{}: the data file {} with the recorded SHA-256 ({}) was not found; it is not in this bundle, and "
        "reproduce.sh needs it in that folder",
        name_, missing_, from_.input_hash));
  }

  [[nodiscard]] nlohmann::json provenance() const {
    nlohmann::json object = provenance_as_json(result_);
    object["name"] = name_;
    object["digest"] = digest_;
    object["replicates"] = replicates();
    object["parameters"] = asked_for("--fix-parameters") ? "held" : "drawn";
    for (std::size_t at = 0; at < from_.scenarios.size(); ++at) {
      object["scenarios"][at]["file"] = "results/" + name_ + "/" + scenario_file(at);
    }
    object["data"] = nlohmann::json::array();
    for (const auto& [file, path] : data_) {
      object["data"].push_back({{"file", "results/" + name_ + "/" + file}, {"sha256", hash_of_files({path})}});
    }
    if (!missing_.empty()) object["data_not_found"] = missing_;
    return object;
  }

  /// Options that a result depends on and that are not in the scenarios, as they were given.
  [[nodiscard]] std::vector<std::string> options_of_result() const {
    std::vector<std::string> kept;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::string option = words_[at].substr(0, words_[at].find('='));
      const bool has_value = option == "--precision" || option == "--branch-at";
      if (!has_value && option != "--fix-parameters" && option != "--equal-cost") continue;
      kept.push_back(words_[at]);
      if (has_value && option == words_[at] && at + 1 < words_.size()) kept.push_back(words_[++at]);
    }
    return kept;
  }

  /// How the program is told to make all replicates.
  [[nodiscard]] std::string all_replicates() const {
    return fmt::format("{} {}", asked_for("--until-settled") ? "--until-settled --max-replicates" : "--replicates",
                       replicates());
  }

  /// A line of reproduce.sh: NAME ALL SAMPLE DIGEST DATA COMMAND, then words of the program without output.
  [[nodiscard]] std::string step() const {
    if (command() != "run" && command() != "compare") {
      return fmt::format("say {}\n", shell_words({name_ + ": not repeated, written by: " + from_.command_line}));
    }
    std::vector<std::string> words = {
        "repeat_result", name_,    all_replicates(), std::to_string(std::min(replicates(), replicates_of_sample)),
        digest_,         missing_, command()};
    for (std::size_t at = 0; at < from_.scenarios.size(); ++at) words.push_back(scenario_file(at));
    words.emplace_back("--seed");
    words.push_back(std::to_string(from_.seed));
    for (const std::string& word : options_of_result()) words.push_back(word);
    return shell_words(words) + "\n";
  }

  SavedResult result_;
  Provenance from_;
  std::string name_;
  std::string digest_;
  std::vector<std::string> words_;
  std::map<std::string, fs::path> data_ = {};  ///< by name in the bundle's folder of this result
  std::string missing_ = {};
  std::vector<std::string> notes_ = {};
};

std::vector<fs::path> files_ending_in(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool hidden = entry.path().filename().string().front() == '.';
    if (!hidden && entry.is_regular_file() && entry.path().extension() == ending) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void give_written(const WrittenScenarios& written, BundlePart& part) {
  for (const auto& [name, path] : written.files()) part.entries.push_back({name, bytes_of(path)});
  if (written.files().empty()) {
    part.notes.emplace_back(
        "the scenarios as they were written were not found from here; results/ has them complete, as they were run");
  }
}

}  // namespace

nlohmann::json provenance_as_json(const SavedResult& result) {
  const Provenance from = read_provenance(result);
  nlohmann::json scenarios = nlohmann::json::array();
  for (const ResolvedScenario& scenario : from.scenarios) {
    scenarios.push_back({{"name", scenario.name}, {"sha256", scenario.sha256}});
  }
  return {{"title", from.title},
          {"district", result.text_attribute("", "district").value_or("")},
          {"district_notes", result.text_attribute("", "district_notes").value_or("")},
          {"scenarios", scenarios},
          {"seed", from.seed},
          {"date", from.date},
          {"command_line", from.command_line},
          {"program_version", from.program_version},
          {"git_commit", from.git_commit},
          {"compiler", from.compiler},
          {"compiler_flags", from.compiler_flags},
          {"instruction_set", from.instruction_set},
          {"cpu_model", from.cpu_model},
          {"libc_version", from.libc_version},
          {"input_hash", from.input_hash}};
}

BundlePart bundle_results(const fs::path& folder) {
  BundlePart part;
  WrittenScenarios written(folder);
  std::vector<fs::path> good;
  std::string refused;
  for (const fs::path& path : files_ending_in(folder, ".h5")) {
    try {
      written.take(words_of(read_provenance(SavedResult::open(path)).command_line));
      good.push_back(path);
    } catch (const Failure& failure) {
      part.notes.push_back(std::string("left out: ") + failure.what());
      refused += std::string("\n") + failure.what();
    }
  }
  if (good.empty()) {
    throw Failure(ExitCode::bad_input_data,
                  folder.string() +
                      ": neither the folder of a sweep nor one with result files of run or compare (*.h5)" + refused);
  }
  std::set<std::string> names;
  for (const fs::path& path : good) {
    std::string name = plain_name(path.stem().string());
    while (!names.insert(name).second) name += "-" + std::to_string(names.size());
    BundledResult(path, name, written).give(part);
  }
  give_written(written, part);
  return part;
}

}  // namespace districtsim
