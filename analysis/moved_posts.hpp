#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Coaching in every school in one year of one run.
struct SchoolCoaching {
  std::vector<float> teachers;  ///< posts
  std::vector<float> coaches;   ///< posts
  std::vector<float> hours;     ///< with teachers, in the year
};
[[nodiscard]] SchoolCoaching coaching_of(const YearRecord& record);

/// Rows of schools that give coach posts away and of those that receive them.
struct MovedPosts {
  std::vector<std::size_t> giving;
  std::vector<std::size_t> receiving;
};

/// A move of coach posts that only one of two scenarios makes.
struct CoachMove {
  int year = 1;
  std::vector<std::size_t> from;  ///< rows
  std::vector<std::size_t> to;    ///< rows
  double sign = 1.0;              ///< 1: the alternative makes it; -1: only the baseline does
};

/// Moves of coach posts by which two scenarios differ; those both make do not count, nor those switched off.
[[nodiscard]] std::vector<CoachMove> differing_moves(const Scenario& baseline, const Scenario& alternative);

/// Mean over replicates of alternative minus baseline in a school's coach posts, by year from 1 and row.
using PostsChange = std::function<double(int year, std::size_t school)>;

/// Schools that a move lets give (receive) posts and that in its first year have fewer (more) of them than without the
/// move, by at least half a post in the mean of the replicates. Moves after year `years` never come.
[[nodiscard]] MovedPosts moved_posts(const std::vector<CoachMove>& moves, int years, const PostsChange& posts_change);

/// Coaches' hours with teachers for each teaching post of some schools; NaN without any.
[[nodiscard]] double hours_per_teacher(const SchoolCoaching& coaching, std::span<const std::size_t> schools);

}  // namespace districtsim
