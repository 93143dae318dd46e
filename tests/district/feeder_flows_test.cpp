#include "sim/district/feeder_flows.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(FeederFlows, SharesOfEverySenderSumToOne) {
  const Scenario scenario = small_scenario(40, 1800);
  const FeederFlows flows = feeder_flows(scenario.district.schools);
  for (std::size_t school = 0; school < scenario.district.schools.size(); ++school) {
    double sum = 0.0;
    for (std::uint32_t flow = flows.begin[school]; flow < flows.begin[school + 1]; ++flow) sum += flows.share[flow];
    const bool graduates = scenario.district.schools[school].highest_grade + 1 == grade_count;
    EXPECT_NEAR(sum, graduates ? 0.0 : 1.0, 1e-12);
  }
}

TEST(FeederFlows, LeaversGoToSchoolsThatServeTheNextGrade) {
  const Scenario scenario = small_scenario(40, 1800);
  const FeederFlows flows = feeder_flows(scenario.district.schools);
  for (std::size_t school = 0; school < scenario.district.schools.size(); ++school) {
    for (std::uint32_t flow = flows.begin[school]; flow < flows.begin[school + 1]; ++flow) {
      const SchoolProfile& to = scenario.district.schools[flows.to[flow]];
      const int next = scenario.district.schools[school].highest_grade + 1;
      EXPECT_LE(to.lowest_grade, next);
      EXPECT_GE(to.highest_grade, next);
    }
  }
}

TEST(FeederFlows, TheOwnFeederIsFilledBeforeTheNearest) {
  std::vector<SchoolProfile> schools = {hand_made_school(1, SchoolLevel::elementary, 1, 6, 100, 0.5, 20),
                                        hand_made_school(2, SchoolLevel::middle, 7, 9, 60, 0.5, 20),
                                        hand_made_school(3, SchoolLevel::middle, 7, 9, 100, 0.5, 20)};
  schools[0].feeder = 1;
  const FeederFlows flows = feeder_flows(schools);
  ASSERT_EQ(flows.begin[1], 2U);
  EXPECT_EQ(flows.to[0], 1U);
  EXPECT_DOUBLE_EQ(flows.share[0], 0.6) << "as many as it has places";
  EXPECT_EQ(flows.to[1], 2U);
  EXPECT_DOUBLE_EQ(flows.share[1], 0.4);
}

TEST(FeederFlows, WhatHasNoPlaceGoesToTheFeederAllTheSame) {
  std::vector<SchoolProfile> schools = {hand_made_school(1, SchoolLevel::elementary, 1, 6, 100, 0.5, 20),
                                        hand_made_school(2, SchoolLevel::middle, 7, 9, 60, 0.5, 20)};
  schools[0].feeder = 1;
  const FeederFlows flows = feeder_flows(schools);
  double sum = 0.0;
  for (const double share : flows.share) sum += share;
  EXPECT_DOUBLE_EQ(sum, 1.0);
  for (const std::uint32_t to : flows.to) EXPECT_EQ(to, 1U);
}

TEST(FeederFlows, LeaversWithoutASchoolLeaveTheDistrict) {
  const std::vector<SchoolProfile> schools = {hand_made_school(1, SchoolLevel::elementary, 1, 6, 100, 0.5, 20)};
  const FeederFlows flows = feeder_flows(schools);
  EXPECT_EQ(flows.begin, (std::vector<std::uint32_t>{0, 0}));
}

}  // namespace
}  // namespace districtsim
