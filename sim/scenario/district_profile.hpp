#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace districtsim {

/// Grades PK, K, 1 to 12 as rows 0 to 13.
constexpr int grade_count = 14;
constexpr int pre_kindergarten = 0;
constexpr int kindergarten = 1;
[[nodiscard]] constexpr int grade_row(int grade) { return grade + 1; }  ///< of grade 1 to 12

/// "PK", "KG", "01" ... "12", the spelling of NCES.
[[nodiscard]] std::string grade_name(int row);

enum class SchoolLevel : std::uint8_t { elementary, middle, high };
[[nodiscard]] std::string_view level_name(SchoolLevel level);

/// Where a number of a school comes from: counted by somebody, or inferred by a stated rule.
enum class Origin : std::uint8_t { measured, assumed };

/// Of the numbers a person can correct; those left to a rule (-1) are assumed.
struct SchoolOrigins {
  Origin teachers = Origin::assumed;
  Origin coaches = Origin::assumed;
  Origin assistant_principals = Origin::assumed;
  Origin dollars = Origin::assumed;
  Origin feeder = Origin::assumed;

  friend bool operator==(const SchoolOrigins&, const SchoolOrigins&) = default;
};

/// One school as data or a synthetic recipe describe it, before anybody is placed in it.
struct SchoolProfile {
  std::string id;  ///< NCESSCH (12 characters, leading zeros) or a synthetic id
  std::string name;
  std::uint32_t key = 0;  ///< of its people's luck: from the id, never from the row; unique in a district
  SchoolLevel level = SchoolLevel::elementary;
  bool title_one = false;
  int lowest_grade = 0;                       ///< row of the lowest grade served
  int highest_grade = 0;                      ///< row of the highest grade served; leavers go to the feeder school
  std::array<int, grade_count> students{};    ///< by grade
  std::array<int, grade_count> low_income{};  ///< of them from low-income families, by grade
  int teachers = 0;                           ///< posts
  int coaches = -1;                           ///< posts; -1: by the framework's staffing rule
  int assistant_principals = -1;              ///< posts; -1: by the staffing rule
  double dollars = -1.0;                      ///< a year, apart from staff; -1: by the rule
  int feeder = -1;                            ///< row of the school its highest grade goes to; -1: leaves the district
  double latitude = 0.0;                      ///< degrees; 0 and 0: unknown
  double longitude = 0.0;                     ///< degrees
  SchoolOrigins origins;

  [[nodiscard]] int enrolment() const;
  [[nodiscard]] int low_income_students() const;
  /// Share of students from low-income families, 0 to 1; 0 without students.
  [[nodiscard]] double low_income_share() const;

  friend bool operator==(const SchoolProfile&, const SchoolProfile&) = default;
};

/// A district as data or a synthetic recipe describe it.
struct DistrictProfile {
  std::string name;
  std::string id;    ///< LEAID, or "synthetic"
  std::string year;  ///< of the data, "2020-2021"
  std::vector<SchoolProfile> schools;
  std::vector<std::string> notes;            ///< what was missing and what was assumed, for people
  std::vector<std::uint32_t> network_begin;  ///< first school of each director's caseload, one longer; by framework

  friend bool operator==(const DistrictProfile&, const DistrictProfile&) = default;
};

}  // namespace districtsim
