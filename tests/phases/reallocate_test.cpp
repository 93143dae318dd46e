#include "sim/phases/reallocate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>

#include "sim/core/failure.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

PostPlan plan_of(const District& district) {
  PostPlan plan;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    plan.teachers.push_back(static_cast<int>(district.schools.teachers(school)));
  }
  plan.coaches = district.schools.coaches;
  plan.assistants = district.schools.assistants;
  plan.managers = district.schools.managers;
  return plan;
}

Reallocation move_of(Resource what, double amount, NeedSelection from, NeedSelection to) {
  Reallocation move;
  move.what = what;
  move.amount = amount;
  move.year = 1;
  move.from.need = from;
  move.to.need = to;
  move.place = "plan.yaml:7:5";
  return move;
}

Scenario with_move(const Reallocation& move) {
  Scenario scenario = small_scenario(24, 1000);
  scenario.framework.teachers_per_coach = 20.0;
  scenario.reallocations.push_back(move);
  return scenario;
}

int sum(const std::vector<int>& posts) { return std::accumulate(posts.begin(), posts.end(), 0); }

TEST(Reallocate, MovesExactlyThePostsWithTheirMoney) {
  for (const Resource what : {Resource::coach_fte, Resource::teacher_fte, Resource::assistant_principal_fte}) {
    SmallWorld world(with_move(move_of(what, 5.0, NeedSelection::lowest_half, NeedSelection::highest_half)));
    PostPlan plan = plan_of(world.district);
    const PostPlan before = plan;
    reallocate(world.conditions, world.year(1), plan, world.district);
    const auto& was = what == Resource::coach_fte     ? before.coaches
                      : what == Resource::teacher_fte ? before.teachers
                                                      : before.assistants;
    const auto& is = what == Resource::coach_fte     ? plan.coaches
                     : what == Resource::teacher_fte ? plan.teachers
                                                     : plan.assistants;
    const PostPrices& prices = world.district.prices;
    const Cents price = what == Resource::coach_fte     ? prices.coach
                        : what == Resource::teacher_fte ? prices.teacher
                                                        : prices.assistant_principal;
    int given = 0;
    for (std::size_t school = 0; school < was.size(); ++school) {
      given += std::max(0, was[school] - is[school]);
      EXPECT_EQ(world.district.ledger.moved[school], price * (is[school] - was[school]));
      const bool high = world.district.schools.need_band[school] >= 2;
      EXPECT_TRUE(high ? is[school] >= was[school] : is[school] <= was[school]);
    }
    EXPECT_EQ(given, 5);
    EXPECT_EQ(sum(is), sum(was));
  }
}

TEST(Reallocate, MovesDollarsToTheCent) {
  SmallWorld world(
      with_move(move_of(Resource::dollars, 123456.78, NeedSelection::lowest_quarter, NeedSelection::highest_quarter)));
  PostPlan plan = plan_of(world.district);
  reallocate(world.conditions, world.year(1), plan, world.district);
  Cents given = 0;
  Cents taken = 0;
  for (const Cents amount : world.district.ledger.moved) (amount < 0 ? given : taken) += amount;
  EXPECT_EQ(taken, 12345678);
  EXPECT_EQ(given, -12345678);
  EXPECT_EQ(plan.teachers, plan_of(world.district).teachers);
}

TEST(Reallocate, HappensInItsYearOnly) {
  SmallWorld world(
      with_move(move_of(Resource::coach_fte, 2.0, NeedSelection::lowest_half, NeedSelection::highest_half)));
  PostPlan plan = plan_of(world.district);
  reallocate(world.conditions, world.year(2), plan, world.district);
  EXPECT_EQ(plan.coaches, world.district.schools.coaches);
}

TEST(Reallocate, SwitchedOffNothingMoves) {
  Scenario scenario =
      with_move(move_of(Resource::coach_fte, 2.0, NeedSelection::lowest_half, NeedSelection::highest_half));
  scenario.mechanisms.turn(Mechanism::reallocations, false);
  SmallWorld world(scenario);
  PostPlan plan = plan_of(world.district);
  reallocate(world.conditions, world.year(1), plan, world.district);
  EXPECT_EQ(plan.coaches, world.district.schools.coaches);
  EXPECT_EQ(world.district.ledger.moved, std::vector<Cents>(24, 0));
}

void expect_refused(const Reallocation& move, const std::string& part) {
  SmallWorld world(with_move(move));
  PostPlan plan = plan_of(world.district);
  try {
    reallocate(world.conditions, world.year(1), plan, world.district);
    FAIL() << "a move that cannot be made";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    EXPECT_NE(std::string(failure.what()).find("plan.yaml:7:5"), std::string::npos) << failure.what();
    EXPECT_NE(std::string(failure.what()).find(part), std::string::npos) << failure.what();
  }
}

TEST(Reallocate, WhatCannotBeMovedFailsWithItsPlace) {
  expect_refused(move_of(Resource::coach_fte, 1000.0, NeedSelection::lowest_half, NeedSelection::highest_half),
                 "coach posts");
  expect_refused(move_of(Resource::teacher_fte, 1000.0, NeedSelection::lowest_half, NeedSelection::highest_half),
                 "teaching posts");
  expect_refused(move_of(Resource::dollars, 9e8, NeedSelection::lowest_half, NeedSelection::highest_half), "dollars");
  Reallocation nobody = move_of(Resource::coach_fte, 1.0, NeedSelection::any, NeedSelection::any);
  nobody.to.names = {"No such school"};
  expect_refused(nobody, "`to`");
}

}  // namespace
}  // namespace districtsim
