#include <gtest/gtest.h>

#include <numeric>

#include "sim/phases/reallocate.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_moves() {
  Scenario scenario = small_scenario(24, 1000);
  scenario.framework.teachers_per_coach = 20.0;
  scenario.parameters.politics.vote_base = 50.0;  // the board always takes back
  scenario.parameters.politics.rolled_back_least = 0.5;
  scenario.parameters.politics.rolled_back_pushed = 0.0;
  for (const Resource what : {Resource::coach_fte, Resource::dollars, Resource::principal_hours}) {
    Reallocation move;
    move.what = what;
    move.amount = what == Resource::dollars ? 30000.0 : 6.0;
    move.years = what == Resource::dollars ? 3 : 1;
    move.from.need = NeedSelection::lowest_half;
    move.to.need = NeedSelection::highest_half;
    scenario.reallocations.push_back(move);
  }
  return scenario;
}

TEST(Vote, TakesAShareOfWhatStandsBackBeforeTheNextYear) {
  SmallWorld world(with_moves());
  District& d = world.district;
  const std::vector<int> at_start = d.schools.coaches;
  const PostPlan first = allocate(world.conditions, world.year(1), d);
  restaff(world.conditions, world.year(1), first, d);
  push_back(world.conditions, world.year(1), d);
  vote(world.conditions, world.year(1), d);
  EXPECT_EQ(d.decisions.rolled_back, 0.5);
  EXPECT_EQ(d.decisions.rolled_back_posts, 3);
  EXPECT_NEAR(in_dollars(d.decisions.rolled_back_cents), 5000.0, 1.0) << "half of the first third of the dollars";
  EXPECT_EQ(d.decisions.first_roll_back, 1);
  EXPECT_EQ(d.central.formula_kept, 1.0) << "nobody notices the usual weight";
  PostPlan plan = first;
  reallocate(world.conditions, world.year(2), plan, d);
  int missing = 0;
  for (std::size_t school = 0; school < 24; ++school) missing += std::max(0, at_start[school] - plan.coaches[school]);
  EXPECT_LE(missing, 3) << "three posts are back, and what the first year's principals closed";
  EXPECT_EQ(std::accumulate(d.ledger.moved.begin(), d.ledger.moved.end(), Cents{0}), 0);
  EXPECT_EQ(std::accumulate(d.schools.lent.begin(), d.schools.lent.end(), 0), 0);
  Minutes away = 0;
  for (const Minutes lent : d.schools.lent) away += std::max(0, lent);
  EXPECT_NEAR(away, 180, 12) << "half of six hours, but for what does not halve";
  EXPECT_EQ(d.decisions.abandoned, (std::vector<std::uint8_t>{1, 1, 1}));
}

TEST(Vote, AFormulaThatSchoolsNoticeIsContestedToo) {
  Scenario scenario = with_moves();
  scenario.reallocations.clear();
  scenario.framework.discretion = 0.5;
  scenario.framework.low_income_weight = 0.5;
  SmallWorld world(scenario);
  District& d = world.district;
  restaff(world.conditions, world.year(1), allocate(world.conditions, world.year(1), d), d);
  vote(world.conditions, world.year(1), d);
  EXPECT_EQ(d.central.formula_kept, 0.5);
  Cents gained = 0;
  for (std::size_t school = 0; school < 24; ++school) {
    gained += std::max(Cents{0}, d.ledger.school_allocation[school] - d.ledger.school_without[school]);
  }
  EXPECT_NEAR(static_cast<double>(d.decisions.rolled_back_cents), 0.5 * static_cast<double>(gained), 1.0);
}

TEST(Vote, NeedsSomethingThatStandsAndABoardThatVotes) {
  Scenario nothing = with_moves();
  nothing.reallocations.clear();
  SmallWorld empty(nothing);
  vote(empty.conditions, empty.year(1), empty.district);
  EXPECT_EQ(empty.district.decisions.first_roll_back, 0);
  for (const bool switched : {true, false}) {
    Scenario silent = with_moves();
    if (switched) silent.mechanisms.turn(Mechanism::board_votes, false);
    if (!switched) silent.politics.board_votes = false;
    SmallWorld world(silent);
    PostPlan plan = allocate(world.conditions, world.year(1), world.district);
    vote(world.conditions, world.year(1), world.district);
    EXPECT_EQ(world.district.decisions.first_roll_back, 0);
    EXPECT_FALSE(world.district.decisions.standing.empty());
  }
}

TEST(Vote, TheLoudestSchoolsGetTheirPostsBackFirst) {
  SmallWorld world(with_moves());
  District& d = world.district;
  restaff(world.conditions, world.year(1), allocate(world.conditions, world.year(1), d), d);
  const std::uint32_t loud = d.decisions.standing[3].from;
  d.schools.push_back[loud] = 2.0;
  vote(world.conditions, world.year(1), d);
  for (const StandingMove& move : d.decisions.standing) {
    if (move.posts > 0) {
      EXPECT_NE(move.from, loud);
    }
  }
}

}  // namespace
}  // namespace districtsim
