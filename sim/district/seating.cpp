#include "sim/district/seating.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "sim/core/parallel.hpp"
#include "sim/district/teams.hpp"

namespace districtsim {

namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFFU;

/// Row of each post of a school now, by post number.
std::vector<std::uint32_t> rows_by_post(const District& district, std::size_t school) {
  const std::uint32_t begin = district.schools.teacher_begin[school];
  const std::uint32_t end = district.schools.teacher_begin[school + 1];
  std::vector<std::uint32_t> rows(end - begin, no_row);
  for (std::uint32_t row = begin; row < end; ++row) rows[district.teachers.post[row]] = row;
  return rows;
}

/// A new order of rows: where each comes from (or no_row), with its post; filled school by school.
struct NewOrder {
  std::vector<std::uint32_t> from;
  std::vector<std::uint16_t> post;
  std::vector<SchoolId> school;
  std::vector<std::uint32_t> closed;  ///< old rows whose posts close
};

void order_school(District& district, std::size_t school, int posts, NewOrder& order) {
  Schools& schools = district.schools;
  const std::uint32_t first_team = schools.team_begin[school];
  const std::uint32_t end_team = schools.team_begin[school + 1];
  const std::vector<std::uint32_t> old_rows =
      district.teachers.size() == 0 ? std::vector<std::uint32_t>{} : rows_by_post(district, school);
  const std::vector<std::uint16_t> team = team_of_posts(district.teams, first_team, end_team, posts);
  for (std::uint32_t t = first_team; t < end_team; ++t) {
    district.teams.teacher_begin[t] = static_cast<std::uint32_t>(order.from.size());
    for (std::size_t post = 0; post < team.size(); ++post) {
      if (team[post] != t - first_team) continue;
      order.from.push_back(post < old_rows.size() ? old_rows[post] : no_row);
      order.post.push_back(static_cast<std::uint16_t>(post));
      order.school.emplace_back(school);
    }
  }
  for (std::size_t post = team.size(); post < old_rows.size(); ++post) order.closed.push_back(old_rows[post]);
}

template <class Value>
void gather(Column<Value>& column, const std::vector<std::uint32_t>& from) {
  constexpr std::size_t grain = 8192;
  Column<Value> moved(from.size());
  for_blocks(from.size(), grain, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      if (from[row] != no_row) moved[row] = column[from[row]];
    }
  });
  column.swap(moved);
}

DisplacedTeacher displaced_from(const Teachers& teachers, std::uint32_t row) {
  DisplacedTeacher person;
  person.school = teachers.school[row];
  each_column(person.row, [](auto& column) { column.resize(1); });
  move_teacher(teachers, row, person.row, 0);
  return person;
}

/// Seats a displaced teacher in a vacant post of their school, if there is one.
bool seat_again(District& district, const DisplacedTeacher& person) {
  const std::uint32_t end = district.schools.teacher_begin[person.school + 1];
  for (std::uint32_t row = district.schools.teacher_begin[person.school]; row < end; ++row) {
    if (district.teachers.holder[row] != Holder::vacant) continue;
    move_teacher(person.row, 0, district.teachers, row);
    return true;
  }
  return false;
}

}  // namespace

void move_teacher(const Teachers& from, std::size_t from_row, Teachers& to, std::size_t to_row) {
  to.key[to_row] = from.key[from_row];
  to.holder[to_row] = from.holder[from_row];
  to.coach[to_row] = no_coach;
  to.last_coach[to_row] = from.last_coach[from_row];
  to.minutes_free[to_row] = from.minutes_free[from_row];
  to.experience[to_row] = from.experience[from_row];
  to.talent[to_row] = from.talent[from_row];
  to.learned[to_row] = from.learned[from_row];
  for (std::size_t d = 0; d < dimension_count; ++d) {
    to.stable[d][to_row] = from.stable[d][from_row];
    to.supported[d][to_row] = from.supported[d][from_row];
    to.supported_sum[d][to_row] = from.supported_sum[d][from_row];
  }
  to.absorption[to_row] = from.absorption[from_row];
  to.strain[to_row] = from.strain[from_row];
  to.strain_trait[to_row] = from.strain_trait[from_row];
  to.stipend_years[to_row] = from.stipend_years[from_row];
  to.mentor[to_row] = no_mentor;
  to.resistance[to_row] = from.resistance[from_row];
  to.resistance_anchor[to_row] = from.resistance_anchor[from_row];
  to.resistance_shared[to_row] = from.resistance_shared[from_row];
  to.expectations[to_row] = from.expectations[from_row];
  to.expectations_anchor[to_row] = from.expectations_anchor[from_row];
  to.expectations_shared[to_row] = from.expectations_shared[from_row];
  to.ownership[to_row] = from.ownership[from_row];
  to.ownership_anchor[to_row] = from.ownership_anchor[from_row];
  to.ownership_shared[to_row] = from.ownership_shared[from_row];
  to.efficacy[to_row] = from.efficacy[from_row];
  to.trust_coach[to_row] = from.trust_coach[from_row];
  to.trust_principal[to_row] = from.trust_principal[from_row];
}

void change_seats(const std::vector<SeatChange>& changes, Teachers& teachers) {
  const std::array<const void*, 6> of_seats = {&teachers.key,    &teachers.holder, &teachers.coach,
                                               &teachers.school, &teachers.post,   &teachers.subject};
  std::vector<std::function<void()>> columns;
  each_column(teachers, [&](auto& column) {
    const void* own = &column;
    if (std::find(of_seats.begin(), of_seats.end(), own) != of_seats.end()) return;
    columns.emplace_back([&changes, &column] {
      for (const SeatChange& change : changes) column[change.to] = column[change.from];
    });
  });
  columns.emplace_back([&changes, &teachers] {
    for (const SeatChange& change : changes) {
      teachers.key[change.to] = teachers.key[change.from];
      teachers.holder[change.to] = teachers.holder[change.from];
      teachers.coach[change.to] = no_coach;
      vacate(teachers, change.from);
    }
  });
  for_blocks(columns.size(), 1, [&](Rows block) { columns[block.begin](); });
}

void vacate(Teachers& teachers, std::size_t row) {
  teachers.holder[row] = Holder::vacant;
  teachers.key[row] = 0;
  teachers.coach[row] = no_coach;
}

std::vector<DisplacedTeacher> set_teaching_posts(District& district, const std::vector<int>& posts) {
  NewOrder order;
  std::vector<std::uint32_t> begin(1, 0);
  for (std::size_t school = 0; school < posts.size(); ++school) {
    order_school(district, school, posts[school], order);
    begin.push_back(static_cast<std::uint32_t>(order.from.size()));
  }
  district.teams.teacher_begin.back() = static_cast<std::uint32_t>(order.from.size());

  std::vector<DisplacedTeacher> displaced;
  for (const std::uint32_t row : order.closed) {
    if (district.teachers.holder[row] != Holder::vacant) displaced.push_back(displaced_from(district.teachers, row));
  }
  each_column(district.teachers, [&](auto& column) { gather(column, order.from); });
  district.schools.teacher_begin = begin;
  std::copy(order.post.begin(), order.post.end(), district.teachers.post.begin());
  std::copy(order.school.begin(), order.school.end(), district.teachers.school.begin());
  for (std::size_t team = 0; team < district.teams.size(); ++team) {
    const auto first = district.teachers.subject.begin();
    std::fill(first + district.teams.teacher_begin[team], first + district.teams.teacher_begin[team + 1],
              static_cast<std::int8_t>(district.teams.subject[team]));
  }
  for (std::size_t row = 0; row < order.from.size(); ++row) {
    if (order.from[row] == no_row) vacate(district.teachers, row);
  }
  std::vector<DisplacedTeacher> left_over;
  for (DisplacedTeacher& person : displaced) {
    if (person.row.holder[0] == Holder::substitute) continue;
    if (!seat_again(district, person)) left_over.push_back(std::move(person));
  }
  return left_over;
}

}  // namespace districtsim
