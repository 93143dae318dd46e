#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "sim/core/apportion.hpp"
#include "sim/scenario/data_complaints.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/feeders.hpp"
#include "sim/scenario/nces_file.hpp"
#include "sim/scenario/nces_school.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/school_keys.hpp"
#include "sim/scenario/school_posts.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

constexpr double national_students_per_teacher = 15.1;  // NEA 2025
constexpr double assumed_low_income_share = 0.5;        // where no school of a district tells

std::string decimals(double value, double unit) { return number_text(std::round(value / unit) * unit); }
std::string percent(double share) { return number_text(std::round(share * 1000.0) / 10.0) + " %"; }
std::string school_label(const SchoolProfile& school) { return school.name + " (" + school.id + ")"; }

/// FTE are reported to hundredths; exports add single-precision noise (204.6300049).
double to_hundredths(double fte) { return std::round(fte * 100.0) / 100.0; }

/// Completes the schools' own rows with what takes the whole district.
class NcesImport {
 public:
  explicit NcesImport(NcesDistrict source) : source_(std::move(source)) {}

  DistrictProfile profile() {
    district_.name = source_.name;
    district_.id = source_.id;
    district_.year = source_.year;
    district_.notes = source_.notes;
    keep_schools();
    put_teachers();
    put_low_income();
    put_feeders();
    put_keys();
    note_places();
    return std::move(district_);
  }

 private:
  void note(const std::string& text) { district_.notes.push_back(text); }

  void keep_schools() {
    std::vector<std::string> empty;
    for (const NcesSchool& row : source_.schools) {
      if (std::optional<SchoolProfile> school = school_from_nces(row, district_.notes)) {
        district_.schools.push_back(std::move(*school));
        rows_.push_back(&row);
      } else {
        empty.push_back(row.label());
      }
    }
    if (!empty.empty()) {
      note(std::to_string(empty.size()) + (empty.size() == 1 ? " school" : " schools") +
           " without students in PK to grade 12 left out: " + listed(empty));
    }
    if (!district_.schools.empty()) return;
    refuse_data({{source_.schools.front().place, "district " + source_.id + " has no school with students"}});
  }

  /// The district's students to each teacher, over the schools that report teachers.
  [[nodiscard]] std::optional<double> measured_ratio() const {
    double students = 0.0;
    double teachers = 0.0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (rows_[row]->teachers.value_or(0.0) <= 0.0) continue;
      students += district_.schools[row].enrolment();
      teachers += to_hundredths(*rows_[row]->teachers);
    }
    return teachers > 0.0 ? std::optional(students / teachers) : std::nullopt;
  }

  [[nodiscard]] std::vector<double> teacher_fte() {
    const std::optional<double> measured = measured_ratio();
    const double ratio = measured.value_or(national_students_per_teacher);
    std::vector<double> fte;
    bool noise = false;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      SchoolProfile& school = district_.schools[row];
      const double reported = rows_[row]->teachers.value_or(0.0);
      if (reported > 0.0) {
        school.origins.teachers = Origin::measured;
        fte.push_back(to_hundredths(reported));
        noise = noise || std::abs(fte.back() - reported) > 1e-9;
        continue;
      }
      fte.push_back(school.enrolment() / ratio);
      note(school_label(school) + ": FTE is " + (rows_[row]->teachers ? "0" : "missing") + "; assumed " +
           decimals(fte.back(), 0.01) + " = " + std::to_string(school.enrolment()) + " students / " +
           decimals(ratio, 0.01) +
           (measured ? " (the district's ratio)" : " (the ratio of the United States, NEA 2025)"));
    }
    if (noise) note("FTE carry single-precision noise; they are read to the hundredth");
    return fte;
  }

  void put_teachers() {
    const std::vector<double> fte = teacher_fte();
    double sum = 0.0;
    for (const double posts : fte) sum += posts;
    const int schools = static_cast<int>(fte.size());
    const int total = std::max(schools, static_cast<int>(std::floor(sum + 0.5)));
    const std::vector<int> posts = apportion_at_least(fte, total, 1);
    std::vector<Complaint> complaints;
    double change = 0.0;
    for (std::size_t row = 0; row < posts.size(); ++row) {
      district_.schools[row].teachers = posts[row];
      change = std::max(change, std::abs(posts[row] - fte[row]));
      if (posts[row] <= most_teachers) continue;
      complaints.push_back({rows_[row]->place, rows_[row]->label() + " has " + std::to_string(posts[row]) +
                                                   " teacher posts, must have at most " +
                                                   std::to_string(most_teachers)});
    }
    refuse_data(complaints);
    note(decimals(sum, 0.01) + " teacher FTE become " + std::to_string(total) +
         " whole posts, by largest remainder and at least 1 a school (no school changes by more than " +
         decimals(change, 0.01) + ")");
  }

  void put_low_income() {
    std::vector<std::optional<double>> shares;
    int reported = 0;
    int reduced = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      shares.push_back(lunch_share(*rows_[row], district_.schools[row].enrolment(), district_.notes));
      if (!shares.back()) continue;
      ++reported;
      // A missing count does not tell that there are none.
      reduced += rows_[row]->reduced_lunch.value_or(1);
    }
    const bool direct = reported > 0 && reduced == 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      SchoolProfile& school = district_.schools[row];
      const double share = shares[row] ? *shares[row] : assumed_share(school, shares);
      const std::array<int, grade_count>& students = school.students;
      const std::vector<double> weights(students.begin(), students.end());
      const std::vector<int> low = apportion(weights, static_cast<int>(std::floor(share * school.enrolment() + 0.5)));
      std::copy(low.begin(), low.end(), school.low_income.begin());
    }
    if (reported > 0) {
      note(
          "low-income students are those with free or reduced-price lunch (TOTFRL); a school's share is assumed the "
          "same in all its grades");
    }
    if (direct) {
      note(
          "warning: no school reports reduced-price lunch (REDLCH is 0 in all), as where only directly certified "
          "students are counted; need may be understated");
    }
  }

  /// The share of the schools of the same level that report one, else of all, else a stated guess.
  double assumed_share(const SchoolProfile& school, const std::vector<std::optional<double>>& shares) {
    for (const bool same_level : {true, false}) {
      double low = 0.0;
      double all = 0.0;
      for (std::size_t row = 0; row < shares.size(); ++row) {
        const SchoolProfile& other = district_.schools[row];
        if (!shares[row] || (same_level && other.level != school.level)) continue;
        low += *shares[row] * other.enrolment();
        all += other.enrolment();
      }
      if (all == 0.0) continue;
      const std::string of = same_level ? std::string(level_name(school.level)) + " schools" : "schools";
      note(school_label(school) + ": free and reduced-price lunch are missing; assumed " + percent(low / all) +
           " low-income, the share of the district's " + of);
      return low / all;
    }
    note(school_label(school) + ": free and reduced-price lunch are missing in the whole district; assumed " +
         percent(assumed_low_income_share) + " low-income");
    return assumed_low_income_share;
  }

  void put_feeders() {
    const std::vector<int> feeders = nearest_feeders(district_.schools);
    int found = 0;
    for (std::size_t row = 0; row < feeders.size(); ++row) {
      SchoolProfile& school = district_.schools[row];
      school.feeder = feeders[row];
      if (school.feeder >= 0) {
        ++found;
      } else if (school.highest_grade + 1 < grade_count) {
        note(school_label(school) + ": no school serves grade " + grade_name(school.highest_grade + 1) +
             "; its leavers leave the district");
      }
    }
    if (found == 0) return;
    note(
        "feeder schools of " + std::to_string(found) +
        " schools are assumed: leavers go to the nearest school that begins with their next grade, else to the nearest "
        "that serves it (great-circle distance); a school table can correct them");
  }

  void put_keys() {
    std::vector<std::string> ids;
    for (const SchoolProfile& school : district_.schools) ids.push_back(school.id);
    const std::vector<std::uint32_t> keys = school_keys(ids);
    for (std::size_t row = 0; row < keys.size(); ++row) district_.schools[row].key = keys[row];
  }

  void note_places() {
    std::vector<std::string> unknown;
    for (const NcesSchool* row : rows_) {
      if (!row->latitude) unknown.push_back(row->label());
    }
    if (!unknown.empty()) {
      note("no latitude and longitude, so taken as farthest from every other school: " + listed(unknown));
    }
  }

  NcesDistrict source_;
  std::vector<const NcesSchool*> rows_;  ///< of district_.schools
  DistrictProfile district_;
};

}  // namespace

DistrictProfile profile_from_nces(const std::filesystem::path& csv, const std::string& lea) {
  return NcesImport(read_nces_district(csv, lea)).profile();
}

}  // namespace districtsim
