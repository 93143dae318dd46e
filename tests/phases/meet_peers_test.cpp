#include <gtest/gtest.h>

#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Schools of 30 teachers with 2, 1 and 2 teacher leaders.
Scenario three_schools() {
  std::vector<SchoolProfile> schools;
  for (const std::uint32_t key : {1U, 2U, 3U}) {
    schools.push_back(hand_made_school(key, SchoolLevel::elementary, 1, 6, 60, 0.5, 30));
    schools.back().coaches = key == 2 ? 1 : 2;
  }
  Scenario scenario = scenario_of(schools);
  scenario.parameters.peer_ties.clarity_gain = 0.1;
  scenario.parameters.peer_ties.meeting_hours = 1.0;
  scenario.parameters.peer_ties.same_room = 1.5;
  return scenario;
}

void meet_week(SmallWorld& world, int week) {
  District& d = world.district;
  meet_peers(world.conditions, week_at(world.scenario.calendar, 0, week), d.schools, d.cross_school_leaders,
             d.teacher_leaders, d.support, d.journal);
}

TEST(MeetPeers, ThoseOfASchoolMeetEverySecondWeekAndALoneOneDoesNot) {
  SmallWorld world(three_schools());
  TeacherLeaders& leaders = world.district.teacher_leaders;
  const float start = leaders.clarity[0];
  meet_week(world, 0);
  const float met = start + 0.1F * (1.0F - start);
  const std::vector<float> expected = {met, met, start, met, met};
  for (std::size_t row = 0; row < 5; ++row) EXPECT_NEAR(leaders.clarity[row], expected[row], 1e-6) << row;
  const auto after = leaders.clarity;
  meet_week(world, 1);
  EXPECT_EQ(leaders.clarity, after) << "not in every week";
}

TEST(MeetPeers, ASharedRoomHelps) {
  Scenario scenario = three_schools();
  scenario.support.teacher_leaders_share_room = true;
  SmallWorld world(scenario);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  const float start = leaders.clarity[0];
  meet_week(world, 0);
  EXPECT_NEAR(leaders.clarity[0], start + 0.15F * (1.0F - start), 1e-6);
}

TEST(MeetPeers, NetworksReachLoneOnes) {
  Scenario scenario = three_schools();
  scenario.support.teacher_leader_network_hours = 2.0;
  SmallWorld world(scenario);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  const float start = leaders.clarity[2];
  meet_week(world, 3);
  for (std::size_t row = 0; row < 5; ++row) EXPECT_NEAR(leaders.clarity[row], start + 0.2F * (1.0F - start), 1e-6);
}

TEST(MeetPeers, TheLessExpertLearnMore) {
  SmallWorld world(three_schools());
  TeacherLeaders& leaders = world.district.teacher_leaders;
  leaders.expertise[0].fill(3.0F);
  leaders.expertise[1].fill(1.0F);
  meet_week(world, 0);
  EXPECT_GT(leaders.supported[0], 0.0F);
  EXPECT_GT(leaders.supported[1], leaders.supported[0]);
  EXPECT_EQ(leaders.supported[2], 0.0F);
  EXPECT_LT(leaders.absorption[1], 1.0F);
}

TEST(MeetPeers, ACrossSchoolLeaderIsAPeerOfALoneOne) {
  Scenario scenario = three_schools();
  scenario.framework.schools_per_cross_school_leader = 3.0;
  SmallWorld world(scenario);
  TeacherLeaders& leaders = world.district.teacher_leaders;
  const float start = leaders.clarity[2];
  meet_week(world, 1);  // school 1 of 0 to 2
  EXPECT_GT(leaders.clarity[2], start);
  EXPECT_EQ(leaders.clarity[0], start);
}

TEST(MeetPeers, HoursAreEnteredOnce) {
  SmallWorld world(three_schools());
  meet_week(world, 0);
  const auto& places = world.district.support.places;
  EXPECT_EQ(places[0].of(InteractionKind::peer_ties).received, 120);
  EXPECT_EQ(places[1].of(InteractionKind::peer_ties).received, 0);
  const auto& hours = places[0].hours[static_cast<std::size_t>(PersonKind::teacher_leader)];
  EXPECT_EQ(hours[static_cast<std::size_t>(InteractionKind::peer_ties)], 120);
}

TEST(MeetPeers, SwitchedOffNobodyMeets) {
  Scenario scenario = three_schools();
  scenario.support.teacher_leader_network_hours = 2.0;
  scenario.mechanisms.turn(Mechanism::peer_ties, false);
  SmallWorld world(scenario);
  const auto before = world.district.teacher_leaders.clarity;
  for (int week = 0; week < 8; ++week) meet_week(world, week);
  EXPECT_EQ(world.district.teacher_leaders.clarity, before);
}

}  // namespace
}  // namespace districtsim
