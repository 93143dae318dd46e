#include <gtest/gtest.h>

#include <algorithm>

#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario mentored(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.parameters.uptake.base = uptake_base;
  scenario.support.mentoring_hours = 0.5;
  return scenario;
}

void mentor_week(SmallWorld& world, int week) {
  District& d = world.district;
  mentor(world.conditions, week_at(world.scenario.calendar, 0, week), d.teacher_leaders, d.schools, d.teachers,
         d.support, d.journal);
}

/// The first novice with a colleague as mentor.
std::size_t first_mentored(const Teachers& teachers) {
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.mentor[row] != no_mentor) return row;
  }
  return teachers.size();
}

/// The first week in which it is a novice's turn: posts take turns.
int week_of_turn(const Teachers& teachers, std::size_t novice) { return teachers.post[novice] % 2; }

TEST(Mentor, ANoviceLearnsTowardTheMentorAndBothSpendTheTime) {
  SmallWorld world(mentored(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  Teachers& teachers = world.district.teachers;
  const std::size_t novice = first_mentored(teachers);
  ASSERT_LT(novice, teachers.size());
  const std::size_t mentor_row = teachers.mentor[novice];
  const Teachers before = teachers;
  mentor_week(world, week_of_turn(teachers, novice));
  EXPECT_EQ(before.minutes_free[novice] - teachers.minutes_free[novice], 60) << "the hours of two weeks";
  EXPECT_EQ(before.minutes_free[mentor_row] - teachers.minutes_free[mentor_row], 60);
  const Parameters& p = world.conditions.parameters;
  const double taken = absorbed_share(2.0 * 0.5 * p.mentoring.attention, p.skill.hours_scale);
  for (int d = 0; d < dimension_count; ++d) {
    const double gap = static_cast<double>(before.practice(mentor_row, d)) + p.mentoring.margin -
                       static_cast<double>(before.practice(novice, d));
    const double gain = p.skill.gain_rate * taken * gap_share(gap, p.skill.half_gap);
    EXPECT_NEAR(teachers.practice(novice, d) - before.practice(novice, d), gain, 1e-5) << d;
  }
}

TEST(Mentor, HoursOfNoviceAndMentorAreEntered) {
  SmallWorld world(mentored(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  int novices = 0;
  for (const std::uint32_t own : world.district.teachers.mentor) novices += own == no_mentor ? 0 : 1;
  ASSERT_GT(novices, 0);
  for (const int week : {0, 1}) {  // each has a turn in one of two weeks
    auto& free = world.district.teachers.minutes_free;
    std::fill(free.begin(), free.end(), 600);
    mentor_week(world, week);
  }
  int kept = 0;
  Minutes given = 0;
  Minutes received = 0;
  for (const PlaceTally& place : world.district.support.places) {
    kept += place.of(InteractionKind::mentoring).kept;
    given += place.of(InteractionKind::mentoring).given;
    received += place.of(InteractionKind::mentoring).received;
  }
  EXPECT_EQ(kept, novices);
  EXPECT_EQ(given, 60 * novices);
  EXPECT_EQ(received, 60 * novices);
}

TEST(Mentor, AMentorWithoutTimeMentorsNobody) {
  SmallWorld world(mentored(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  Teachers& teachers = world.district.teachers;
  const std::size_t novice = first_mentored(teachers);
  teachers.minutes_free[teachers.mentor[novice]] = 59;
  const Teachers before = teachers;
  mentor_week(world, week_of_turn(teachers, novice));
  EXPECT_EQ(teachers.minutes_free[novice], before.minutes_free[novice]);
  EXPECT_EQ(teachers.supported[0][novice], before.supported[0][novice]);
}

TEST(Mentor, AMentorByRoleUsesProtectedTimeAndNoMoreThanIsLeft) {
  Scenario scenario = mentored(80.0);
  scenario.framework.teachers_per_coach = 10.0;
  scenario.framework.teacher_leader_roles = {LeaderRole::mentor};
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  const Teachers before = world.district.teachers;
  const std::size_t novice = first_mentored(before);
  ASSERT_NE(before.mentor[novice] & mentor_by_role, 0U) << "a mentor by role comes before a colleague";
  const std::size_t leader = before.mentor[novice] & ~mentor_by_role;
  EXPECT_EQ(leaders.school[leader], before.school[novice]);
  mentor_week(world, week_of_turn(before, novice));
  EXPECT_GE(leaders.minutes[leader], 60);
  EXPECT_LE(leaders.minutes[leader], protected_minutes(world.conditions));
  std::fill(leaders.minutes.begin(), leaders.minutes.end(), protected_minutes(world.conditions));
  world.district.teachers = before;
  mentor_week(world, week_of_turn(before, novice));
  EXPECT_EQ(world.district.teachers.supported, before.supported) << "nobody has time left";
}

TEST(Mentor, SwitchedOffNoviceHaveNoMentors) {
  Scenario scenario = mentored(80.0);
  scenario.mechanisms.turn(Mechanism::mentoring, false);
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  EXPECT_EQ(first_mentored(world.district.teachers), world.district.teachers.size());
  const Teachers before = world.district.teachers;
  mentor_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
}

}  // namespace
}  // namespace districtsim
