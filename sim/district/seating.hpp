#pragma once

#include <vector>

#include "sim/district/district.hpp"

namespace districtsim {

/// A person whose post was closed: the values of their row.
struct DisplacedTeacher {
  SchoolId school;
  Teachers row;  ///< a table of one row
};

/// Gives every school `posts[school]` teaching posts: rows stay in the order of school, team, post; the posts of the
/// highest numbers close, and their holders take a vacant post of the school or are returned; new posts are vacant.
[[nodiscard]] std::vector<DisplacedTeacher> set_teaching_posts(District& district, const std::vector<int>& posts);

/// Copies every column of one teacher to another row, which may be in another table; key, traits and state go along,
/// school, post and subject stay.
void move_teacher(const Teachers& from, std::size_t from_row, Teachers& to, std::size_t to_row);

/// From one row of a table to another, which is vacant by then.
struct SeatChange {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};
/// move_teacher for each change in their order, with the old row vacated; each column by itself, in parallel.
void change_seats(const std::vector<SeatChange>& changes, Teachers& teachers);

/// Leaves a post without a holder.
void vacate(Teachers& teachers, std::size_t row);

}  // namespace districtsim
