#include "sim/scenario/school_posts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "sim/scenario/district_source.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;

SchoolProfile school_of(SchoolLevel level, int teachers, int students) {
  SchoolProfile school;
  school.level = level;
  school.teachers = teachers;
  school.students[0] = students;
  return school;
}

DistrictProfile three_schools() {
  DistrictProfile district;
  district.schools = {school_of(SchoolLevel::elementary, 30, 450), school_of(SchoolLevel::elementary, 50, 750),
                      school_of(SchoolLevel::high, 120, 1500)};
  return district;
}

TEST(SchoolPosts, CoachesAreTheDistrictsSharedOutByTeachers) {
  // 200 teachers, one coach to 38: 5 posts; quotas 0.75, 1.25, 3.
  EXPECT_THAT(coach_posts(three_schools(), 38.0), ElementsAre(1, 1, 3));
}

TEST(SchoolPosts, AssistantPrincipalsFollowStudentsOfTheirLevels) {
  // 1200 / 589 = 2.04 elementary posts, 1500 / 486 = 3.09 secondary posts.
  EXPECT_THAT(assistant_principal_posts(three_schools()), ElementsAre(1, 1, 3));
}

TEST(SchoolPosts, PostsThatAreGivenStandAndChangeNoOthers) {
  DistrictProfile district = three_schools();
  district.schools[0].coaches = 7;
  district.schools[2].assistant_principals = 0;
  district.schools[1].dollars = 12.5;
  EXPECT_THAT(coach_posts(district, 38.0), ElementsAre(7, 1, 3));
  EXPECT_THAT(assistant_principal_posts(district), ElementsAre(1, 1, 0));
  EXPECT_THAT(school_dollars(district, 450.0), ElementsAre(202500.0, 12.5, 675000.0));
}

TEST(SchoolPosts, HooverHasTwentySixCoachesByRule) {
  const DistrictProfile district =
      profile_from_nces(DISTRICTSIM_SOURCE_DIR "/scenarios/data/hoover_city_al_2020-21.csv", "0100007");
  const std::vector<int> coaches = coach_posts(district, 38.0);
  EXPECT_EQ(std::accumulate(coaches.begin(), coaches.end(), 0), 26);  // 980 / 38 = 25.8
}

}  // namespace
}  // namespace districtsim
