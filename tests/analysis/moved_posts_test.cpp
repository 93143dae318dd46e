#include "analysis/moved_posts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/analysis/hand_record.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

using Rows = std::vector<std::size_t>;

Scenario with_move(const Scenario& base, double amount) {
  Scenario scenario = base;
  Reallocation move;
  move.amount = amount;
  move.year = 2;
  move.from.names = {base.district.schools[0].id, base.district.schools[1].id};
  move.to.names = {base.district.schools[2].id};
  scenario.reallocations.push_back(move);
  return scenario;
}

/// School 0 has a post less and school 2 one more, from year 2 on.
double one_post(int year, std::size_t school) {
  if (year < 2) return 0.0;
  return school == 0 ? -1.0 : (school == 2 ? 1.0 : 0.0);
}

TEST(MovedPosts, OnlySchoolsWhosePostsChangeGiveOrReceive) {
  const Scenario base = small_scenario(4, 80);
  const std::vector<CoachMove> moves = differing_moves(base, with_move(base, 1));
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0].from, (Rows{0, 1}));
  EXPECT_EQ(moves[0].to, (Rows{2}));
  const MovedPosts moved = moved_posts(moves, 3, one_post);
  EXPECT_EQ(moved.giving, (Rows{0}));
  EXPECT_EQ(moved.receiving, (Rows{2}));
}

TEST(MovedPosts, AMoveThatOnlyTheBaselineMakesIsTurnedAround) {
  const Scenario base = small_scenario(4, 80);
  const std::vector<CoachMove> moves = differing_moves(with_move(base, 1), base);
  const MovedPosts moved = moved_posts(moves, 3, [](int year, std::size_t school) { return -one_post(year, school); });
  EXPECT_EQ(moved.giving, (Rows{0}));
  EXPECT_EQ(moved.receiving, (Rows{2}));
}

TEST(MovedPosts, NobodyGivesWhereNothingMoves) {
  const Scenario base = small_scenario(4, 80);
  const Scenario moving = with_move(base, 1);
  EXPECT_TRUE(differing_moves(base, base).empty());
  EXPECT_TRUE(differing_moves(moving, moving).empty());
  Scenario off = moving;
  off.mechanisms.turn(Mechanism::reallocations, false);
  EXPECT_TRUE(differing_moves(base, off).empty());
  EXPECT_EQ(differing_moves(moving, off).size(), 1U);
  EXPECT_TRUE(moved_posts(differing_moves(base, moving), 1, one_post).giving.empty()) << "the move comes too late";
}

TEST(MovedPosts, HoursAreForEachTeacherOfTheSchools) {
  YearRecord record = empty_record(3, 1);
  for (std::size_t school = 0; school < 3; ++school) {
    put(record, Yearly::teachers, school, 10);
    put(record, Yearly::year_coach_hours, school, 100.0 * static_cast<double>(school));
  }
  const SchoolCoaching coaching = coaching_of(record);
  EXPECT_EQ(hours_per_teacher(coaching, Rows{1, 2}), 15.0);
  EXPECT_TRUE(std::isnan(hours_per_teacher(coaching, Rows{})));
}

}  // namespace
}  // namespace districtsim
