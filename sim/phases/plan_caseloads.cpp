#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/parallel.hpp"
#include "sim/district/build_leaders.hpp"
#include "sim/district/purpose.hpp"
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

void order_by_school(TeacherLeaders& leaders) {
  std::vector<std::uint32_t> rows(leaders.size());
  std::iota(rows.begin(), rows.end(), 0U);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return leaders.school[a] != leaders.school[b] ? leaders.school[a] < leaders.school[b]
                                                  : leaders.key[a] < leaders.key[b];
  });
  keep_coaches(leaders, rows);
}

/// The coaches of one school, by row, and where their caseloads begin in the list of all.
struct SchoolCoaches {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t taken = 0;  ///< teachers they take on together

  [[nodiscard]] std::size_t size() const { return end - first; }
  /// Teachers that coach `number` of the school takes on: every size()-th of the list.
  [[nodiscard]] std::size_t caseload_of(std::size_t number) const { return (taken + size() - 1 - number) / size(); }
};

/// Schools with coaches, in order; leaders are in the order of schools.
std::vector<SchoolCoaches> coaches_by_school(const Conditions& conditions, const District& district) {
  const auto caseload = static_cast<std::size_t>(conditions.scenario.support.coach_caseload + 0.5);
  const TeacherLeaders& leaders = district.teacher_leaders;
  std::vector<SchoolCoaches> groups;
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    if (row == 0 || leaders.school[row] != leaders.school[row - 1]) groups.push_back({row, row, 0});
    SchoolCoaches& own = groups.back();
    own.end = row + 1;
    if (!conditions.on(Mechanism::coaching)) continue;
    own.taken = std::min<std::size_t>(district.schools.teachers(leaders.school[row]), own.size() * caseload);
  }
  return groups;
}

/// Makes room for all caseloads, in the order of leaders.
void size_caseloads(const std::vector<SchoolCoaches>& groups, TeacherLeaders& leaders) {
  std::uint32_t total = 0;
  leaders.caseload_begin.assign(1, 0);
  for (const SchoolCoaches& own : groups) {
    for (std::size_t number = 0; number < own.size(); ++number) {
      total += static_cast<std::uint32_t>(own.caseload_of(number));
      leaders.caseload_begin.push_back(total);
    }
  }
  leaders.caseload.resize(total);
}

/// Gives the coaches of one school their caseloads: by turns from the list, so that each gets some of the most urgent.
void share_out(const std::vector<std::uint32_t>& rows, const SchoolCoaches& coaches, const Conditions& conditions,
               District& district) {
  Teachers& teachers = district.teachers;
  TeacherLeaders& leaders = district.teacher_leaders;
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  for (std::size_t coach = coaches.first; coach < coaches.end; ++coach) {
    leaders.next[coach] = 0;
    std::uint32_t at = leaders.caseload_begin[coach];
    for (std::size_t place = coach - coaches.first; place < coaches.taken; place += coaches.size()) {
      const std::uint32_t row = rows[place];
      leaders.caseload[at++] = row;
      if (leaders.key[coach] != teachers.last_coach[row]) teachers.trust_coach[row] = start;
      teachers.last_coach[row] = leaders.key[coach];
      teachers.coach[row] = static_cast<std::uint32_t>(coach);
    }
  }
}

}  // namespace

void plan_caseloads(const Conditions& conditions, const SchoolYear& year, District& district) {
  TeacherLeaders& leaders = district.teacher_leaders;
  order_by_school(leaders);
  std::fill(district.teachers.coach.begin(), district.teachers.coach.end(), no_coach);
  const std::vector<SchoolCoaches> groups = coaches_by_school(conditions, district);
  size_caseloads(groups, leaders);
  if (!conditions.on(Mechanism::coaching)) return;
  for_blocks(groups.size(), 32, [&](Rows block) {
    for (std::size_t group = block.begin; group < block.end; ++group) {
      const SchoolCoaches& own = groups[group];
      share_out(by_urgency(conditions, year, district, leaders.school[own.first]), own, conditions, district);
    }
  });
}

}  // namespace districtsim
