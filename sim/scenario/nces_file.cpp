#include "sim/scenario/nces_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "sim/scenario/csv_table.hpp"
#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/school_keys.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

constexpr std::size_t district_id_length = 7;
constexpr std::size_t school_id_length = 12;
constexpr double most_of_a_school = 1'000'000.0;  // no count of a school is larger

std::string padded_id(const std::string& id, std::size_t length) {
  return std::string(length - std::min(length, id.size()), '0') + id;
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Reads the rows of one district and gathers what is wrong with them.
class NcesRows {
 public:
  NcesRows(const std::filesystem::path& csv, std::string lea) : table_(CsvTable::read(csv)), lea_(std::move(lea)) {}

  NcesDistrict district() {
    check_columns();
    refuse_data(complaints_);
    const std::vector<std::size_t> rows = rows_of_district();
    district_.id = padded_id(text(rows.front(), "LEAID"), district_id_length);
    district_.name = text(rows.front(), "LEA_NAME");
    district_.year = text(rows.front(), "SURVYEAR");
    if (district_.name.empty()) district_.name = "District " + district_.id;
    note_ids(rows.front());
    for (const std::size_t row : rows) district_.schools.push_back(school(row));
    refuse_data(complaints_);
    note_codes();
    std::stable_sort(district_.schools.begin(), district_.schools.end(),
                     [](const NcesSchool& a, const NcesSchool& b) { return a.id < b.id; });
    return std::move(district_);
  }

 private:
  [[nodiscard]] bool has(const char* column) const { return table_.column(column).has_value(); }

  [[nodiscard]] std::string text(std::size_t row, const char* name) const {
    const std::optional<std::size_t> column = table_.column(name);
    return column ? table_.text(row, *column) : "";
  }

  void complain(std::size_t row, const char* name, const std::string& message) {
    complaints_.push_back({table_.place(row, *table_.column(name)), message});
  }

  void check_columns() {
    for (const char* name : {"NCESSCH", "LEAID", "SCH_NAME"}) {
      if (has(name)) continue;
      complaints_.push_back({table_.header(), "there is no column " + std::string(name) +
                                                  ", which a file of NCES school characteristics has" +
                                                  did_you_mean(name, table_.columns())});
    }
    bool counts = has("TOTAL");
    for (int grade = 0; grade < grade_count; ++grade) counts = counts || has(grade_column(grade).c_str());
    if (!counts) complaints_.push_back({table_.header(), "there is no column of students (PK, KG, G01 to G12, TOTAL)"});
    std::vector<std::string> absent;
    for (const char* name :
         {"LEA_NAME", "SURVYEAR", "GSLO", "GSHI", "SCHOOL_LEVEL", "TITLEI", "TOTAL", "TOTFRL", "FTE"}) {
      if (!has(name)) absent.emplace_back(name);
    }
    for (int grade = 0; grade < grade_count; ++grade) {
      if (!has(grade_column(grade).c_str())) absent.push_back(grade_column(grade));
    }
    if (!absent.empty()) district_.notes.push_back("the file has no column " + listed(absent));
  }

  static std::string grade_column(int grade) { return (grade >= grade_row(1) ? "G" : "") + grade_name(grade); }

  [[nodiscard]] std::vector<std::size_t> rows_of_district() {
    const std::size_t column = *table_.column("LEAID");
    const std::string wanted = without_zeros(lea_);
    std::vector<std::size_t> rows;
    std::map<std::string, std::string> others;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::string id = table_.text(row, column);
      if (!wanted.empty() && without_zeros(id) == wanted) {
        rows.push_back(row);
      } else {
        others.emplace(id, text(row, "LEA_NAME"));
      }
    }
    if (rows.empty()) refuse_data({{table_.whole(), unknown_district(others)}});
    return rows;
  }

  [[nodiscard]] std::string unknown_district(const std::map<std::string, std::string>& others) const {
    std::vector<std::string> labels;
    std::vector<std::string> choices;
    std::map<std::string, std::string> id_of;
    for (const auto& [id, name] : others) {
      std::string label = id;
      if (!name.empty()) label.append(" (").append(name).append(")");
      labels.push_back(std::move(label));
      for (const std::string& choice : {id, name}) {
        choices.push_back(choice);
        id_of.emplace(choice, labels.back());
      }
    }
    const std::string near = nearest(lea_, choices);
    const std::string holds = labels.empty() ? "it has no rows" : "it holds " + listed(labels);
    return "no row has the LEAID " + lea_ + "; " + holds +
           (near.empty() ? "" : "; did you mean " + id_of.at(near) + "?");
  }

  void note_ids(std::size_t row) {
    const std::string written = text(row, "LEAID");
    if (written.size() < district_id_length) {
      district_.notes.push_back("the file has lost the leading zeros of its ids; they are put back (LEAID " + written +
                                " is " + district_.id + ")");
    }
    if (lea_ != district_.id) {
      district_.notes.push_back("LEAID " + lea_ + " was asked for and read as " + district_.id);
    }
  }

  void note_codes() {
    if (codes_ == 0) return;
    district_.notes.push_back(std::to_string(codes_) +
                              " cells with negative codes (-1 missing, -2 not applicable, -9 " +
                              "poor quality) are read as missing");
  }

  std::optional<double> number(std::size_t row, const char* name) {
    const std::string written = text(row, name);
    if (written.empty()) return std::nullopt;
    const std::optional<double> value = csv_number(written);
    if (!value || *value > most_of_a_school) {
      complain(row, name,
               std::string(name) + " is " + written + ", must be a number from 0 to 1000000, a negative code or blank");
      return std::nullopt;
    }
    if (*value >= 0.0) return value;
    ++codes_;
    return std::nullopt;
  }

  std::optional<int> count(std::size_t row, const char* name) {
    const std::optional<double> value = number(row, name);
    if (!value) return std::nullopt;
    if (std::floor(*value) == *value) return static_cast<int>(*value);
    complain(row, name, std::string(name) + " is " + text(row, name) + ", must be a whole number");
    return std::nullopt;
  }

  /// Degrees, where a place south or west is negative and no code; beyond `most` is no place in degrees.
  [[nodiscard]] std::optional<double> degrees(std::size_t row, const char* name, double most) const {
    const std::optional<double> value = csv_number(text(row, name));
    if (!value || std::abs(*value) > most) return std::nullopt;
    const bool code = *value == -1.0 || *value == -2.0 || *value == -9.0;
    return code || *value == 0.0 ? std::nullopt : value;
  }

  void put_place(std::size_t row, NcesSchool& school) const {
    for (const auto& [y, x] : {std::pair("LATCOD", "LONCOD"), std::pair("Y", "X")}) {
      const std::optional<double> latitude = degrees(row, y, 90.0);
      const std::optional<double> longitude = degrees(row, x, 180.0);
      if (!latitude || !longitude) continue;
      school.latitude = latitude;
      school.longitude = longitude;
      return;
    }
  }

  [[nodiscard]] std::string school_id(std::size_t row) {
    std::string written = text(row, "NCESSCH");
    if (!all_digits(written) || written.size() > school_id_length) {
      complain(row, "NCESSCH",
               "NCESSCH is " + (written.empty() ? "blank" : written) +
                   ", must be 12 digits (a spreadsheet may have changed it: import the column as text)");
      return written;
    }
    std::string id = padded_id(written, school_id_length);
    if (!ids_.insert(id).second)
      complain(row, "NCESSCH", "NCESSCH " + id + " appears twice in district " + district_.id);
    return id;
  }

  NcesSchool school(std::size_t row) {
    NcesSchool school;
    school.place = table_.place(row, *table_.column("NCESSCH"));
    school.id = school_id(row);
    school.name = text(row, "SCH_NAME");
    if (school.name.empty()) school.name = "School " + school.id;
    school.level = text(row, "SCHOOL_LEVEL");
    school.lowest = text(row, "GSLO");
    school.highest = text(row, "GSHI");
    school.title_one = text(row, "TITLEI");
    for (int grade = 0; grade < grade_count; ++grade) {
      school.students[static_cast<std::size_t>(grade)] = count(row, grade_column(grade).c_str());
    }
    school.grade_13 = count(row, "G13");
    school.ungraded = count(row, "UG");
    school.adults = count(row, "AE");
    school.total = count(row, "TOTAL");
    school.lunch = count(row, "TOTFRL");
    school.free_lunch = count(row, "FRELCH");
    school.reduced_lunch = count(row, "REDLCH");
    school.teachers = number(row, "FTE");
    put_place(row, school);
    const std::string year = text(row, "SURVYEAR");
    if (year != district_.year) {
      complain(row, "SURVYEAR",
               "SURVYEAR is " + year + ", but " + district_.year + " in rows above; keep one year's rows");
    }
    return school;
  }

  CsvTable table_;
  std::string lea_;
  NcesDistrict district_;
  std::set<std::string> ids_;
  int codes_ = 0;
  std::vector<Complaint> complaints_;
};

}  // namespace

NcesDistrict read_nces_district(const std::filesystem::path& csv, const std::string& lea) {
  return NcesRows(csv, lea).district();
}

}  // namespace districtsim
