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

/// Gives the coaches `first` to `end` of one school their caseloads: by turns from the list, so that each gets some of
/// the most urgent.
void share_out(const std::vector<std::uint32_t>& rows, std::size_t first, std::size_t end, std::size_t caseload,
               const Conditions& conditions, District& district) {
  Teachers& teachers = district.teachers;
  TeacherLeaders& leaders = district.teacher_leaders;
  const std::size_t coaches = end - first;
  const std::size_t taken = std::min(rows.size(), coaches * caseload);
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  for (std::size_t coach = first; coach < end; ++coach) {
    leaders.next[coach] = 0;
    for (std::size_t place = coach - first; place < taken; place += coaches) {
      const std::uint32_t row = rows[place];
      leaders.caseload.push_back(row);
      const auto leader = static_cast<std::uint32_t>(coach);
      if (leaders.key[coach] != teachers.last_coach[row]) teachers.trust_coach[row] = start;
      teachers.last_coach[row] = leaders.key[coach];
      teachers.coach[row] = leader;
    }
    leaders.caseload_begin.push_back(static_cast<std::uint32_t>(leaders.caseload.size()));
  }
}

}  // namespace

void plan_caseloads(const Conditions& conditions, const SchoolYear& year, District& district) {
  TeacherLeaders& leaders = district.teacher_leaders;
  order_by_school(leaders);
  std::fill(district.teachers.coach.begin(), district.teachers.coach.end(), no_coach);
  leaders.caseload.clear();
  leaders.caseload_begin.assign(1, 0);
  const auto caseload = static_cast<std::size_t>(conditions.scenario.support.coach_caseload + 0.5);
  std::size_t first = 0;
  while (first < leaders.size()) {
    std::size_t end = first;
    while (end < leaders.size() && leaders.school[end] == leaders.school[first]) ++end;
    if (conditions.on(Mechanism::coaching)) {
      share_out(by_urgency(conditions, year, district, leaders.school[first]), first, end, caseload, conditions,
                district);
    } else {
      for (std::size_t coach = first; coach < end; ++coach) leaders.caseload_begin.push_back(0);
    }
    first = end;
  }
}

}  // namespace districtsim
