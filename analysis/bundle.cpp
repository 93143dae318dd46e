#include "analysis/bundle.hpp"

#include <algorithm>
#include <system_error>

#include "analysis/bundle_results.hpp"
#include "analysis/bundle_sweep.hpp"
#include "analysis/bundle_texts.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/embedded.hpp"
#include "sim/core/failure.hpp"

namespace districtsim {

namespace {

void add_program(BundlePart& part) {
  for (const char* name : {"ODD.md", "parameters.yaml", "mechanisms.yaml", "CITATION.cff", "LICENSE"}) {
    part.entries.push_back({name, std::string(embedded_file(name))});
  }
  part.entries.push_back({"codemeta.json", codemeta_json()});
  const BuildInfo& build = build_info();
  part.provenance["bundled_by"] = {{"program_version", build.version},
                                   {"git_commit", build.git_commit},
                                   {"compiler", build.compiler},
                                   {"compiler_flags", build.flags},
                                   {"libraries", build.libraries}};
}

/// The model and its parameters are those of the program that bundles; results may be of another.
void note_other_programs(BundlePart& part) {
  for (const char* kind : {"results", "sweeps"}) {
    for (const nlohmann::json& result : part.provenance.value(kind, nlohmann::json::array())) {
      const std::string commit = result.value("git_commit", "");
      if (commit == build_info().git_commit) continue;
      part.notes.push_back(result.value("name", "") + " was written by commit " + commit +
                           ", but ODD.md and parameters.yaml are of commit " + build_info().git_commit);
    }
  }
}

}  // namespace

Bundle bundle_of(const std::filesystem::path& folder) {
  std::error_code none;
  if (!std::filesystem::is_directory(folder, none)) {
    throw Failure(ExitCode::bad_input_data, folder.string() + ": there is no such folder");
  }
  BundlePart part = is_sweep(folder) ? bundle_sweep(folder) : bundle_results(folder);
  add_program(part);
  note_other_programs(part);
  part.entries.push_back({"reproduce.sh", reproduce_script(part.steps), ZipMode::executable});
  part.provenance["notes"] = part.notes;
  part.entries.push_back(
      {"provenance.json", part.provenance.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"});
  part.entries.push_back({"README.md", bundle_readme(part.entries, part.notes)});
  std::sort(part.entries.begin(), part.entries.end(),
            [](const BundleEntry& a, const BundleEntry& b) { return a.name < b.name; });
  return {std::move(part.entries), part.date, std::move(part.notes)};
}

}  // namespace districtsim
