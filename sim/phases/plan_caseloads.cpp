#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// How much a teacher leader wants to take a teacher on: novices first, then weak evidence seen with noise, and those
/// they know. Larger is sooner.
double urgency(const Conditions& conditions, const SchoolYear& year, const Teachers& teachers, std::uint32_t row) {
  const double observed_noise = std::sqrt(1.0 - conditions.parameters.teacher_effect.stable_practice_sd *
                                                    conditions.parameters.teacher_effect.stable_practice_sd);
  double practice = 0.0;
  for (int d = 0; d < dimension_count; ++d)
    practice += static_cast<double>(teachers.practice(row, d)) / dimension_count;
  const double seen =
      practice + observed_noise * conditions.draws.normal(Purpose::caseload_order, {teachers.key[row], 0}, year.start);
  const bool novice = static_cast<double>(teachers.experience[row]) < conditions.parameters.coaching.novice_years;
  return (novice ? 10.0 : 0.0) - seen;
}

/// Rows of a school's teachers in the order in which coaches take them on.
std::vector<std::uint32_t> by_urgency(const Conditions& conditions, const SchoolYear& year, const District& district,
                                      std::size_t school) {
  std::vector<std::uint32_t> rows(district.schools.teachers(school));
  std::iota(rows.begin(), rows.end(), district.schools.teacher_begin[school]);
  std::vector<double> order;
  order.reserve(rows.size());
  for (const std::uint32_t row : rows) order.push_back(urgency(conditions, year, district.teachers, row));
  const std::uint32_t first = district.schools.teacher_begin[school];
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return order[a - first] > order[b - first]; });
  return rows;
}

using Caseload = std::vector<TeacherId>;

/// Coaches of one school while they take teachers on.
struct SchoolCoaches {
  Rows rows;
  std::vector<std::size_t> room;  ///< teachers each can still take on
  std::size_t next = 0;           ///< whose turn it is

  /// The next with room, one of the teacher's subject if there is any; the number of coaches if nobody has room.
  [[nodiscard]] std::size_t choose(const TeacherLeaders& leaders, Teams::Subject subject,
                                   const TeacherLeaderParameters& p) const {
    std::size_t other = rows.size();
    for (std::size_t turn = 0; turn < rows.size(); ++turn) {
      const std::size_t coach = (next + turn) % rows.size();
      if (room[coach] == 0) continue;
      if (subject_fit(leaders.role[rows.begin + coach], subject, p) >= 1.0) return coach;
      if (other == rows.size()) other = coach;
    }
    return other;
  }
};

SchoolCoaches coaches_with_room(const Conditions& conditions, const TeacherLeaders& leaders, std::size_t school) {
  SchoolCoaches own;
  own.rows = leaders_of(leaders, school);
  for (std::size_t row = own.rows.begin; row < own.rows.end; ++row) {
    const double caseload = conditions.scenario.support.coach_caseload * time_of(leaders.role[row]).coaching;
    own.room.push_back(static_cast<std::size_t>(caseload + 0.5));
  }
  return own;
}

/// Coaches of one school take teachers on by turns from the list, so that each gets some of the most urgent.
void share_out(const Conditions& conditions, const SchoolYear& year, std::size_t school, District& district,
               std::vector<Caseload>& caseloads) {
  Teachers& teachers = district.teachers;
  const TeacherLeaders& leaders = district.teacher_leaders;
  SchoolCoaches own = coaches_with_room(conditions, leaders, school);
  if (own.rows.size() == 0) return;
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  for (const std::uint32_t row : by_urgency(conditions, year, district, school)) {
    const Teams::Subject subject = subject_of(district.teachers, row);
    const std::size_t chosen = own.choose(leaders, subject, conditions.parameters.teacher_leader);
    if (chosen == own.rows.size()) return;
    --own.room[chosen];
    own.next = (chosen + 1) % own.rows.size();
    const std::size_t coach = own.rows.begin + chosen;
    caseloads[coach].emplace_back(row);
    if (leaders.key[coach] != teachers.last_coach[row]) teachers.trust_coach[row] = start;
    teachers.last_coach[row] = leaders.key[coach];
    teachers.coach[row] = TeacherLeaderId(coach);
  }
}

/// Caseloads one after the other, in the order of leaders.
void list_caseloads(const std::vector<Caseload>& caseloads, TeacherLeaders& leaders) {
  leaders.caseload.clear();
  leaders.caseload_begin.assign(1, 0);
  for (const Caseload& own : caseloads) {
    leaders.caseload.insert(leaders.caseload.end(), own.begin(), own.end());
    leaders.caseload_begin.push_back(static_cast<std::uint32_t>(leaders.caseload.size()));
  }
  std::fill(leaders.next.begin(), leaders.next.end(), 0);
}

}  // namespace

void plan_caseloads(const Conditions& conditions, const SchoolYear& year, District& district) {
  TeacherLeaders& leaders = district.teacher_leaders;
  sort_by_school(district.schools.size(), leaders);
  assign_roles(conditions, district.schools, leaders);
  std::fill(district.teachers.coach.begin(), district.teachers.coach.end(), no_coach);
  std::vector<Caseload> caseloads(leaders.size());
  if (conditions.on(Mechanism::coaching)) {
    for_blocks(district.schools.size(), 32, [&](Rows block) {
      for (std::size_t school = block.begin; school < block.end; ++school) {
        share_out(conditions, year, school, district, caseloads);
      }
    });
  }
  list_caseloads(caseloads, leaders);
  choose_mentors(conditions, district);
}

}  // namespace districtsim
