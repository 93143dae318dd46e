#include "sim/district/invariants.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/build_ledger.hpp"
#include "sim/district/ledger_table.hpp"

namespace districtsim {

namespace {

void check_posts(const District& district) {
  const Schools& schools = district.schools;
  const Teachers& teachers = district.teachers;
  promise(schools.teacher_begin.back() == teachers.size(), "every teaching post belongs to a school");
  for (std::size_t school = 0; school < schools.size(); ++school) {
    promise(schools.early_posts[school] <= static_cast<int>(schools.teachers(school)),
            "posts for early grades are teaching posts");
  }
  constexpr std::size_t grain = 8192;
  for_blocks(teachers.size(), grain, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      promise(teachers.holder[row] != Holder::vacant, "every class has somebody in it when school begins");
      const SchoolId school = teachers.school[row];
      promise(schools.teacher_begin[school] <= row && row < schools.teacher_begin[school + 1],
              "a teacher's row lies in their school's");
    }
  });
  promise(district.teams.teacher_begin.back() == teachers.size(), "every teacher belongs to a team");
}

constexpr std::size_t key_parts = 256;

std::size_t part_of(PersonKey key) { return mix_keys(key, 0) % key_parts; }

/// Nobody's key occurs twice: keys are dealt into parts, and each part is sorted.
void check_people(const District& district) {
  const auto each_key = [&](const auto& visit) {
    for (const PersonKey key : district.teachers.key) visit(key);
    for (const PersonKey key : district.teacher_leaders.key) visit(key);
  };
  std::array<std::size_t, key_parts + 1> begin{};
  each_key([&](PersonKey key) { ++begin[part_of(key) + 1]; });
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<PersonKey> keys(begin.back());
  auto next = begin;
  each_key([&](PersonKey key) { keys[next[part_of(key)]++] = key; });
  for_blocks(key_parts, 1, [&](Rows parts) {
    const auto first = keys.begin() + static_cast<std::ptrdiff_t>(begin[parts.begin]);
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(begin[parts.end]);
    std::sort(first, end);
    promise(std::adjacent_find(first, end) == end, "nobody holds two posts");
  });
}

void check_coaches(const District& district) {
  std::vector<int> held(district.schools.size(), 0);
  for (const SchoolId school : district.teacher_leaders.school) ++held[school];
  for (std::size_t school = 0; school < held.size(); ++school) {
    promise(held[school] <= district.schools.coaches[school], "no teacher leader without a post");
  }
  const auto assistants =
      std::accumulate(district.schools.assistants.begin(), district.schools.assistants.end(), std::size_t{0},
                      [](std::size_t sum, int posts) { return sum + static_cast<std::size_t>(posts); });
  promise(assistants == district.assistant_principals.size(), "every assistant principal holds one post");
}

void check_hours(const Conditions& conditions, const District& district) {
  const Schools& schools = district.schools;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    const LeaderWeek& week = schools.leaders[school];
    promise(week.other + week.operations + week.instruction == week.total, "leaders' hours are conserved");
    promise(week.public_work <= week.other, "work with the public is a part of leaders' other duties");
    promise(week.other >= 0 && week.operations >= 0 && week.instruction >= 0, "no hours below zero");
    promise(schools.committed[school] >= schools.director_minutes[school] + schools.network_minutes[school],
            "directors' visits and networks are promised hours");
    promise(
        schools.committed[school] + schools.visit_minutes[school] + schools.inquiry_minutes[school] <= week.instruction,
        "leaders give no more than their instructional hours");
  }
  promise(std::accumulate(schools.lent.begin(), schools.lent.end(), Minutes{0}) == 0, "hours lent are hours borrowed");
  const double coach_week =
      conditions.parameters.coaching.work_week * conditions.scenario.support.coach_time_with_teachers;
  for (const Minutes minutes : district.teacher_leaders.minutes) {
    promise(minutes <= in_minutes(coach_week), "teacher leaders give no more than their protected hours");
  }
}

/// Minutes of one kind of person in a place since the year began; released time is given to teachers, not spent.
std::int64_t minutes_spent(const PlaceTally& place, PersonKind person) {
  const auto& hours = place.hours[static_cast<std::size_t>(person)];
  const std::int64_t all = std::accumulate(hours.begin(), hours.end(), std::int64_t{0});
  return all - hours[static_cast<std::size_t>(InteractionKind::resourcing)];
}

/// Nobody gives or receives more hours in a year than its weeks have.
void check_hours_of_year(const Conditions& conditions, const District& district) {
  const Parameters& p = conditions.parameters;
  const std::int64_t weeks = conditions.scenario.calendar.weeks_per_year;
  const Schools& schools = district.schools;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    const PlaceTally& place = district.support.places[school];
    const std::int64_t of_teacher = in_minutes(p.time_account.teacher_support);
    promise(minutes_spent(place, PersonKind::teacher) <=
                weeks * of_teacher * schools.teachers(school) + place.of(InteractionKind::resourcing).received,
            "teachers spend no more hours on support than they have");
    promise(minutes_spent(place, PersonKind::school_leader) <= weeks * schools.leaders[school].total,
            "school leaders spend no more hours than they work");
    promise(minutes_spent(place, PersonKind::teacher_leader) <=
                weeks * in_minutes(p.coaching.work_week) * schools.coaches[school],
            "teacher leaders spend no more hours than they work");
  }
  for (const Minutes minutes : district.directors.minutes) {
    promise(minutes <= in_minutes(p.assistance.work_week), "directors spend no more hours than they work");
  }
}

void check_money(const Conditions& conditions, const District& district) {
  const Ledger& ledger = district.ledger;
  promise(ledger.revenue == ledger.schools_total() + ledger.central + ledger.other_services + ledger.reserve,
          "revenue is spent or in reserve, to the cent");
  promise(total_of(ledger.moved) == 0, "what one gives another gets");
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    promise(ledger.school_staff[school] == staff_cost(district, school), "every post has its money");
    promise(ledger.school_staff[school] + ledger.school_programmes[school] + ledger.school_dollars[school] +
                    ledger.school_unspent[school] ==
                ledger.school_allocation[school],
            "a school's money is in posts, programmes, dollars or unspent, to the cent");
  }
  promise(ledger.central == central_cost(district) + ledger.new_posts, "every central post has its money");
  promise(ledger.reserve >= 0, "the reserve is not below 0");
  check_ledger_table(district, ledger_table(conditions, district));
}

void check_students(const District& district) {
  for (std::size_t row = 0; row < district.cells.size(); row += subject_count) {
    promise(district.cells.students[row] >= 0 && district.cells.students[row] == district.cells.students[row + 1],
            "the same students learn both subjects");
  }
}

}  // namespace

void check_invariants(const Conditions& conditions, const District& district) {
  check_posts(district);
  check_people(district);
  check_coaches(district);
  check_hours(conditions, district);
  check_hours_of_year(conditions, district);
  check_money(conditions, district);
  check_students(district);
}

}  // namespace districtsim
