#include "sim/district/staff_posts.hpp"

#include "sim/district/person_key.hpp"
#include "sim/rules/staffing.hpp"

namespace districtsim {

namespace {

constexpr int most_coaches = assistant_post - coach_post;
constexpr int most_assistants = principal_post - 1 - assistant_post;

}  // namespace

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
  const StaffingParameters staffing;
  std::vector<double> elementary;
  std::vector<double> secondary;
  for (const SchoolProfile& school : district.schools) {
    const bool young = school.level == SchoolLevel::elementary;
    elementary.push_back(young ? school.enrolment() : 0);
    secondary.push_back(young ? 0 : school.enrolment());
  }
  std::vector<int> posts = posts_by_load(elementary, staffing.elementary_students_per_assistant, most_assistants);
  const std::vector<int> more = posts_by_load(secondary, staffing.secondary_students_per_assistant, most_assistants);
  for (std::size_t row = 0; row < posts.size(); ++row) {
    posts[row] += more[row];
    if (district.schools[row].assistant_principals >= 0) posts[row] = district.schools[row].assistant_principals;
  }
  return posts;
}

}  // namespace districtsim
