#include "sim/scenario/feeders.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace districtsim {
namespace {

using testing::ElementsAre;

SchoolProfile school_at(const std::string& id, int lowest, int highest, double latitude, double longitude) {
  SchoolProfile school;
  school.id = id;
  school.name = "School " + id;
  school.lowest_grade = lowest;
  school.highest_grade = highest;
  school.latitude = latitude;
  school.longitude = longitude;
  return school;
}

constexpr int fifth = grade_row(5);
constexpr int sixth = grade_row(6);
constexpr int eighth = grade_row(8);

TEST(Feeders, DistancesAreThoseOnTheEarth) {
  EXPECT_NEAR(great_circle_distance(0, 0, 0, 90), 10007.5, 0.1);
  EXPECT_NEAR(great_circle_distance(90, 0, -90, 0), 20015.1, 0.1);
  EXPECT_NEAR(great_circle_distance(33.5186, -86.8104, 33.7490, -84.3880), 225.6, 1.0);  // Birmingham to Atlanta
  EXPECT_EQ(great_circle_distance(33.3, -86.8, 33.3, -86.8), 0.0);
}

TEST(Feeders, TheNearestSchoolThatBeginsWithTheNextGradeIsTaken) {
  const std::vector<SchoolProfile> schools = {
      school_at("1", kindergarten, fifth, 40.0, -100.0), school_at("2", sixth, eighth, 41.0, -100.0),
      school_at("3", sixth, eighth, 40.5, -100.0), school_at("4", kindergarten, eighth, 40.1, -100.0)};
  EXPECT_THAT(nearest_feeders(schools), ElementsAre(2, -1, -1, -1));
}

TEST(Feeders, ASchoolThatServesTheNextGradeIsTakenWhereNoneBeginsWithIt) {
  const std::vector<SchoolProfile> schools = {school_at("1", kindergarten, fifth, 40.0, -100.0),
                                              school_at("2", kindergarten, eighth, 40.1, -100.0)};
  EXPECT_THAT(nearest_feeders(schools), ElementsAre(1, -1));
}

TEST(Feeders, TiesGoToTheLowerIdAndUnknownPlacesAreFarthest) {
  const std::vector<SchoolProfile> schools = {
      school_at("1", kindergarten, fifth, 40.0, -100.0), school_at("9", sixth, eighth, 0.0, 0.0),
      school_at("8", sixth, eighth, 40.1, -100.0), school_at("7", sixth, eighth, 40.1, -100.0)};
  EXPECT_THAT(nearest_feeders(schools), ElementsAre(3, -1, -1, -1));
}

TEST(Feeders, LongitudesMeetAtTheDateLine) {
  const std::vector<SchoolProfile> schools = {school_at("1", kindergarten, fifth, 52.0, 179.9),
                                              school_at("2", sixth, eighth, 52.0, 170.0),
                                              school_at("3", sixth, eighth, 52.0, -179.9)};
  EXPECT_THAT(nearest_feeders(schools), ElementsAre(2, -1, -1));
}

TEST(Feeders, ReasonsNameTheGradeThatIsNotServed) {
  const SchoolProfile oak = school_at("1", kindergarten, fifth, 0, 0);
  const SchoolProfile elm = school_at("2", sixth, eighth, 0, 0);
  EXPECT_EQ(why_no_feeder(oak, elm), "");
  EXPECT_EQ(why_no_feeder(elm, oak), "School 1 (1) does not serve grade 09");
  EXPECT_EQ(why_no_feeder(school_at("3", sixth, grade_row(12), 0, 0), oak),
            "leavers of grade 12 have no feeder school");
}

TEST(Feeders, BlocksOfNeighboursAreOfNearlyEqualSize) {
  std::vector<int> sizes(3, 0);
  std::size_t last = 0;
  for (std::size_t row = 0; row < 10; ++row) {
    const std::size_t block = block_of(row, 10, 3);
    EXPECT_GE(block, last);
    last = block;
    ++sizes.at(block);
  }
  EXPECT_THAT(sizes, ElementsAre(4, 3, 3));
}

}  // namespace
}  // namespace districtsim
