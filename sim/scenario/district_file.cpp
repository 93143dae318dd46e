#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/feeders.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/school_keys.hpp"
#include "sim/scenario/school_posts.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

constexpr int most_counted = 1'000'000;
constexpr double most_dollars = 1e9;

std::optional<int> grade_of_key(const std::string& key) {
  for (int grade = 0; grade < grade_count; ++grade) {
    if (key == (grade >= grade_row(1) ? "G" : "") + grade_name(grade)) return grade;
  }
  return std::nullopt;
}

/// Reads a district file and gathers what is wrong with it.
class DistrictFile {
 public:
  explicit DistrictFile(const std::filesystem::path& yaml) : document_(read_document(yaml)) {}

  DistrictProfile profile() {
    complaints_ = document_.complaints;
    if (!document_.complete) refuse_data(complaints_);
    const Node& root = document_.root;
    if (!root.is_map()) refuse_data({{root.place, "must be a map that begins with schema: 1 and kind: district"}});
    expect_keys(root, "the file", {"schema", "kind", "name", "id", "year", "notes", "schools"});
    if (text(root, "schema") != "1") complain(root, "schema", "must be 1 (the version of this format)");
    if (text(root, "kind") != "district") complain(root, "kind", "must be district");
    district_.name = text(root, "name");
    district_.id = text(root, "id");
    if (district_.name.empty()) complain(root, "name", "must be the district's name");
    if (district_.id.empty()) complain(root, "id", "must be the district's id, in quotes");
    if (root.find("year") != nullptr) district_.year = text(root, "year");
    read_notes(root);
    read_schools(root);
    put_district_keys();
    refuse_data(complaints_);
    put_feeder_rows();
    refuse_data(complaints_);
    return std::move(district_);
  }

 private:
  /// Complains about a value, or about a missing one at its parent.
  void complain(const Node& parent, const char* key, const std::string& must) {
    const Node* const node = parent.find(key);
    if (node == nullptr) {
      complaints_.push_back({parent.place, std::string(key) + " is missing, " + must});
    } else {
      complaints_.push_back({node->place, std::string(key) + " is " + shown(*node) + ", " + must});
    }
  }

  void expect_keys(const Node& node, const std::string& what, const std::vector<std::string>& keys) {
    if (!node.is_map()) {
      complaints_.push_back({node.place, what + " must be a map of " + listed(keys)});
      return;
    }
    for (const Node& child : node.children) {
      if (std::find(keys.begin(), keys.end(), child.key) != keys.end()) continue;
      complaints_.push_back({child.key_place, child.key + " is not a known key; known are " + listed(keys) +
                                                  did_you_mean(child.key, keys)});
    }
  }

  [[nodiscard]] static std::string text(const Node& parent, const char* key) {
    const Node* const node = parent.find(key);
    return node != nullptr && node->is_scalar() ? node->text : "";
  }

  std::optional<double> number(const Node& parent, const char* key, double low, double high) {
    const Node* const node = parent.find(key);
    const std::optional<double> value = node == nullptr ? std::nullopt : number_in(*node);
    if (value && *value >= low && *value <= high) return value;
    complain(parent, key, "must be a number within " + number_text(low) + " to " + number_text(high));
    return std::nullopt;
  }

  int count(const Node& parent, const char* key, int low, int high) {
    const Node* const node = parent.find(key);
    const std::optional<double> value = node == nullptr ? std::nullopt : number_in(*node);
    if (value && *value >= low && *value <= high && std::floor(*value) == *value) return static_cast<int>(*value);
    complain(parent, key, "must be a whole number within " + std::to_string(low) + " to " + std::to_string(high));
    return low;
  }

  void read_notes(const Node& root) {
    const Node* const notes = root.find("notes");
    if (notes == nullptr || notes->kind == NodeKind::empty) return;
    if (!notes->is_list()) return complain(root, "notes", "must be a list of sentences");
    for (const Node& note : notes->children) {
      if (note.is_scalar()) {
        district_.notes.push_back(note.text);
      } else {
        complaints_.push_back({note.place, "a note must be text"});
      }
    }
  }

  void read_schools(const Node& root) {
    const Node* const schools = root.find("schools");
    if (schools == nullptr || !schools->is_list() || schools->children.empty()) {
      return complain(root, "schools", "must be a list of schools");
    }
    if (schools->children.size() > largest_key) {
      return complain(root, "schools", "must have at most " + std::to_string(largest_key) + " entries");
    }
    for (const Node& node : schools->children) read_school(node);
  }

  void read_school(const Node& node) {
    nodes_.push_back(&node);
    SchoolProfile& school = district_.schools.emplace_back();
    expect_keys(node, "a school",
                {"id", "name", "key", "level", "grades", "title_one", "students", "low_income", "teachers", "coaches",
                 "assistant_principals", "dollars", "feeder", "latitude", "longitude", "measured"});
    if (!node.is_map()) return;
    school.id = text(node, "id");
    school.name = text(node, "name");
    if (school.name.empty()) complain(node, "name", "must be the school's name");
    if (school.id.empty()) {
      complain(node, "id", "must be the school's id, in quotes");
    } else if (!rows_.emplace(school.id, nodes_.size() - 1).second) {
      complain(node, "id", "which another school has");
    }
    read_level(node, school);
    read_title_one(node, school);
    read_students(node, school);
    school.teachers = count(node, "teachers", 1, most_teachers);
    if (node.find("coaches") != nullptr) school.coaches = count(node, "coaches", 0, most_coaches);
    if (node.find("assistant_principals") != nullptr) {
      school.assistant_principals = count(node, "assistant_principals", 0, most_assistant_principals);
    }
    if (node.find("dollars") != nullptr) school.dollars = number(node, "dollars", 0.0, most_dollars).value_or(0.0);
    if (node.find("latitude") != nullptr) school.latitude = number(node, "latitude", -90.0, 90.0).value_or(0.0);
    if (node.find("longitude") != nullptr) school.longitude = number(node, "longitude", -180.0, 180.0).value_or(0.0);
    read_measured(node, school.origins);
  }

  void read_level(const Node& node, SchoolProfile& school) {
    for (const SchoolLevel level : {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high}) {
      if (text(node, "level") != level_name(level)) continue;
      school.level = level;
      return;
    }
    complain(node, "level", "must be elementary, middle or high");
  }

  void read_title_one(const Node& node, SchoolProfile& school) {
    const Node* const value = node.find("title_one");
    if (value == nullptr) return;
    const std::optional<bool> on = switch_in(*value);
    if (!on) complain(node, "title_one", "must be true or false");
    school.title_one = on.value_or(false);
  }

  void read_students(const Node& node, SchoolProfile& school) {
    if (!read_grades(node, school)) return;
    read_counts(node, "students", school, school.students);
    read_counts(node, "low_income", school, school.low_income);
    for (std::size_t grade = 0; grade < school.students.size(); ++grade) {
      if (school.low_income[grade] <= school.students[grade]) continue;
      complain(node, "low_income",
               "has " + std::to_string(school.low_income[grade]) + " in grade " + grade_name(static_cast<int>(grade)) +
                   ", must be at most its " + std::to_string(school.students[grade]) + " students");
    }
    if (school.enrolment() == 0) complain(node, "students", "must have a student in a grade");
  }

  bool read_grades(const Node& node, SchoolProfile& school) {
    const Node* const grades = node.find("grades");
    if (grades != nullptr && grades->is_list() && grades->children.size() == 2) {
      const std::optional<int> lowest = grade_of_key(grades->children[0].text);
      const std::optional<int> highest = grade_of_key(grades->children[1].text);
      if (lowest && highest && *lowest <= *highest) {
        school.lowest_grade = *lowest;
        school.highest_grade = *highest;
        return true;
      }
    }
    complain(node, "grades", "must be [LOWEST, HIGHEST] of PK, KG, G01 to G12");
    return false;
  }

  void read_counts(const Node& node, const char* key, const SchoolProfile& school,
                   std::array<int, grade_count>& counts) {
    const Node* const map = node.find(key);
    if (map == nullptr || !map->is_map()) return complain(node, key, "must be a map of students by grade, {G01: 80}");
    for (const Node& child : map->children) {
      const std::optional<int> grade = grade_of_key(child.key);
      if (!grade || *grade < school.lowest_grade || *grade > school.highest_grade) {
        complaints_.push_back({child.key_place, std::string(key) + "." + child.key +
                                                    " is not a grade the school serves (PK, KG, G01 to G12)"});
        continue;
      }
      counts[static_cast<std::size_t>(*grade)] = count(*map, child.key.c_str(), 0, most_counted);
    }
  }

  void read_measured(const Node& node, SchoolOrigins& origins) {
    const Node* const measured = node.find("measured");
    if (measured == nullptr || measured->kind == NodeKind::empty) return;
    if (!measured->is_list()) return complain(node, "measured", "must be a list");
    const std::map<std::string, Origin*> known = {{"teachers", &origins.teachers},
                                                  {"coaches", &origins.coaches},
                                                  {"assistant_principals", &origins.assistant_principals},
                                                  {"dollars", &origins.dollars},
                                                  {"feeder", &origins.feeder}};
    for (const Node& name : measured->children) {
      const auto found = known.find(name.text);
      if (found != known.end()) {
        *found->second = Origin::measured;
        continue;
      }
      complaints_.push_back({name.place, "measured names " + shown(name) + ", must name teachers, coaches, " +
                                             "assistant_principals, dollars or feeder"});
    }
  }

  void put_district_keys() {
    std::vector<std::uint32_t> given;
    std::vector<std::string> others;
    std::set<std::uint32_t> used;
    for (std::size_t row = 0; row < nodes_.size(); ++row) {
      if (nodes_[row]->find("key") == nullptr) {
        others.push_back(district_.schools[row].id);
        continue;
      }
      const int key = count(*nodes_[row], "key", 1, static_cast<int>(largest_key));
      district_.schools[row].key = static_cast<std::uint32_t>(key);
      given.push_back(district_.schools[row].key);
      if (!used.insert(given.back()).second) complain(*nodes_[row], "key", "which another school has");
    }
    const std::vector<std::uint32_t> keys = school_keys(others, given);
    std::size_t next = 0;
    for (std::size_t row = 0; row < nodes_.size(); ++row) {
      if (nodes_[row]->find("key") == nullptr) district_.schools[row].key = keys[next++];
    }
  }

  void put_feeder_rows() {
    for (std::size_t row = 0; row < nodes_.size(); ++row) {
      const Node* const feeder = nodes_[row]->find("feeder");
      if (feeder == nullptr) continue;
      const auto found = rows_.find(feeder->text);
      if (found == rows_.end()) {
        std::vector<std::string> ids;
        for (const auto& [id, other] : rows_) ids.push_back(id);
        complain(*nodes_[row], "feeder",
                 "must be the id of a school of this district" + did_you_mean(feeder->text, ids));
        continue;
      }
      const std::string why = why_no_feeder(district_.schools[row], district_.schools[found->second]);
      if (!why.empty()) complain(*nodes_[row], "feeder", "which cannot be: " + why);
      district_.schools[row].feeder = static_cast<int>(found->second);
    }
  }

  Document document_;
  DistrictProfile district_;
  std::vector<const Node*> nodes_;           ///< of district_.schools
  std::map<std::string, std::size_t> rows_;  ///< by id
  std::vector<Complaint> complaints_;
};

}  // namespace

DistrictProfile profile_from_file(const std::filesystem::path& yaml) { return DistrictFile(yaml).profile(); }

}  // namespace districtsim
