#include "sim/scenario/school_posts.hpp"

#include <cstddef>

#include "sim/rules/staffing.hpp"

namespace districtsim {

std::vector<int> coach_posts(const DistrictProfile& district, double teachers_per_coach) {
  std::vector<double> teachers;
  for (const SchoolProfile& school : district.schools) teachers.push_back(school.teachers);
  std::vector<int> posts = posts_by_load(teachers, teachers_per_coach, most_coaches);
  for (std::size_t row = 0; row < posts.size(); ++row) {
    if (district.schools[row].coaches >= 0) posts[row] = district.schools[row].coaches;
  }
  return posts;
}

std::vector<int> assistant_principal_posts(const DistrictProfile& district) {
  std::vector<double> elementary;
  std::vector<double> secondary;
  for (const SchoolProfile& school : district.schools) {
    const bool young = school.level == SchoolLevel::elementary;
    elementary.push_back(young ? school.enrolment() : 0.0);
    secondary.push_back(young ? 0.0 : school.enrolment());
  }
  const StaffingParameters p;
  std::vector<int> posts = posts_by_load(elementary, p.elementary_students_per_assistant, most_assistant_principals);
  const std::vector<int> more = posts_by_load(secondary, p.secondary_students_per_assistant, most_assistant_principals);
  for (std::size_t row = 0; row < posts.size(); ++row) {
    const int given = district.schools[row].assistant_principals;
    posts[row] = given >= 0 ? given : posts[row] + more[row];
  }
  return posts;
}

std::vector<std::uint32_t> director_caseloads(std::size_t schools, double schools_per_director) {
  const double wanted = std::floor(static_cast<double>(schools) / schools_per_director + 0.5);
  const auto directors = static_cast<std::size_t>(std::max(1.0, wanted));
  std::vector<std::uint32_t> begin;
  for (std::size_t row = 0; row <= directors; ++row) {
    begin.push_back(static_cast<std::uint32_t>(row * schools / directors));
  }
  return begin;
}

std::vector<double> school_dollars(const DistrictProfile& district, double dollars_per_student) {
  std::vector<double> dollars;
  for (const SchoolProfile& school : district.schools) {
    dollars.push_back(school.dollars >= 0.0 ? school.dollars
                                            : school_dollars_for(school.enrolment(), dollars_per_student));
  }
  return dollars;
}

}  // namespace districtsim
