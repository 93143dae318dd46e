#include "sim/record/observe_people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/analysis/hand_record.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

YearRecord observed(const SmallWorld& world) {
  YearRecord record = empty_record(world.district.schools.size(), 1);
  observe_people(world.conditions, world.district, record);
  return record;
}

TEST(ObservePeople, BeliefsSpreadWithinTeamsNotBetweenThem) {
  SmallWorld world(small_scenario(3, 60));
  const Teams& teams = world.district.teams;
  auto& ownership = world.district.teachers.ownership;
  for (std::size_t team = 0; team < teams.size(); ++team) {
    for (std::size_t row = teams.teacher_begin[team]; row < teams.teacher_begin[team + 1]; ++row) {
      ownership[row] = team % 2 == 0 ? 0.25F : 0.75F;
    }
  }
  EXPECT_EQ(observed(world).yearly_of(Yearly::belief_spread)[0], 0.0);
  // One of a team of two or more moves by 0.5: squares (n-1)/n 0.25 over the school's degrees of freedom.
  std::size_t chosen = 0;
  while (teams.teacher_begin[chosen + 1] - teams.teacher_begin[chosen] < 2) ++chosen;
  ASSERT_EQ(teams.school[chosen], 0U);
  ownership[teams.teacher_begin[chosen]] += 0.5F;
  double freedom = 0.0;
  for (std::size_t team = 0; team < world.district.schools.team_begin[1]; ++team) {
    freedom += std::max(0.0, static_cast<double>(teams.teacher_begin[team + 1] - teams.teacher_begin[team]) - 1.0);
  }
  const double members = teams.teacher_begin[chosen + 1] - teams.teacher_begin[chosen];
  EXPECT_NEAR(observed(world).yearly_of(Yearly::belief_spread)[0],
              std::sqrt(0.25 * (members - 1.0) / members / freedom), 1e-7);
}

TEST(ObservePeople, WhoIsNotThereHasNoValue) {
  SmallWorld world(small_scenario(3, 60));
  auto& experience = world.district.teachers.experience;
  std::fill(experience.begin(), experience.end(), 9.0F);
  world.district.teacher_leaders = {};
  const YearRecord record = observed(world);
  EXPECT_TRUE(std::isnan(record.yearly_of(Yearly::novice_practice)[0]));
  EXPECT_TRUE(std::isnan(record.yearly_of(Yearly::legitimacy)[0]));
  EXPECT_TRUE(std::isnan(record.yearly_of(Yearly::role_clarity)[0]));
}

TEST(ObservePeople, NovicesPracticeIsTheirsAlone) {
  SmallWorld world(small_scenario(3, 60));
  Teachers& teachers = world.district.teachers;
  std::fill(teachers.experience.begin(), teachers.experience.end(), 9.0F);
  teachers.experience[0] = 2.0F;
  double practice = 0.0;
  for (int d = 0; d < dimension_count; ++d) practice += static_cast<double>(teachers.practice(0, d)) / dimension_count;
  EXPECT_NEAR(observed(world).yearly_of(Yearly::novice_practice)[0], practice, 1e-12);
}

TEST(ObservePeople, LegitimacyIsTheMeanOfTheSchoolsTeacherLeaders) {
  SmallWorld world(small_scenario(3, 60));
  TeacherLeaders& leaders = world.district.teacher_leaders;
  ASSERT_GT(leaders.size(), 0U);
  double sum = 0.0;
  double count = 0.0;
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    leaders.legitimacy[row] = 0.25F + 0.125F * static_cast<float>(row % 3);
    if (leaders.school[row] != leaders.school[0]) continue;
    sum += static_cast<double>(leaders.legitimacy[row]);
    count += 1.0;
  }
  EXPECT_DOUBLE_EQ(observed(world).yearly_of(Yearly::legitimacy)[leaders.school[0]], sum / count);
}

TEST(ObservePeople, DirectorsAndTheCentralOfficeAreSeenFromEverySchool) {
  SmallWorld world(small_scenario(3, 60));
  world.district.directors.expertise[0] = 1.25;
  world.district.directors.supported[0] = 0.25;
  CentralOffice& central = world.district.central;
  central.learned_operations = 0.2;
  central.learned_assistance = 0.4;
  central.learned_data = 0.6;
  central.learned_hiring = 0.8;
  const YearRecord record = observed(world);
  for (std::size_t school = 0; school < 3; ++school) {
    EXPECT_EQ(record.yearly_of(Yearly::director_expertise)[school], 1.5);
    EXPECT_NEAR(record.yearly_of(Yearly::system_learning)[school], 0.5, 1e-15);
  }
}

TEST(ObservePeople, SurveysFollowTrustWithTheSameNoise) {
  SmallWorld world(small_scenario(3, 60));
  auto& trust = world.district.teachers.trust_principal;
  std::fill(trust.begin(), trust.end(), 0.25F);
  const double low = observed(world).yearly_of(Yearly::survey_support_from_principals)[1];
  std::fill(trust.begin(), trust.end(), 0.5F);
  const double high = observed(world).yearly_of(Yearly::survey_support_from_principals)[1];
  EXPECT_NEAR(high - low, 1.0, 1e-12);
  const YearRecord record = observed(world);
  for (std::size_t school = 0; school < 3; ++school) {
    const double answer = record.yearly_of(Yearly::survey_support_from_directors)[school];
    EXPECT_GE(answer, 1.0);
    EXPECT_LE(answer, 5.0);
  }
}

}  // namespace
}  // namespace districtsim
