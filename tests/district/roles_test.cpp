#include "sim/district/roles.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// One school with teacher leaders of these roles in turn.
Scenario one_school(int posts, const std::vector<LeaderRole>& roles) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 60, 0.5, 30)});
  scenario.district.schools[0].coaches = posts;
  scenario.framework.teacher_leader_roles = roles;
  return scenario;
}

TEST(Roles, TimeOfEveryRoleSumsToOne) {
  for (std::size_t role = 0; role < leader_role_names.size(); ++role) {
    const RoleTime& time = time_of(static_cast<LeaderRole>(role));
    EXPECT_NEAR(time.coaching + time.demonstration + time.mentoring + time.teams + time.development, 1.0, 1e-12)
        << leader_role_names[role];
  }
}

TEST(Roles, GoRoundThePostsOfASchool) {
  const SmallWorld world(one_school(5, {LeaderRole::reading_coach, LeaderRole::mentor, LeaderRole::data_specialist}));
  std::vector<int> count(leader_role_names.size(), 0);
  for (const LeaderRole role : world.district.teacher_leaders.role) ++count[static_cast<std::size_t>(role)];
  EXPECT_EQ(count, (std::vector<int>{2, 0, 1, 0, 0, 2, 0}));
}

TEST(Roles, ThoseWhoStayKeepTheirRole) {
  SmallWorld world(one_school(3, {LeaderRole::reading_coach, LeaderRole::mentor, LeaderRole::data_specialist}));
  TeacherLeaders& leaders = world.district.teacher_leaders;
  const std::vector<LeaderRole> before = leaders.role;
  leaders.clarity = {0.1F, 0.2F, 0.3F};
  leaders.role[0] = no_role;  // somebody new in the place of the first
  assign_roles(world.conditions, world.district.schools, leaders);
  EXPECT_EQ(leaders.role, before);
  EXPECT_EQ(leaders.clarity, (std::vector<float>{0.1F, 0.2F, 0.3F}));
}

TEST(Roles, ANewRoleStartsWithANewClarity) {
  SmallWorld world(one_school(2, {LeaderRole::reading_coach, LeaderRole::mentor}));
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.role = {LeaderRole::mentor, LeaderRole::mentor};
  leaders.clarity = {0.1F, 0.1F};
  assign_roles(world.conditions, world.district.schools, leaders);
  EXPECT_EQ(leaders.role, (std::vector<LeaderRole>{LeaderRole::mentor, LeaderRole::reading_coach}));
  EXPECT_EQ(leaders.clarity[0], 0.1F);
  EXPECT_EQ(leaders.clarity[1], static_cast<float>(world.conditions.parameters.teacher_leader.clarity_start));
}

TEST(Roles, OnlyTheOtherOfReadingAndMathematicsIsAMismatch) {
  TeacherLeaderParameters p;
  p.subject_mismatch = 0.7;
  EXPECT_EQ(subject_fit(LeaderRole::reading_coach, Teams::Subject::mathematics, p), 0.7);
  EXPECT_EQ(subject_fit(LeaderRole::mathematics_coach, Teams::Subject::reading, p), 0.7);
  for (const Teams::Subject subject : {Teams::Subject::reading, Teams::Subject::both, Teams::Subject::other}) {
    EXPECT_EQ(subject_fit(LeaderRole::reading_coach, subject, p), 1.0);
  }
  EXPECT_EQ(subject_fit(LeaderRole::mentor, Teams::Subject::mathematics, p), 1.0);
}

TEST(Roles, DataRolesLeadMoreTeams) {
  InquiryParameters p;
  p.teams_per_coach = 2.0;
  p.data_teams = 4.0;
  EXPECT_EQ(teams_led_by(LeaderRole::reading_coach, p), 2.0);
  EXPECT_NEAR(teams_led_by(LeaderRole::data_specialist, p), 2.0 + 0.8 * 4.0, 1e-12);
}

TEST(Roles, SubjectIsThatOfTheTeam) {
  const SmallWorld world(small_scenario(12, 400));
  const District& d = world.district;
  for (std::size_t team = 0; team < d.teams.size(); ++team) {
    for (std::size_t row = d.teams.teacher_begin[team]; row < d.teams.teacher_begin[team + 1]; ++row) {
      EXPECT_EQ(subject_of(d.teachers, row), d.teams.subject[team]);
    }
  }
}

TEST(Roles, CrossSchoolLeadersGoRoundTheirSchools) {
  Scenario scenario = small_scenario(7, 300);
  scenario.framework.schools_per_cross_school_leader = 3.0;
  const SmallWorld world(scenario);
  const CrossSchoolLeaders& across = world.district.cross_school_leaders;
  ASSERT_EQ(across.size(), 2U) << "7/3, rounded";
  EXPECT_EQ(across.caseload_begin, (std::vector<std::uint32_t>{0, 3, 7}));
  std::vector<int> visits(7, 0);
  for (int week = 0; week < 12; ++week) {
    int places = 0;
    for (std::size_t school = 0; school < 7; ++school) {
      const std::size_t leader = visiting_leader(across, school, week_at(scenario.calendar, 0, week));
      if (leader == across.size()) continue;
      EXPECT_EQ(leader, school < 3 ? 0U : 1U);
      ++visits[school];
      ++places;
    }
    EXPECT_EQ(places, 2) << "each is in one school a week";
  }
  EXPECT_EQ(visits, (std::vector<int>{4, 4, 4, 3, 3, 3, 3}));
}

TEST(Roles, ByDefaultNobodyServesManySchools) {
  const SmallWorld world(small_scenario(7, 300));
  EXPECT_EQ(world.district.cross_school_leaders.size(), 0U);
}

}  // namespace
}  // namespace districtsim
