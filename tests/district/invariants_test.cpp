#include "sim/district/invariants.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "sim/core/contracts.hpp"
#include "sim/district/seating.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

using Breach = std::function<void(District&)>;

void expect_noticed(const char* what, const Breach& breach) {
  SmallWorld world(small_scenario(4, 160));
  check_invariants(world.conditions, world.district);
  breach(world.district);
  EXPECT_THROW(check_invariants(world.conditions, world.district), ContractViolation) << what;
}

TEST(Invariants, NoticeBreachesOfPosts) {
  expect_noticed("a class without a teacher", [](District& d) { vacate(d.teachers, 5); });
  expect_noticed("a teacher in another school's row", [](District& d) { d.teachers.school[0] = SchoolId(1); });
  expect_noticed("a post that no school has", [](District& d) { --d.schools.teacher_begin.back(); });
  expect_noticed("an early-grade post that is no teaching post", [](District& d) { d.schools.early_posts[0] = 500; });
  expect_noticed("a post that no team has", [](District& d) { --d.teams.teacher_begin.back(); });
}

TEST(Invariants, NoticeBreachesOfPeople) {
  expect_noticed("a teacher twice", [](District& d) { d.teachers.key[3] = d.teachers.key[90]; });
  expect_noticed("a coach who also teaches", [](District& d) { d.teacher_leaders.key[0] = d.teachers.key[7]; });
  expect_noticed("a coach without a post", [](District& d) { d.schools.coaches[d.teacher_leaders.school[0]] = 0; });
  expect_noticed("an assistant principal without a post", [](District& d) { ++d.schools.assistants[0]; });
}

TEST(Invariants, NoticeMoreHoursInAYearThanItHas) {
  constexpr Minutes a_life = 50'000'000;
  expect_noticed("a teacher's", [](District& d) {
    d.support.enter(0, InteractionKind::coaching, 1, 0, {PersonKind::teacher_leader, 0}, {PersonKind::teacher, a_life});
  });
  expect_noticed("a teacher leader's", [](District& d) {
    d.support.enter(0, InteractionKind::coaching, 1, 0, {PersonKind::teacher_leader, a_life}, {PersonKind::teacher, 0});
  });
  expect_noticed("a school leader's",
                 [](District& d) { d.support.enter(0, PersonKind::school_leader, OtherActivity::operations, a_life); });
  expect_noticed("a director's", [](District& d) { d.directors.minutes[0] = a_life; });
}

TEST(Invariants, NoticeBreachesOfHours) {
  expect_noticed("a minute from nowhere", [](District& d) { d.schools.leaders[0].instruction += 1; });
  expect_noticed("hours below zero", [](District& d) {
    d.schools.leaders[0].instruction = -1;
    d.schools.leaders[0].operations = 1;
  });
  expect_noticed("visits beyond instruction",
                 [](District& d) { d.schools.visit_minutes[0] = d.schools.leaders[0].instruction + 1; });
  expect_noticed("a coach beyond protected time", [](District& d) { d.teacher_leaders.minutes[0] = 38 * 60; });
}

TEST(Invariants, NoticeBreachesOfMoney) {
  expect_noticed("a cent of revenue", [](District& d) { ++d.ledger.revenue; });
  expect_noticed("a cent of a school", [](District& d) { ++d.ledger.school_dollars[0]; });
  expect_noticed("a cent moved to nobody", [](District& d) { ++d.ledger.moved[1]; });
  expect_noticed("a post without money", [](District& d) {
    d.ledger.school_staff[0] -= 100;
    d.ledger.school_dollars[0] += 100;
  });
  expect_noticed("a central post without money", [](District& d) { ++d.central.operations_posts; });
}

TEST(Invariants, NoticeBreachesOfStudents) {
  expect_noticed("students who learn one subject", [](District& d) { ++d.cells.students[0]; });
  expect_noticed("fewer than no students", [](District& d) { d.cells.students[0] = d.cells.students[1] = -1; });
}

}  // namespace
}  // namespace districtsim
