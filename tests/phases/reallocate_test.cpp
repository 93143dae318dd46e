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
  plan.interventionists = district.schools.interventionists;
  plan.early = district.schools.early_posts;
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

TEST(Reallocate, EarlyGradePostsAreTeachingPostsThatChangeTheirSchoolAndTheirClasses) {
  Reallocation move = move_of(Resource::early_grade_fte, 3.0, NeedSelection::lowest_half, NeedSelection::highest_half);
  SmallWorld world(with_move(move));
  world.district.schools.early_posts[0] = 0;
  PostPlan plan = plan_of(world.district);
  reallocate(world.conditions, world.year(1), plan, world.district);
  EXPECT_EQ(sum(plan.teachers), sum(plan_of(world.district).teachers));
  EXPECT_EQ(sum(plan.early), 3) << "no giver had one: ordinary posts become posts for early grades";
  for (std::size_t school = 0; school < plan.early.size(); ++school) {
    if (plan.early[school] == 0) continue;
    EXPECT_GE(world.district.schools.need_band[school], 2);
    EXPECT_LE(world.scenario.district.schools[school].lowest_grade, 4) << "grade 3";
  }
}

TEST(Reallocate, PostsForEarlyGradesAreNoMoreThanTeachingPostsAfterAMoveAndItsReturn) {
  SmallWorld world(
      with_move(move_of(Resource::teacher_fte, 5.0, NeedSelection::lowest_half, NeedSelection::highest_half)));
  District& d = world.district;
  PostPlan plan = plan_of(d);
  plan.early = plan.teachers;
  const auto expect_early_among_teachers = [&] {
    for (std::size_t school = 0; school < plan.early.size(); ++school) {
      EXPECT_LE(plan.early[school], plan.teachers[school]);
    }
  };
  reallocate(world.conditions, world.year(1), plan, d);
  expect_early_among_teachers();
  d.decisions.returning = d.decisions.standing;
  plan.early = plan.teachers;
  reallocate(world.conditions, world.year(2), plan, d);
  EXPECT_EQ(plan.teachers, plan_of(d).teachers);
  expect_early_among_teachers();
}

TEST(Reallocate, EqualPartsAddUpToTheWholeOverTheYears) {
  Reallocation posts = move_of(Resource::coach_fte, 5.0, NeedSelection::lowest_half, NeedSelection::highest_half);
  posts.years = 3;
  Scenario scenario = with_move(posts);
  Reallocation percent =
      move_of(Resource::dollars_percent, 1.0, NeedSelection::lowest_half, NeedSelection::highest_half);
  percent.years = 3;
  scenario.reallocations.push_back(percent);
  SmallWorld world(scenario);
  const Ledger& ledger = world.district.ledger;
  const Cents one_percent = from_dollars(
      in_dollars(std::accumulate(ledger.school_at_start.begin(), ledger.school_at_start.end(), Cents{0})) / 100.0);
  PostPlan plan = plan_of(world.district);
  const PostPlan before = plan;
  std::vector<int> parts;
  for (int year = 1; year <= 4; ++year) {
    const PostPlan last = plan;
    reallocate(world.conditions, world.year(year), plan, world.district);
    int given = 0;
    for (std::size_t school = 0; school < 24; ++school)
      given += std::max(0, last.coaches[school] - plan.coaches[school]);
    parts.push_back(given);
  }
  EXPECT_EQ(parts, (std::vector<int>{2, 2, 1, 0}));
  Cents dollars = 0;
  for (std::size_t school = 0; school < 24; ++school) {
    const Cents own =
        ledger.moved[school] - world.district.prices.coach * (plan.coaches[school] - before.coaches[school]);
    dollars += std::max(Cents{0}, own);
  }
  EXPECT_EQ(dollars, one_percent);
}

TEST(Reallocate, PrincipalsHoursAreLentInEqualSharesAndAtMostTwoDaysAWeek) {
  SmallWorld world(with_move(move_of(Resource::principal_hours, 30.0, NeedSelection::lowest, NeedSelection::highest)));
  PostPlan plan = plan_of(world.district);
  reallocate(world.conditions, world.year(1), plan, world.district);
  const std::vector<Minutes>& lent = world.district.schools.lent;
  EXPECT_EQ(std::accumulate(lent.begin(), lent.end(), 0), 0);
  const auto spans = std::count(lent.begin(), lent.end(), -600);
  EXPECT_EQ(spans, 3) << "30 hours of three principals, one of each span";
  EXPECT_EQ(std::count(lent.begin(), lent.end(), 600), 3);
  EXPECT_EQ(world.district.ledger.moved, std::vector<Cents>(24, 0));
}

TEST(Reallocate, WhatTheBoardTookBackGoesBackAndPartsToComeAreGivenUp) {
  Reallocation posts = move_of(Resource::coach_fte, 4.0, NeedSelection::lowest_half, NeedSelection::highest_half);
  posts.years = 2;
  SmallWorld world(with_move(posts));
  District& d = world.district;
  PostPlan plan = plan_of(d);
  const PostPlan before = plan;
  reallocate(world.conditions, world.year(1), plan, d);
  ASSERT_EQ(d.decisions.standing.size(), 2U);
  const StandingMove kept = d.decisions.standing[0];
  const StandingMove lost = d.decisions.standing[1];
  d.decisions.returning = {kept, lost};
  d.decisions.abandoned[0] = 1;
  plan.coaches[lost.to] = 0;  // the receiver has closed its posts meanwhile
  const int left = sum(plan.coaches);
  reallocate(world.conditions, world.year(2), plan, d);
  EXPECT_EQ(sum(plan.coaches), left) << "no post comes from nowhere";
  EXPECT_EQ(d.ledger.moved, std::vector<Cents>(24, 0)) << "the money goes back anyway";
  EXPECT_TRUE(d.decisions.returning.empty());
  if (kept.to != lost.to && kept.from != lost.from) {
    EXPECT_EQ(plan.coaches[kept.from], before.coaches[kept.from]);
    EXPECT_EQ(plan.coaches[lost.from], before.coaches[lost.from] - 1);
  }
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
  expect_refused(move_of(Resource::dollars_percent, 50.0, NeedSelection::lowest, NeedSelection::highest), "dollars");
  expect_refused(move_of(Resource::intervention_fte, 1.0, NeedSelection::lowest, NeedSelection::highest),
                 "can give up only 0");
  expect_refused(move_of(Resource::principal_hours, 100.0, NeedSelection::lowest, NeedSelection::highest),
                 "away for 33.3 hours");
  Reallocation nobody = move_of(Resource::coach_fte, 1.0, NeedSelection::any, NeedSelection::any);
  nobody.to.names = {"No such school"};
  expect_refused(nobody, "`to`");
}

}  // namespace
}  // namespace districtsim
