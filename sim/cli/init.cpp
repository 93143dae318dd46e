#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/cli/starter_files.hpp"
#include "sim/core/embedded.hpp"
#include "sim/record/pending_file.hpp"
#include "sim/run/simulate.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

namespace {

constexpr const char* init_examples = R"(
Examples:
  districtsim init my-district
  districtsim init hoover --nces al_hoover.csv --lea 0100007
  districtsim run hoover/baseline.yaml -o hoover/baseline.h5

Writes baseline.yaml, two policies that differ from it, schools.csv with what can be corrected, and the data.)";

struct InitOptions {
  std::string folder = {};
  std::string nces = {};
  std::string lea = {};
  int teachers = 1000;
  bool json = false;
};

/// Files that are written one after another, and removed again unless all of them could be.
class NewFiles {
 public:
  explicit NewFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}
  NewFiles(const NewFiles&) = delete;
  NewFiles& operator=(const NewFiles&) = delete;
  ~NewFiles() {
    if (kept_) return;
    std::error_code ignored;
    for (const std::string& name : names_) std::filesystem::remove(folder_ / name, ignored);
    while (!made_folders_.empty()) {
      std::filesystem::remove(made_folders_.back(), ignored);
      made_folders_.pop_back();
    }
  }

  void make_folder(const std::filesystem::path& path) {
    if (path.empty() || std::filesystem::is_directory(path)) return;
    make_folder(path.parent_path());
    std::error_code error;
    std::filesystem::create_directory(path, error);
    if (error)
      throw Failure(ExitCode::run_time_failure, fmt::format("cannot make {}: {}", path.string(), error.message()));
    made_folders_.push_back(path);
  }
  /// The path of a file to write.
  [[nodiscard]] std::filesystem::path add(const std::string& name) {
    names_.push_back(name);
    return folder_ / name;
  }
  void write(const StarterFile& starter) {
    PendingFile file(add(starter.name));
    file.append(starter.text);
    file.publish();
  }
  void remove(const std::string& name) {
    std::filesystem::remove(folder_ / name);
    names_.erase(std::find(names_.begin(), names_.end(), name));
  }
  void keep() { kept_ = true; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::filesystem::path folder_;
  std::vector<std::string> names_ = {};
  std::vector<std::filesystem::path> made_folders_ = {};
  bool kept_ = false;
};

std::string data_name(const InitOptions& options) {
  return options.nces.empty() ? "data/district.yaml"
                              : "data/" + std::filesystem::path(options.nces).filename().string();
}

/// The `district` key of the baseline, up to the line that follows it.
std::string source_lines(const InitOptions& options) {
  const std::string data = quoted(data_name(options));
  const std::string source = options.nces.empty()
                                 ? fmt::format("  file: {}\n", data)
                                 : fmt::format("  source: {{nces: {}, lea: {}}}\n", data, quoted(options.lea));
  return source + "  schools: schools.csv\n";
}

DistrictProfile district_for(const InitOptions& options) {
  if (options.nces.empty() != options.lea.empty()) throw Failure(ExitCode::usage, "init: --nces and --lea go together");
  if (!options.nces.empty()) return profile_from_nces(options.nces, options.lea);
  SyntheticPlan plan;
  plan.teachers = options.teachers;
  return synthetic_profile(plan);
}

/// Failure where a file that init writes is there already.
void refuse_to_overwrite(const InitOptions& options, const DistrictProfile& district) {
  std::vector<std::string> names = {"baseline.yaml", starter_discretion().name, "schools.csv", "scenario.schema.json",
                                    data_name(options)};
  for (const StarterFile& move : starter_moves(district)) names.push_back(move.name);
  std::string there;
  for (const std::string& name : names) {
    const std::string path = (std::filesystem::path(options.folder) / name).string();
    if (std::filesystem::exists(path) && there.find(path) == std::string::npos) {
      there += (there.empty() ? "" : ", ") + path;
    }
  }
  if (!there.empty())
    throw Failure(ExitCode::run_time_failure, "init overwrites nothing, but there is already " + there);
}

void write_data(const InitOptions& options, const DistrictProfile& district, NewFiles& files) {
  const std::filesystem::path target = files.add(data_name(options));
  if (options.nces.empty()) {
    write_district_file(district, target);
    return;
  }
  std::error_code error;
  std::filesystem::copy_file(options.nces, target, error);
  if (error) {
    throw Failure(ExitCode::run_time_failure, fmt::format("cannot write {}: {}", target.string(), error.message()));
  }
}

/// Whether the district can carry the policy out in its first two years; some have no post to spare.
bool can_be_carried_out(const std::filesystem::path& policy) {
  try {
    const Scenario scenario = load_scenario(policy, {{"calendar.years", "2"}});
    simulate(conditions_of(scenario, 1, 0, ParameterUse::held), [](const YearRecord&) {});
    return true;
  } catch (const Failure& failure) {
    if (failure.code() != ExitCode::invalid_scenario) throw;
    return false;
  }
}

/// Writes the first policy that the district can carry out, and returns its name.
std::string write_move(const InitOptions& options, const DistrictProfile& district, NewFiles& files) {
  const std::vector<StarterFile> moves = starter_moves(district);
  for (const StarterFile& move : moves) {
    files.write(move);
    if (&move == &moves.back() || can_be_carried_out(std::filesystem::path(options.folder) / move.name))
      return move.name;
    files.remove(move.name);
  }
  return "";
}

ExitCode carry_out_init(const InitOptions& options, const Console& console) {
  const DistrictProfile district = district_for(options);
  refuse_to_overwrite(options, district);
  NewFiles files(options.folder);
  files.make_folder(options.folder);
  files.make_folder(std::filesystem::path(options.folder) / "data");
  write_data(options, district, files);
  write_school_table(district, files.add("schools.csv"));
  files.write({"scenario.schema.json", std::string(embedded_file("scenario.schema.json"))});
  files.write(starter_baseline(district, source_lines(options)));
  files.write(starter_discretion());
  const std::string move = write_move(options, district, files);
  files.keep();

  if (options.json) {
    console.print(json_line({{"folder", options.folder},
                             {"files", files.names()},
                             {"district", district.name},
                             {"notes", district.notes}}));
    return ExitCode::ok;
  }
  for (const std::string& name : files.names()) {
    console.print((std::filesystem::path(options.folder) / name).string() + "\n");
  }
  for (const std::string& note : district.notes) console.say("note: " + note);
  if (move != "coaches_to_need.yaml") {
    console.say("note: the district has no coach post to move from low to high need, so the example is " + move);
  }
  const std::string baseline = (std::filesystem::path(options.folder) / "baseline.yaml").string();
  console.say("next: districtsim run " + baseline + " -o baseline.h5");
  return ExitCode::ok;
}

}  // namespace

void add_init(CLI::App& program, Request& request) {
  auto options = std::make_shared<InitOptions>();
  CLI::App& command = *program.add_subcommand("init", "Make a working folder: a district, a baseline, two policies");
  command.footer(init_examples);
  command.add_option("folder", options->folder, "Folder to make or fill")->type_name("DIR")->required();
  command
      .add_option("--nces", options->nces,
                  "NCES EDGE file of public school characteristics; without it the district is made up")
      ->type_name("FILE");
  command.add_option("--lea", options->lea, "LEAID of the district in it, 7 digits")->type_name("ID");
  add_number(command, "--teachers", options->teachers, 1, 1'000'000, "Teaching posts of a made-up district (1000)");
  add_json(command, options->json);
  add_quiet(command, request.console);
  command.callback([options, &request] {
    request.action = [options, &request] { return carry_out_init(*options, request.console); };
  });
}

}  // namespace districtsim
