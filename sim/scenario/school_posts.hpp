#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// Most posts of one school; a person's key for luck has room for no more.
constexpr int most_teachers = 900;
constexpr int most_coaches = 60;
constexpr int most_assistant_principals = 60;

/// Whether a school serves kindergarten to grade 3 (rows 1 to 4).
[[nodiscard]] inline bool has_early_grades(const SchoolProfile& school) {
  return school.lowest_grade <= 4 && school.highest_grade >= 1;
}

/// Coach posts of each school: what the profile gives, else the staffing rule (round(teachers / teachers_per_coach)
/// posts in the district, by largest remainder of teachers). Posts given to one school change no other's.
[[nodiscard]] std::vector<int> coach_posts(const DistrictProfile& district, double teachers_per_coach);

/// Assistant principals of each school: what the profile gives, else the staffing rule, for elementary and for middle
/// and high schools apart.
[[nodiscard]] std::vector<int> assistant_principal_posts(const DistrictProfile& district);

/// First school of each director's caseload, one longer than the directors: blocks of schools, at least one director.
[[nodiscard]] std::vector<std::uint32_t> director_caseloads(std::size_t schools, double schools_per_director);

/// Dollars a year of each school apart from staff: what the profile gives, else so many a student. [$]
[[nodiscard]] std::vector<double> school_dollars(const DistrictProfile& district, double dollars_per_student);

}  // namespace districtsim
