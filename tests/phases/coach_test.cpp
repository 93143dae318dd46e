#include <gtest/gtest.h>

#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario coached(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.framework.teachers_per_coach = 15.0;
  scenario.parameters.uptake.base = uptake_base;
  scenario.parameters.coaching.contact_hours = 0.5;
  scenario.parameters.coaching.refused_hours = 0.25;
  return scenario;
}

void coach_week(SmallWorld& world, int week) {
  District& d = world.district;
  coach(world.conditions, week_at(world.scenario.calendar, 0, week), d.teacher_leaders, d.schools, d.teachers,
        d.support, d.journal);
}

TEST(Coach, NobodyGivesMoreThanTheirProtectedHoursAndHoursAreCountedBySchool) {
  SmallWorld world(coached(0.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  const double most = world.conditions.parameters.coaching.work_week * world.scenario.support.coach_time_with_teachers;
  for (int week = 0; week < 20; ++week) {
    coach_week(world, week);
    std::vector<Minutes> by_school(6, 0);
    const TeacherLeaders& leaders = world.district.teacher_leaders;
    for (std::size_t row = 0; row < leaders.size(); ++row) {
      EXPECT_LE(leaders.minutes[row], in_minutes(most));
      EXPECT_GE(leaders.minutes[row], 0);
      by_school[leaders.school[row]] += leaders.minutes[row];
    }
    EXPECT_EQ(world.district.schools.coach_minutes, by_school);
  }
}

TEST(Coach, NobodyIsCoachedTwiceInAWeek) {
  SmallWorld world(coached(50.0));
  world.scenario.support.coach_time_with_teachers = 1.0;
  world.scenario.support.coach_caseload = 4.0;
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (int week = 0; week < 5; ++week) {
    const auto before = world.district.teachers.minutes_free;
    coach_week(world, week);
    for (std::size_t row = 0; row < before.size(); ++row) {
      const int taken = before[row] - world.district.teachers.minutes_free[row];
      EXPECT_TRUE(taken == 0 || taken == 30) << taken;
      EXPECT_EQ(taken > 0 && world.district.teachers.coach[row] == no_coach, false) << "only those on a caseload";
    }
    world.district.teachers.minutes_free = before;
  }
}

TEST(Coach, ARefusedContactCostsLessAndTeachesNothing) {
  SmallWorld refused(coached(-80.0));
  SmallWorld kept(coached(80.0));
  for (SmallWorld* world : {&refused, &kept}) {
    world->scenario.support.coach_time_with_teachers = 1.0;
    plan_caseloads(world->conditions, world->year(0), world->district);
  }
  const Teachers before = refused.district.teachers;
  coach_week(refused, 0);
  coach_week(kept, 0);
  const TeacherLeaders& leaders = kept.district.teacher_leaders;
  for (std::size_t coach = 0; coach < leaders.size(); ++coach) {
    const auto caseload = static_cast<Minutes>(leaders.caseload_begin[coach + 1] - leaders.caseload_begin[coach]);
    EXPECT_EQ(kept.district.teacher_leaders.minutes[coach], 30 * caseload);
    EXPECT_EQ(refused.district.teacher_leaders.minutes[coach], 15 * caseload);
  }
  EXPECT_EQ(refused.district.teachers.supported, before.supported);
  EXPECT_EQ(refused.district.teachers.minutes_free, before.minutes_free);
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool on_caseload = before.coach[row] != no_coach;
    EXPECT_EQ(refused.district.teachers.trust_coach[row] < before.trust_coach[row], on_caseload);
    EXPECT_EQ(kept.district.teachers.trust_coach[row] > before.trust_coach[row], on_caseload);
    EXPECT_EQ(kept.district.teachers.absorption[row] < before.absorption[row], on_caseload);
  }
}

TEST(Coach, PracticeMovesTowardTheCoachNeverAway) {
  SmallWorld world(coached(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (auto& expertise : world.district.teacher_leaders.expertise) expertise.fill(-5.0F);
  const Teachers before = world.district.teachers;
  coach_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported) << "nothing to learn from one who knows less";
  for (auto& expertise : world.district.teacher_leaders.expertise) expertise.fill(3.0F);
  coach_week(world, 1);
  int learned = 0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    const bool better = world.district.teachers.supported[0][row] > before.supported[0][row];
    learned += better ? 1 : 0;
    for (std::size_t d = 1; d < dimension_count; ++d) {
      EXPECT_EQ(world.district.teachers.supported[d][row] > before.supported[d][row], better);
    }
  }
  EXPECT_GT(learned, 0);
}

TEST(Coach, ATeacherWithoutTimeIsNotCoached) {
  SmallWorld world(coached(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (auto& minutes : world.district.teachers.minutes_free) minutes = 29;
  coach_week(world, 0);
  for (const Minutes minutes : world.district.teacher_leaders.minutes) EXPECT_EQ(minutes, 0);
}

TEST(Coach, WholeCaseloadsHaveTheirTurns) {
  SmallWorld world(coached(80.0));
  world.scenario.support.coach_time_with_teachers = 2.0 / 38.0;  // four contacts a week
  plan_caseloads(world.conditions, world.year(0), world.district);
  Teachers& teachers = world.district.teachers;
  for (int week = 0; week < 3; ++week) coach_week(world, week);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.coach[row] == no_coach) continue;
    EXPECT_LT(teachers.absorption[row], 1.0F) << "12 on a caseload, 4 a week, 3 weeks";
  }
}

TEST(Coach, OfficeWorkLeavesLessForTeachers) {
  SmallWorld world(coached(80.0));
  plan_caseloads(world.conditions, world.year(0), world.district);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.office[0] = protected_minutes(world.conditions) - 61;
  coach_week(world, 0);
  EXPECT_EQ(leaders.minutes[0], 60);
}

TEST(Coach, ATeacherOfTheOtherSubjectLearnsLess) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::high, 9, 12, 150, 0.5, 40)});
  scenario.district.schools[0].coaches = 1;
  scenario.support.coach_caseload = 40.0;
  scenario.support.coach_time_with_teachers = 1.0;
  scenario.parameters.uptake.base = 80.0;
  scenario.parameters.coaching.contact_hours = 0.5;
  scenario.parameters.teacher_leader.subject_mismatch = 0.7;
  SmallWorld world(scenario);
  SmallWorld alike(scenario);
  alike.conditions.parameters.teacher_leader.subject_mismatch = 1.0;
  const Teachers before = world.district.teachers;
  for (SmallWorld* own : {&world, &alike}) {
    plan_caseloads(own->conditions, own->year(0), own->district);
    ASSERT_EQ(own->district.teacher_leaders.role[0], LeaderRole::reading_coach);
    coach_week(*own, 0);
  }
  int mathematics = 0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    const District& d = world.district;
    const bool other = subject_of(d.teachers, row) == Teams::Subject::mathematics;
    mathematics += other ? 1 : 0;
    const float gained = d.teachers.supported[0][row] - before.supported[0][row];
    const float usual = alike.district.teachers.supported[0][row] - before.supported[0][row];
    EXPECT_NEAR(gained, other ? 0.7F * usual : usual, 1e-6);
  }
  EXPECT_GT(mathematics, 0);
}

TEST(Coach, SkillInRelationshipsGainsTrustFaster) {
  SmallWorld plain(coached(80.0));
  SmallWorld skilled(coached(80.0));
  for (SmallWorld* world : {&plain, &skilled}) {
    TeacherLeaders& leaders = world->district.teacher_leaders;
    std::fill(leaders.relationship.begin(), leaders.relationship.end(), world == &plain ? 0.0F : 1.0F);
    plan_caseloads(world->conditions, world->year(0), world->district);
    coach_week(*world, 0);
  }
  const Parameters& p = plain.conditions.parameters;
  const double start = p.trust.start;
  int kept = 0;
  for (std::size_t row = 0; row < plain.district.teachers.size(); ++row) {
    const auto usual = static_cast<double>(plain.district.teachers.trust_coach[row]);
    if (usual <= start + 1e-6) continue;
    ++kept;
    const auto more = static_cast<double>(skilled.district.teachers.trust_coach[row]);
    EXPECT_NEAR((more - start) / (usual - start), relationship_factor(1.0, p.teacher_leader), 1e-4);
  }
  EXPECT_GT(kept, 0);
}

TEST(Coach, LegitimacyRisesWithKeptContactsAndFallsWithRefusedOnes) {
  SmallWorld kept(coached(80.0));
  SmallWorld refused(coached(-80.0));
  for (SmallWorld* world : {&kept, &refused}) {
    plan_caseloads(world->conditions, world->year(0), world->district);
    coach_week(*world, 0);
  }
  const auto start = static_cast<float>(kept.conditions.parameters.teacher_leader.legitimacy_start);
  for (const float legitimacy : kept.district.teacher_leaders.legitimacy) EXPECT_GT(legitimacy, start);
  for (const float legitimacy : refused.district.teacher_leaders.legitimacy) EXPECT_LT(legitimacy, start);
}

TEST(Coach, ContactsAreEnteredAndRecorded) {
  Scenario scenario = coached(0.0);
  scenario.record.interactions = InteractionsRecorded::all;
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  coach_week(world, 0);
  const District& d = world.district;
  for (std::size_t school = 0; school < d.schools.size(); ++school) {
    const KindTally& tally = d.support.places[school].of(InteractionKind::coaching);
    EXPECT_EQ(tally.given, d.schools.coach_minutes[school]);
    EXPECT_EQ(tally.given, 30 * tally.kept + 15 * tally.refused);
    EXPECT_EQ(tally.received, 30 * tally.kept);
    int kept = 0;
    for (const Interaction& record : d.journal.by_school()[school]) {
      const bool taken_up = record.outcome == Outcome::taken_up;
      kept += taken_up ? 1 : 0;
      EXPECT_EQ(record.minutes, taken_up ? 30 : 0);
      EXPECT_EQ(record.effect > 0.0F, taken_up);
    }
    EXPECT_EQ(kept, tally.kept);
  }
}

TEST(Coach, SwitchedOffNobodyIsCoached) {
  Scenario scenario = coached(80.0);
  scenario.mechanisms.turn(Mechanism::coaching, false);
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  const Teachers before = world.district.teachers;
  coach_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
  EXPECT_EQ(world.district.schools.coach_minutes, std::vector<Minutes>(6, 0));
  for (const TeacherLeaderId coach : world.district.teachers.coach) EXPECT_EQ(coach, no_coach);
}

}  // namespace
}  // namespace districtsim
