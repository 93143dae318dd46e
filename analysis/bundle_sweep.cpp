#include "analysis/bundle_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "analysis/bundle_results.hpp"
#include "analysis/bundle_texts.hpp"
#include "analysis/design_files.hpp"
#include "sim/core/failure.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/provenance.hpp"

namespace districtsim {

namespace {

namespace fs = std::filesystem;

constexpr const char* sweep_facts = "sweep.json";

std::string sweep_file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw Failure(ExitCode::bad_input_data, "cannot read " + path.string());
  return text;
}

[[noreturn]] void refuse_unfinished(const fs::path& folder, const std::string& why) {
  throw Failure(ExitCode::bad_input_data,
                fmt::format("{}: the sweep is not complete: {}; districtsim sweep --resume or merge completes it",
                            folder.string(), why));
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Adds a file of the sweep's folder; hidden and unfinished ones stay behind.
void add_file(const fs::path& folder, const fs::path& path, BundlePart& part) {
  if (path.filename().string().front() == '.') return;
  part.entries.push_back({"sweep/" + path.lexically_relative(folder).generic_string(), sweep_file_text(path)});
}

void add_inputs_and_store(const fs::path& folder, BundlePart& part) {
  for (const char* own : {"inputs", "store"}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder / own)) {
      if (entry.is_regular_file()) add_file(folder, entry.path(), part);
    }
  }
}

void note_files_elsewhere(const fs::path& folder, const fs::path& design, BundlePart& part) {
  const std::string inside = fs::weakly_canonical(folder).string() + "/";
  for (const fs::path& file : design_files(design)) {
    const std::string path = fs::weakly_canonical(file).string();
    if (path.rfind(inside, 0) == 0) continue;
    part.notes.push_back("sweep: the design reads " + path + " by its absolute path; it is not in this bundle");
  }
}

}  // namespace

bool is_sweep(const fs::path& folder) { return fs::is_regular_file(folder / sweep_facts); }

BundlePart bundle_sweep(const fs::path& folder) {
  for (const char* name : {"design.csv", "results.csv", "sweep.csv", "sweep.h5"}) {
    if (!fs::is_regular_file(folder / name)) refuse_unfinished(folder, fmt::format("{} is missing", name));
  }
  const nlohmann::json facts = nlohmann::json::parse(sweep_file_text(folder / sweep_facts), nullptr, false);
  const std::string design = facts.is_object() ? facts.value("design", "") : "";
  if (design.empty()) throw Failure(ExitCode::bad_input_data, (folder / sweep_facts).string() + ": not of a sweep");
  BundlePart part;
  for (const char* name : {sweep_facts, "design.csv", "results.csv", "sweep.csv"}) {
    add_file(folder, folder / name, part);
  }
  const std::size_t rows = lines_of(sweep_file_text(folder / "design.csv"));
  const std::size_t there = lines_of(sweep_file_text(folder / "results.csv"));
  if (rows != there) refuse_unfinished(folder, fmt::format("design.csv has {} lines, results.csv {}", rows, there));
  add_inputs_and_store(folder, part);
  note_files_elsewhere(folder, folder / design, part);

  const SavedResult result = SavedResult::open(folder / "sweep.h5");
  const Provenance from = read_provenance(result);
  for (std::size_t at = 0; at < from.scenarios.size(); ++at) {
    part.entries.push_back({fmt::format("sweep/resolved/{}-{}.yaml", at + 1, plain_name(from.scenarios[at].name)),
                            from.scenarios[at].text + "\n"});
  }
  const std::string digest = digest_of(folder / "sweep.h5");
  nlohmann::json provenance = provenance_as_json(result);
  provenance["name"] = "sweep";
  provenance["digest"] = digest;
  provenance["sweep"] = facts;
  part.provenance["sweeps"].push_back(provenance);
  part.date = from.date;
  part.steps = shell_words({"repeat_sweep", digest, design}) + "\n";
  return part;
}

}  // namespace districtsim
