#include "sim/district/teams.hpp"

#include <algorithm>

namespace districtsim {

namespace {

constexpr double usual_team = 8.0;          ///< teachers of a team that meets
constexpr double special_subjects = 0.25;   ///< of elementary posts: arts, sports, special education
constexpr double secondary_subject = 0.25;  ///< of secondary posts, each of reading and mathematics

/// Adds teams for a part of a school's posts.
void add_teams(Teams& teams, std::uint32_t school, int grade, Teams::Subject subject, double share, int posts) {
  const int count = std::max(1, static_cast<int>(share * posts / usual_team + 0.5));
  for (int i = 0; i < count; ++i) {
    teams.school.emplace_back(school);
    teams.grade.push_back(static_cast<std::int8_t>(grade));
    teams.subject.push_back(subject);
    teams.weight.push_back(static_cast<float>(share / count));
  }
}

void add_grade_teams(Teams& teams, std::uint32_t row, const SchoolProfile& school) {
  const double students = std::max(1, school.enrolment());
  for (int grade = school.lowest_grade; grade <= school.highest_grade; ++grade) {
    const double share = school.students[static_cast<std::size_t>(grade)] / students * (1.0 - special_subjects);
    if (share > 0.0) add_teams(teams, row, grade, Teams::Subject::both, share, school.teachers);
  }
  add_teams(teams, row, -1, Teams::Subject::other, special_subjects, school.teachers);
}

void add_subject_teams(Teams& teams, std::uint32_t row, const SchoolProfile& school) {
  add_teams(teams, row, -1, Teams::Subject::reading, secondary_subject, school.teachers);
  add_teams(teams, row, -1, Teams::Subject::mathematics, secondary_subject, school.teachers);
  add_teams(teams, row, -1, Teams::Subject::other, 1.0 - 2.0 * secondary_subject, school.teachers);
}

}  // namespace

void plan_teams(const DistrictProfile& profile, Teams& teams, Schools& schools) {
  schools.team_begin.assign(1, 0);
  for (std::uint32_t row = 0; row < profile.schools.size(); ++row) {
    const SchoolProfile& school = profile.schools[row];
    if (school.level == SchoolLevel::elementary) {
      add_grade_teams(teams, row, school);
    } else {
      add_subject_teams(teams, row, school);
    }
    schools.team_begin.push_back(static_cast<std::uint32_t>(teams.size()));
  }
  teams.teacher_begin.assign(teams.size() + 1, 0);
}

std::vector<std::uint16_t> team_of_posts(const Teams& teams, std::uint32_t first_team, std::uint32_t end_team,
                                         int posts) {
  std::vector<std::uint16_t> team(static_cast<std::size_t>(posts));
  std::vector<int> seats(end_team - first_team, 0);
  for (std::uint16_t& chosen : team) {
    double best = -1.0;
    for (std::uint32_t t = first_team; t < end_team; ++t) {
      const double average = static_cast<double>(teams.weight[t]) / (2.0 * seats[t - first_team] + 1.0);
      if (average > best) {
        best = average;
        chosen = static_cast<std::uint16_t>(t - first_team);
      }
    }
    ++seats[chosen];
  }
  return team;
}

}  // namespace districtsim
