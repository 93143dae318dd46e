#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/district/roles.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_coaches() {
  Scenario scenario = small_scenario(6, 300);
  scenario.framework.teachers_per_coach = 25.0;
  scenario.support.coach_caseload = 8.0;
  return scenario;
}

TEST(PlanCaseloads, EveryCoachHasAFullCaseloadOfTheirOwnSchool) {
  SmallWorld world(with_coaches());
  plan_caseloads(world.conditions, world.year(0), world.district);
  const TeacherLeaders& leaders = world.district.teacher_leaders;
  const Teachers& teachers = world.district.teachers;
  std::set<TeacherId> taken;
  for (std::size_t coach = 0; coach < leaders.size(); ++coach) {
    const auto size = leaders.caseload_begin[coach + 1] - leaders.caseload_begin[coach];
    EXPECT_EQ(size, 8U);
    for (auto place = leaders.caseload_begin[coach]; place < leaders.caseload_begin[coach + 1]; ++place) {
      const TeacherId row = leaders.caseload[place];
      EXPECT_TRUE(taken.insert(row).second) << "nobody is on two caseloads";
      EXPECT_EQ(teachers.coach[row], coach);
      EXPECT_EQ(teachers.last_coach[row], leaders.key[coach]);
      EXPECT_EQ(teachers.school[row], leaders.school[coach]);
    }
  }
  EXPECT_EQ(taken.size(), static_cast<std::size_t>(std::count_if(teachers.coach.begin(), teachers.coach.end(),
                                                                 [](std::uint32_t c) { return c != no_coach; })));
}

TEST(PlanCaseloads, NovicesComeFirst) {
  SmallWorld world(with_coaches());
  plan_caseloads(world.conditions, world.year(0), world.district);
  const Teachers& teachers = world.district.teachers;
  for (std::size_t school = 0; school < 6; ++school) {
    bool novice_left = false;
    bool veteran_taken = false;
    for (auto row = world.district.schools.teacher_begin[school];
         row < world.district.schools.teacher_begin[school + 1]; ++row) {
      const bool novice = teachers.experience[row] < 3.0F;
      const bool coached = teachers.coach[row] != no_coach;
      novice_left = novice_left || (novice && !coached);
      veteran_taken = veteran_taken || (!novice && coached);
    }
    EXPECT_FALSE(novice_left && veteran_taken) << school;
  }
}

TEST(PlanCaseloads, TrustStartsAgainWithAnotherCoachOnly) {
  SmallWorld world(with_coaches());
  plan_caseloads(world.conditions, world.year(0), world.district);
  Teachers& teachers = world.district.teachers;
  std::fill(teachers.trust_coach.begin(), teachers.trust_coach.end(), 0.8F);
  const auto last = teachers.last_coach;
  plan_caseloads(world.conditions, world.year(1), world.district);
  int kept = 0;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.coach[row] == no_coach) continue;
    const bool same = last[row] == world.district.teacher_leaders.key[teachers.coach[row]];
    EXPECT_EQ(teachers.trust_coach[row], same ? 0.8F : static_cast<float>(world.conditions.parameters.trust.start));
    kept += same ? 1 : 0;
  }
  EXPECT_GT(kept, 0);
}

TEST(PlanCaseloads, AFewTeachersAreAllTakenOn) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 10, 0.5, 5)});
  scenario.district.schools[0].coaches = 2;
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  for (const TeacherLeaderId coach : world.district.teachers.coach) EXPECT_NE(coach, no_coach);
  EXPECT_EQ(world.district.teacher_leaders.caseload.size(), 5U);
}

TEST(PlanCaseloads, FollowTheRolesShareOfCoaching) {
  Scenario scenario = with_coaches();
  scenario.framework.teacher_leader_roles = {LeaderRole::reading_coach, LeaderRole::assessment_coordinator,
                                             LeaderRole::instructional_specialist};
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  const TeacherLeaders& leaders = world.district.teacher_leaders;
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    const auto size = leaders.caseload_begin[row + 1] - leaders.caseload_begin[row];
    const double share = time_of(leaders.role[row]).coaching;
    EXPECT_EQ(size, static_cast<std::uint32_t>(8.0 * share)) << "8, none and 4";
  }
}

TEST(PlanCaseloads, CoachesTakeTeachersOfTheirOwnSubjectWhereTheyCan) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::high, 9, 12, 150, 0.5, 40)});
  scenario.district.schools[0].coaches = 2;
  scenario.support.coach_caseload = 20.0;
  SmallWorld world(scenario);
  plan_caseloads(world.conditions, world.year(0), world.district);
  const District& d = world.district;
  int of_subject = 0;
  for (std::size_t row = 0; row < d.teachers.size(); ++row) {
    ASSERT_NE(d.teachers.coach[row], no_coach);
    const Teams::Subject subject = subject_of(d.teachers, row);
    const double fit =
        subject_fit(d.teacher_leaders.role[d.teachers.coach[row]], subject, world.conditions.parameters.teacher_leader);
    of_subject += fit == 1.0 ? 1 : 0;
  }
  EXPECT_GE(of_subject, 38);
}

}  // namespace
}  // namespace districtsim
