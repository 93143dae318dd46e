#include "sim/cli/sweep_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/design_files.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/sha256.hpp"
#include "sim/record/pending_file.hpp"

namespace districtsim {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* sweep_filetype = "districtsim sweep";
constexpr const char* identity_file = "sweep.json";

std::string contents_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_if_new(const fs::path& path, const std::string& text) {
  std::error_code error;
  if (fs::is_regular_file(path, error) && contents_of(path) == text) return;
  fs::create_directories(path.parent_path(), error);
  if (error) {
    throw Failure(ExitCode::run_time_failure,
                  "cannot make the folder " + path.parent_path().string() + ": " + error.message());
  }
  PendingFile file(path);  // several processes may write the same at once
  file.append(text);
  file.publish();
}

std::string hash_of_arm(const Scenario& base) {
  Sha256 hash;
  hash.update(base.resolved_text.data(), base.resolved_text.size());
  hash.update(base.input_hash.data(), base.input_hash.size());
  return hash.hex();
}

std::string luck_name(LuckSharing luck) {
  static constexpr std::array<const char*, 3> names = {"block", "row", "common"};
  return names.at(static_cast<std::size_t>(luck));
}

/// What has to be the same for runs to be of use.
json identity_of(const SweepPlan& plan) {
  json arms = json::array();
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    arms.push_back({{"name", plan.arm_name(arm)}, {"sha256", hash_of_arm(plan.arm_base(arm))}});
  }
  return {{"filetype", sweep_filetype},
          {"schema_version", 1},
          {"program_version", build_info().version},
          {"sources", build_info().sources},
          {"luck_seed", plan.seed()},
          {"luck", luck_name(plan.design().sweep.luck)},
          {"other_parameters", plan.parameters_drawn() ? "drawn" : "held"},
          {"scenarios", arms}};
}

json identity_in(const fs::path& folder) {
  json read = json::parse(contents_of(folder / identity_file), nullptr, false);
  if (read.is_object() && read.value("filetype", "") == sweep_filetype && read.contains("design")) return read;
  throw Failure(ExitCode::bad_input_data, folder.string() + " is no folder of a sweep: it has no sweep.json");
}

std::string why_arms_differ(const json& there, const json& own) {
  for (std::size_t arm = 0; arm < std::min(there.size(), own.size()); ++arm) {
    if (there[arm] == own[arm]) continue;
    const std::string which = arm == 0 ? "the base" : fmt::format("alternative {}", arm);
    const std::string now = own[arm].value("name", "");
    const std::string was = there[arm].value("name", "");
    if (now != was) return fmt::format("{} is {}, was {}", which, now, was);
    return fmt::format("{} ({}) or its data have changed", which, now);
  }
  return "";
}

std::vector<std::string> csv_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// The rows of the one must begin with those of the other.
std::string why_rows_differ(const std::string& there, const std::string& own) {
  if (there.empty()) return "";  // killed before it was written
  const std::vector<std::string> was = csv_lines(there);
  const std::vector<std::string> now = csv_lines(own);
  if (was.front() != now.front()) return fmt::format("its inputs are {}, were {}", now.front(), was.front());
  const std::size_t both = std::min(was.size(), now.size());
  for (std::size_t line = 1; line < both; ++line) {
    if (was[line] != now[line]) {
      return fmt::format("row {} is {}, was {} (further rows come behind those that are there)", line - 1, now[line],
                         was[line]);
    }
  }
  return "";
}

fs::path absolute_of(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

/// The deepest folder that all files are in.
fs::path common_folder(const std::vector<fs::path>& files) {
  fs::path common = files.front().parent_path();
  for (const fs::path& file : files) {
    const fs::path folder = file.parent_path();
    const auto [end, unused] = std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
    fs::path shared;
    for (auto part = common.begin(); part != end; ++part) shared /= *part;
    common = shared;
  }
  return common;
}

bool is_inside(const fs::path& file, const fs::path& folder) {
  const auto [end, unused] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end();
}

}  // namespace

FolderState folder_state(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return FolderState::empty;
  if (!fs::is_directory(folder, error)) return FolderState::other;
  if (fs::exists(folder / identity_file, error)) {
    const json read = json::parse(contents_of(folder / identity_file), nullptr, false);
    const bool own = read.is_object() && read.value("filetype", "") == sweep_filetype;
    return own ? FolderState::sweep : FolderState::other;
  }
  const std::string partial = std::string(".") + identity_file + ".partial-";
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename().string().rfind(partial, 0) == 0) continue;
    // Another process may have made it a sweep since.
    return fs::exists(folder / identity_file, error) ? folder_state(folder) : FolderState::other;
  }
  return error ? FolderState::other : FolderState::empty;
}

fs::path design_of_folder(const fs::path& folder) {
  const json identity = identity_in(folder);
  if (identity.value("sources", "") != build_info().sources) {
    throw Failure(ExitCode::bad_input_data,
                  fmt::format("{} was made by another version of this program ({}, sources {:.12}; this is {}, sources "
                              "{:.12}); its runs are not comparable",
                              folder.string(), identity.value("program_version", "?"), identity.value("sources", "?"),
                              build_info().version, build_info().sources));
  }
  return folder / identity.at("design").get<std::string>();
}

std::string why_another_sweep(const fs::path& folder, const SweepPlan& plan) {
  static_cast<void>(design_of_folder(folder));
  const json there = identity_in(folder);
  const json own = identity_of(plan);
  for (const char* key : {"luck_seed", "luck", "other_parameters"}) {
    if (there.value(key, json()) != own.at(key)) {
      return fmt::format("{} is {}, was {}", key, own.at(key).dump(), there.value(key, json()).dump());
    }
  }
  std::string arms = why_arms_differ(there.value("scenarios", json::array()), own.at("scenarios"));
  if (!arms.empty()) return arms;
  return why_rows_differ(contents_of(folder / "design.csv"), design_csv(plan.design(), plan.rows()));
}

void fill_sweep_folder(const fs::path& folder, const fs::path& design, const SweepPlan& plan) {
  if (is_inside(absolute_of(design), absolute_of(folder / "inputs"))) return;  // it is its own copy
  std::vector<fs::path> files;
  for (const fs::path& file : design_files(design)) files.push_back(absolute_of(file));
  const fs::path common = common_folder(files);
  const fs::path inputs = fs::path("inputs");
  json identity = identity_of(plan);
  identity["design"] = (inputs / files.front().lexically_relative(common)).generic_string();
  write_if_new(folder / identity_file, identity.dump(2) + "\n");
  for (const fs::path& file : files) {
    write_if_new(folder / inputs / file.lexically_relative(common), contents_of(file));
  }
  write_if_new(folder / "design.csv", design_csv(plan.design(), plan.rows()));
}

std::size_t files_outside(const fs::path& folder) {
  const fs::path inputs = absolute_of(folder / "inputs");
  const std::vector<fs::path> files = design_files(design_of_folder(folder));
  return static_cast<std::size_t>(std::count_if(
      files.begin(), files.end(), [&](const fs::path& file) { return !is_inside(absolute_of(file), inputs); }));
}

}  // namespace districtsim
