#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

bool needs_mentor(const Conditions& conditions, const Teachers& teachers, std::size_t row) {
  return static_cast<double>(teachers.experience[row]) < conditions.parameters.coaching.novice_years;
}

float practice_of_colleague(const Teachers& teachers, std::size_t row) {
  float sum = 0.0F;
  for (int d = 0; d < dimension_count; ++d) sum += teachers.practice(row, d);
  return sum / dimension_count;
}

/// The colleague of highest practice in a team who is no novice and mentors nobody yet; no_mentor if there is none.
std::uint32_t best_free_colleague(const Conditions& conditions, const Teachers& teachers, Rows team,
                                  const std::vector<std::uint8_t>& mentors, std::size_t first) {
  std::uint32_t best = no_mentor;
  float most = 0.0F;
  for (std::size_t row = team.begin; row < team.end; ++row) {
    if (teachers.holder[row] != Holder::regular || needs_mentor(conditions, teachers, row)) continue;
    if (mentors[row - first] != 0) continue;
    const float practice = practice_of_colleague(teachers, row);
    if (best != no_mentor && practice <= most) continue;
    best = static_cast<std::uint32_t>(row);
    most = practice;
  }
  return best;
}

/// Teacher leaders whose role it is take novices by turns, as many as their hours allow.
struct MentorsByRole {
  std::vector<std::uint32_t> rows;
  std::vector<Minutes> left;
  std::size_t next = 0;

  std::uint32_t take(Minutes minutes) {
    for (std::size_t turn = 0; turn < rows.size(); ++turn) {
      const std::size_t place = (next + turn) % rows.size();
      if (left[place] < minutes) continue;
      left[place] -= minutes;
      next = place + 1;
      return mentor_by_role | rows[place];
    }
    return no_mentor;
  }
};

MentorsByRole mentors_by_role(const Conditions& conditions, const TeacherLeaders& leaders, std::size_t school) {
  MentorsByRole found;
  const Rows own = leaders_of(leaders, school);
  for (std::size_t row = own.begin; row < own.end; ++row) {
    const double share = time_of(leaders.role[row]).mentoring;
    if (share <= 0.0) continue;
    found.rows.push_back(static_cast<std::uint32_t>(row));
    found.left.push_back(minutes_for(share, protected_minutes(conditions), 0));
  }
  return found;
}

void choose_in_school(const Conditions& conditions, std::size_t school, District& district) {
  Teachers& teachers = district.teachers;
  const Minutes minutes = in_minutes(conditions.scenario.support.mentoring_hours);
  MentorsByRole by_role = mentors_by_role(conditions, district.teacher_leaders, school);
  const std::size_t first = district.schools.teacher_begin[school];
  std::vector<std::uint8_t> mentors(district.schools.teachers(school), 0);
  for (std::size_t team = district.schools.team_begin[school]; team < district.schools.team_begin[school + 1]; ++team) {
    const Rows members{district.teams.teacher_begin[team], district.teams.teacher_begin[team + 1]};
    for (std::size_t row = members.begin; row < members.end; ++row) {
      if (!needs_mentor(conditions, teachers, row)) continue;
      std::uint32_t mentor = by_role.take(minutes);
      if (mentor == no_mentor) {
        mentor = best_free_colleague(conditions, teachers, members, mentors, first);
        if (mentor != no_mentor) mentors[mentor - first] = 1;
      }
      teachers.mentor[row] = mentor;
    }
  }
}

}  // namespace

void choose_mentors(const Conditions& conditions, District& district) {
  std::fill(district.teachers.mentor.begin(), district.teachers.mentor.end(), no_mentor);
  if (!conditions.on(Mechanism::mentoring) || conditions.scenario.support.mentoring_hours <= 0.0) return;
  for_blocks(district.schools.size(), 32, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) choose_in_school(conditions, school, district);
  });
}

}  // namespace districtsim
