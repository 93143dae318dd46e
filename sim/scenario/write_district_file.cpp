#include <nlohmann/json.hpp>

#include "sim/scenario/district_source.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/write_text.hpp"

namespace districtsim {

namespace {

/// Text in double quotes, as JSON and YAML both read it.
std::string yaml_quoted(const std::string& text) { return nlohmann::json(text).dump(); }

/// "PK", "KG", "G01" to "G12": the names of NCES columns, which no reader of YAML takes for numbers.
std::string grade_key(int grade) { return (grade >= grade_row(1) ? "G" : "") + grade_name(grade); }

std::string counts_by_grade(const SchoolProfile& school, const std::array<int, grade_count>& counts) {
  std::string text;
  for (int grade = school.lowest_grade; grade <= school.highest_grade; ++grade) {
    text +=
        (text.empty() ? "" : ", ") + grade_key(grade) + ": " + std::to_string(counts[static_cast<std::size_t>(grade)]);
  }
  return "{" + text + "}";
}

std::string measured_list(const SchoolOrigins& origins) {
  std::string text;
  for (const auto& [name, origin] : {std::pair("teachers", origins.teachers), std::pair("coaches", origins.coaches),
                                     std::pair("assistant_principals", origins.assistant_principals),
                                     std::pair("dollars", origins.dollars), std::pair("feeder", origins.feeder)}) {
    if (origin == Origin::measured) text += (text.empty() ? "" : ", ") + std::string(name);
  }
  return "[" + text + "]";
}

std::string school_entry(const DistrictProfile& district, const SchoolProfile& school) {
  std::string text = "  - id: " + yaml_quoted(school.id) + "\n";
  const auto line = [&text](const std::string& key, const std::string& value) {
    text += "    " + key + ": " + value + "\n";
  };
  line("name", yaml_quoted(school.name));
  line("key", std::to_string(school.key));
  line("level", std::string(level_name(school.level)));
  line("grades", "[" + grade_key(school.lowest_grade) + ", " + grade_key(school.highest_grade) + "]");
  line("title_one", school.title_one ? "true" : "false");
  line("students", counts_by_grade(school, school.students));
  line("low_income", counts_by_grade(school, school.low_income));
  line("teachers", std::to_string(school.teachers));
  if (school.coaches >= 0) line("coaches", std::to_string(school.coaches));
  if (school.assistant_principals >= 0) line("assistant_principals", std::to_string(school.assistant_principals));
  if (school.dollars >= 0.0) line("dollars", number_text(school.dollars));
  if (school.feeder >= 0) line("feeder", yaml_quoted(district.schools[static_cast<std::size_t>(school.feeder)].id));
  line("latitude", number_text(school.latitude));
  line("longitude", number_text(school.longitude));
  line("measured", measured_list(school.origins));
  return text;
}

}  // namespace

void write_district_file(const DistrictProfile& district, const std::filesystem::path& yaml) {
  std::string text =
      "# A district: schools, students, posts. Posts and dollars that are left out follow staffing rules.\n";
  text += "schema: 1\nkind: district\n";
  text += "name: " + yaml_quoted(district.name) + "\n";
  text += "id: " + yaml_quoted(district.id) + "\n";
  text += "year: " + yaml_quoted(district.year) + "\n";
  text += district.notes.empty() ? "notes: []\n" : "# What was missing in the data, and what was assumed.\nnotes:\n";
  for (const std::string& note : district.notes) text += "  - " + yaml_quoted(note) + "\n";
  text += "# students and low_income: by grade. measured: what the data count; the rest is assumed.\nschools:\n";
  for (const SchoolProfile& school : district.schools) text += school_entry(district, school);
  write_text(yaml, text);
}

}  // namespace districtsim
