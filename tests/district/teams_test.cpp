#include "sim/district/teams.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

struct PlannedTeams {
  explicit PlannedTeams(const Scenario& scenario) { plan_teams(scenario.district, teams, schools); }
  Teams teams;
  Schools schools;
};

TEST(Teams, OnePostMoreChangesNoOtherPostsTeam) {
  const PlannedTeams plan(small_scenario(10, 470));
  for (std::size_t school = 0; school + 1 < plan.schools.team_begin.size(); ++school) {
    const auto first = plan.schools.team_begin[school];
    const auto end = plan.schools.team_begin[school + 1];
    const auto most = team_of_posts(plan.teams, first, end, 120);
    for (int posts = 0; posts < 120; ++posts) {
      const auto fewer = team_of_posts(plan.teams, first, end, posts);
      ASSERT_TRUE(std::equal(fewer.begin(), fewer.end(), most.begin()));
    }
  }
}

TEST(Teams, WeightsOfASchoolSumToOneAndSeatsFollowThem) {
  const PlannedTeams plan(small_scenario(10, 470));
  for (std::size_t school = 0; school + 1 < plan.schools.team_begin.size(); ++school) {
    const auto first = plan.schools.team_begin[school];
    const auto end = plan.schools.team_begin[school + 1];
    const auto seats = team_of_posts(plan.teams, first, end, 400);
    double sum = 0.0;
    for (std::uint32_t team = first; team < end; ++team) {
      const double weight = static_cast<double>(plan.teams.weight[team]);
      sum += weight;
      EXPECT_NEAR(static_cast<double>(std::count(seats.begin(), seats.end(), team - first)), 400.0 * weight, 1.0);
    }
    EXPECT_NEAR(sum, 1.0, 1e-5);
  }
}

TEST(Teams, ElementarySchoolsHaveATeamForEveryGradeAndOneForSpecialSubjects) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 60, 0.5, 24)});
  const PlannedTeams plan(scenario);
  for (int grade = 1; grade <= 6; ++grade) {
    EXPECT_EQ(std::count(plan.teams.grade.begin(), plan.teams.grade.end(), grade), 1) << grade;
  }
  EXPECT_EQ(std::count(plan.teams.grade.begin(), plan.teams.grade.end(), -1), 1);
}

TEST(Teams, SecondarySchoolsHaveTeamsOfEachTestedSubject) {
  const PlannedTeams plan(scenario_of({hand_made_school(1, SchoolLevel::high, 10, 13, 300, 0.5, 100)}));
  for (const auto subject : {Teams::Subject::reading, Teams::Subject::mathematics, Teams::Subject::other}) {
    EXPECT_GE(std::count(plan.teams.subject.begin(), plan.teams.subject.end(), subject), 3);
  }
}

TEST(Teams, OfALargeSchoolHaveAboutEightTeachers) {
  const SmallWorld world(scenario_of({hand_made_school(1, SchoolLevel::high, 10, 13, 300, 0.5, 160)}));
  const auto& begin = world.district.teams.teacher_begin;
  for (std::size_t team = 0; team < world.district.teams.size(); ++team) {
    EXPECT_NEAR(begin[team + 1] - begin[team], 8.0, 1.0);
  }
}

}  // namespace
}  // namespace districtsim
