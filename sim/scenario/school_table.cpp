#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/feeders.hpp"
#include "sim/scenario/parameters.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/school_keys.hpp"
#include "sim/scenario/school_posts.hpp"
#include "sim/scenario/suggest.hpp"
#include "sim/scenario/write_text.hpp"

namespace districtsim {

namespace {

constexpr double most_school_dollars = 1e9;
constexpr const char* no_feeder = "none";

/// What the table says where the profile leaves it to rule.
struct TableDefaults {
  std::vector<int> coaches;
  std::vector<int> assistant_principals;
  std::vector<double> dollars;
};

TableDefaults table_defaults(const DistrictProfile& district) {
  TableDefaults defaults;
  defaults.coaches = coach_posts(district, Framework{}.teachers_per_coach);
  defaults.assistant_principals = assistant_principal_posts(district);
  defaults.dollars = school_dollars(district, default_parameters().prices.school_dollars);
  for (std::size_t row = 0; row < defaults.dollars.size(); ++row) {
    double& dollars = defaults.dollars[row];
    if (district.schools[row].dollars < 0.0) dollars = std::round(dollars * 100.0) / 100.0;
  }
  return defaults;
}

std::string origin_name(Origin origin) { return origin == Origin::measured ? "measured" : "assumed"; }

std::string feeder_cell(const DistrictProfile& district, const SchoolProfile& school) {
  if (school.feeder >= 0) return district.schools[static_cast<std::size_t>(school.feeder)].id;
  return school.highest_grade + 1 < grade_count ? no_feeder : "";
}

/// Reads the table's rows into a copy of the profile and gathers what is wrong with them.
class SchoolTable {
 public:
  SchoolTable(DistrictProfile district, const std::filesystem::path& csv)
      : district_(std::move(district)), defaults_(table_defaults(district_)), table_(CsvTable::read(csv)) {
    for (std::size_t row = 0; row < district_.schools.size(); ++row) {
      const std::string& id = district_.schools[row].id;
      ids_.push_back(id);
      rows_.emplace(id, row);
    }
  }

  DistrictProfile corrected() {
    check_columns();
    refuse_data(complaints_);
    for (row_ = 0; row_ < table_.rows(); ++row_) {
      const std::optional<std::size_t> school = school_called("id", cell("id"));
      if (!school) continue;
      if (!seen_.insert(*school).second) complain("id", "appears twice");
      correct(*school);
    }
    refuse_data(complaints_);
    if (zeros_lost_)
      district_.notes.emplace_back("ids in the school table without their leading zeros were recognised");
    return std::move(district_);
  }

 private:
  void check_columns() {
    const std::vector<std::string> known = {"id",
                                            "name",
                                            "coaches",
                                            "coaches_origin",
                                            "assistant_principals",
                                            "assistant_principals_origin",
                                            "teachers",
                                            "teachers_origin",
                                            "dollars",
                                            "dollars_origin",
                                            "feeder",
                                            "feeder_origin"};
    if (!table_.column("id")) complaints_.push_back({table_.header(), "there is no column id"});
    for (const std::string& column : table_.columns()) {
      bool is_known = column.empty();
      for (const std::string& name : known) is_known = is_known || table_.column(name) == table_.column(column);
      if (is_known) continue;
      complaints_.push_back({table_.header(), "column \"" + column + "\" is not known; known are " + listed(known) +
                                                  did_you_mean(column, known)});
    }
  }

  [[nodiscard]] std::string cell(const std::string& column) const {
    const std::optional<std::size_t> found = table_.column(column);
    return found ? table_.text(row_, *found) : "";
  }

  void complain(const std::string& column, const std::string& message) {
    complaints_.push_back({table_.place(row_, *table_.column(column)), column + " " + message});
  }

  std::optional<std::size_t> school_called(const std::string& column, const std::string& id) {
    const auto found = rows_.find(id);
    if (found != rows_.end()) return found->second;
    std::vector<std::size_t> alike;
    for (std::size_t row = 0; row < ids_.size() && !id.empty(); ++row) {
      if (without_zeros(ids_[row]) == without_zeros(id)) alike.push_back(row);
    }
    zeros_lost_ = zeros_lost_ || alike.size() == 1;
    if (alike.size() == 1) return alike.front();
    complain(column, "is \"" + id + "\", which is no school of " + district_.name + did_you_mean(id, ids_));
    return std::nullopt;
  }

  Origin origin(const std::string& column) {
    const std::string written = cell(column + "_origin");
    if (written == "measured") return Origin::measured;
    if (!written.empty() && written != "assumed") {
      complain(column + "_origin", "is \"" + written + "\", must be measured or assumed");
    }
    return Origin::assumed;
  }

  std::optional<double> number(const std::string& column, double low, double high) {
    const std::string written = cell(column);
    if (written.empty()) return std::nullopt;
    const std::optional<double> value = csv_number(written);
    if (value && *value >= low && *value <= high) return value;
    complain(column, "is \"" + written + "\", must be a number within " + number_text(low) + " to " +
                         number_text(high) + ", or blank");
    return std::nullopt;
  }

  std::optional<int> posts(const std::string& column, int low, int high) {
    const std::optional<double> value = number(column, low, high);
    if (value && std::floor(*value) != *value) complain(column, "is " + cell(column) + ", must be whole posts");
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
  }

  void correct(std::size_t row) {
    SchoolProfile& school = district_.schools[row];
    if (const std::optional<int> teachers = posts("teachers", 1, most_teachers)) {
      school.teachers = *teachers;
      school.origins.teachers = origin("teachers");
    }
    put("coaches", posts("coaches", 0, most_coaches), defaults_.coaches[row], school.coaches, school.origins.coaches);
    put("assistant_principals", posts("assistant_principals", 0, most_assistant_principals),
        defaults_.assistant_principals[row], school.assistant_principals, school.origins.assistant_principals);
    put("dollars", number("dollars", 0.0, most_school_dollars), defaults_.dollars[row], school.dollars,
        school.origins.dollars);
    put_feeder(school);
  }

  template <class Value>
  void put(const std::string& column, std::optional<Value> written, Value by_rule, Value& value, Origin& value_origin) {
    if (!written) return;
    const Origin said = origin(column);
    const bool left_to_rule = value < Value{0} && said == Origin::assumed && *written == by_rule;
    if (left_to_rule) return;
    value = *written;
    value_origin = said;
  }

  void put_feeder(SchoolProfile& school) {
    const std::string written = cell("feeder");
    if (written.empty()) return;
    school.origins.feeder = origin("feeder");
    if (written == no_feeder) {
      school.feeder = -1;
      return;
    }
    const std::optional<std::size_t> feeder = school_called("feeder", written);
    if (!feeder) return;
    const std::string why = why_no_feeder(school, district_.schools[*feeder]);
    if (!why.empty()) complain("feeder", "is " + written + ", which cannot be: " + why);
    school.feeder = static_cast<int>(*feeder);
  }

  DistrictProfile district_;
  TableDefaults defaults_;
  CsvTable table_;
  std::vector<std::string> ids_;
  std::map<std::string, std::size_t> rows_;
  std::set<std::size_t> seen_;
  std::size_t row_ = 0;  ///< of the table, being read
  bool zeros_lost_ = false;
  std::vector<Complaint> complaints_;
};

}  // namespace

void apply_school_table(DistrictProfile& district, const std::filesystem::path& csv) {
  district = SchoolTable(district, csv).corrected();
}

void write_school_table(const DistrictProfile& district, const std::filesystem::path& csv) {
  const TableDefaults defaults = table_defaults(district);
  std::string text =
      "id,name,coaches,coaches_origin,assistant_principals,assistant_principals_origin,teachers,teachers_origin,"
      "dollars,dollars_origin,feeder,feeder_origin\n";
  for (std::size_t row = 0; row < district.schools.size(); ++row) {
    const SchoolProfile& school = district.schools[row];
    const SchoolOrigins& origins = school.origins;
    const std::string feeder = feeder_cell(district, school);
    const std::array<std::string, 12> cells = {as_csv_cell(school.id),
                                               as_csv_cell(school.name),
                                               std::to_string(defaults.coaches[row]),
                                               origin_name(origins.coaches),
                                               std::to_string(defaults.assistant_principals[row]),
                                               origin_name(origins.assistant_principals),
                                               std::to_string(school.teachers),
                                               origin_name(origins.teachers),
                                               number_text(defaults.dollars[row]),
                                               origin_name(origins.dollars),
                                               as_csv_cell(feeder),
                                               feeder.empty() ? "" : origin_name(origins.feeder)};
    for (std::size_t column = 0; column < cells.size(); ++column) text += (column == 0 ? "" : ",") + cells[column];
    text += "\n";
  }
  write_text(csv, text);
}

}  // namespace districtsim
