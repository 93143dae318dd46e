#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "sim/cli/arguments.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/list_model.hpp"
#include "sim/scenario/district_source.hpp"

namespace districtsim {

namespace {

constexpr const char* import_examples = R"(
Examples:
  districtsim import nces al_hoover.csv --lea 0100007 -o hoover.yaml

FILE is an NCES EDGE file of public school characteristics, one row a school; columns are found by name. What was
missing and what was assumed is listed.)";

struct ImportOptions {
  std::string file = {};
  std::string lea = {};
  std::string output = {};
  bool json = false;
};

nlohmann::json district_as_json(const DistrictProfile& district, const std::string& output) {
  int teachers = 0;
  int students = 0;
  for (const SchoolProfile& school : district.schools) {
    teachers += school.teachers;
    students += school.enrolment();
  }
  return {{"output", output},
          {"district", district.name},
          {"id", district.id},
          {"year", district.year},
          {"schools", district.schools.size()},
          {"teachers", teachers},
          {"students", students},
          {"notes", district.notes}};
}

ExitCode carry_out_import(const ImportOptions& options, const Console& console) {
  std::error_code none;
  if (std::filesystem::equivalent(options.file, options.output, none)) {
    throw Failure(ExitCode::usage, "import: -o names the data themselves: " + options.output);
  }
  const DistrictProfile district = profile_from_nces(options.file, options.lea);
  write_district_file(district, options.output);
  const nlohmann::json summary = district_as_json(district, options.output);
  if (options.json) {
    console.print(json_line(summary));
    return ExitCode::ok;
  }
  console.print(fmt::format("{} ({}, {}): {} schools, {} teaching posts, {} students\n", district.name, district.id,
                            district.year, summary["schools"].get<std::size_t>(), summary["teachers"].get<int>(),
                            summary["students"].get<int>()));
  for (const std::string& note : district.notes) console.print("- " + note + "\n");
  console.say("wrote " + options.output);
  return ExitCode::ok;
}

}  // namespace

void add_import(CLI::App& program, Request& request) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App& command = *program.add_subcommand("import", "Make a district file from public data");
  command.require_subcommand(1);
  command.footer(import_examples);
  CLI::App& nces = *command.add_subcommand("nces", "From the school files of the US Department of Education");
  nces.footer(import_examples);
  nces.add_option("file", options->file, "NCES file")->type_name("FILE")->required();
  nces.add_option("--lea", options->lea, "LEAID of the district, 7 digits")->type_name("ID")->required();
  nces.add_option("-o,--output", options->output, "District file to write")->type_name("DISTRICT.yaml")->required();
  add_json(nces, options->json);
  add_quiet(nces, request.console);
  nces.callback([options, &request] {
    request.action = [options, &request] { return carry_out_import(*options, request.console); };
  });
}

}  // namespace districtsim
