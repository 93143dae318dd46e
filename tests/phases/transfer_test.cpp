#include "sim/phases/transfer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "sim/district/seating.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Everybody in every third row looks for a place; every seventh post is vacant.
std::vector<std::vector<Looker>> many_looking(District& district) {
  std::vector<std::vector<Looker>> looking(district.schools.size());
  for (std::uint32_t row = 0; row < district.teachers.size(); ++row) {
    if (row % 7 == 0) {
      vacate(district.teachers, row);
    } else if (row % 3 == 0) {
      looking[district.teachers.school[row]].push_back({row});
    }
  }
  district.flows.stayed.assign(district.schools.size(), 1000);
  return looking;
}

std::map<PersonKey, SchoolId> places(const District& district) {
  std::map<PersonKey, SchoolId> place;
  for (std::size_t row = 0; row < district.teachers.size(); ++row) {
    if (district.teachers.holder[row] != Holder::vacant)
      place[district.teachers.key[row]] = district.teachers.school[row];
  }
  return place;
}

TEST(Transfer, PeopleAndPostsAreConserved) {
  for (const int schools : {4, 12, 40}) {
    SmallWorld world(small_scenario(schools, schools * 40));
    const auto looking = many_looking(world.district);
    const auto before = places(world.district);
    const auto holders = world.district.teachers.holder;
    transfer(world.conditions, world.year(0), looking, world.district);
    const auto after = places(world.district);
    ASSERT_EQ(after.size(), before.size()) << "nobody is lost and no seat taken twice";
    int moved = 0;
    for (const auto& [person, school] : before) {
      ASSERT_TRUE(after.contains(person));
      moved += after.at(person) != school ? 1 : 0;
      EXPECT_EQ(world.district.schools.level[after.at(person)], world.district.schools.level[school]);
    }
    const StaffFlows& flows = world.district.flows;
    EXPECT_GT(moved, 0);
    EXPECT_EQ(std::accumulate(flows.transferred_in.begin(), flows.transferred_in.end(), 0), moved);
    EXPECT_EQ(std::count(holders.begin(), holders.end(), Holder::vacant),
              std::count(world.district.teachers.holder.begin(), world.district.teachers.holder.end(), Holder::vacant));
  }
}

TEST(Transfer, NobodyMovesWhereAllSchoolsAreFull) {
  SmallWorld world(small_scenario(12, 480));
  std::vector<std::vector<Looker>> looking(12);
  for (std::uint32_t row = 0; row < world.district.teachers.size(); ++row) {
    looking[world.district.teachers.school[row]].push_back({row});
  }
  const auto keys = world.district.teachers.key;
  transfer(world.conditions, world.year(0), looking, world.district);
  EXPECT_EQ(world.district.teachers.key, keys);
}

TEST(Transfer, MoversGoTowardLowerNeedOnAverage) {
  Scenario scenario = small_scenario(40, 1600);
  scenario.parameters.hiring.transfer_need = 1.0;
  SmallWorld world(scenario);
  const auto looking = many_looking(world.district);
  const auto before = places(world.district);
  transfer(world.conditions, world.year(0), looking, world.district);
  double change = 0.0;
  int moved = 0;
  for (const auto& [person, school] : places(world.district)) {
    if (before.at(person) == school) continue;
    change += world.district.schools.need[school] - world.district.schools.need[before.at(person)];
    ++moved;
  }
  ASSERT_GT(moved, 50);
  EXPECT_LT(change / moved, -0.2);
}

TEST(Transfer, TheMoreExperiencedChooseFirst) {
  SmallWorld world(scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 60, 0.9, 20),
                                hand_made_school(2, SchoolLevel::elementary, 1, 6, 60, 0.0, 20)}));
  world.conditions.parameters.hiring.transfer_need = 50.0;  // everybody wants to
  Teachers& teachers = world.district.teachers;
  vacate(teachers, world.district.schools.teacher_begin[1]);
  std::vector<std::vector<Looker>> looking(2);
  for (std::uint32_t row = 0; row < 20; ++row) {
    looking[0].push_back({row});
    teachers.experience[row] = static_cast<float>(row == 13 ? 40 : 2);
  }
  const PersonKey eldest = teachers.key[13];
  transfer(world.conditions, world.year(0), looking, world.district);
  EXPECT_EQ(teachers.key[20], eldest);
  EXPECT_EQ(teachers.holder[13], Holder::vacant);
  EXPECT_EQ(teachers.trust_principal[20], static_cast<float>(world.conditions.parameters.trust.start));
}

TEST(Transfer, ATeacherLooksAtOtherSchoolsOfTheirLevelOnly) {
  SmallWorld world(scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 60, 0.9, 20),
                                hand_made_school(2, SchoolLevel::high, 10, 13, 60, 0.0, 20)}));
  vacate(world.district.teachers, 25);
  std::vector<std::vector<Looker>> looking(2);
  for (std::uint32_t row = 0; row < 20; ++row) looking[0].push_back({row});
  transfer(world.conditions, world.year(0), looking, world.district);
  EXPECT_EQ(world.district.teachers.holder[25], Holder::vacant);
}

TEST(Transfer, OneDrawnByAStipendTakesNoSchoolWithoutOne) {
  for (const bool drawn : {true, false}) {
    for (const std::size_t open : {25U, 45U}) {  // in the school without a stipend, in the one with it
      Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 60, 0.5, 20),
                                       hand_made_school(2, SchoolLevel::elementary, 1, 6, 60, 0.0, 20),
                                       hand_made_school(3, SchoolLevel::elementary, 1, 6, 60, 0.9, 20)});
      Incentive incentive;
      incentive.kind = Incentive::Kind::transfer;
      incentive.dollars = 30000.0;
      incentive.first_year = 1;
      incentive.years = 30;
      incentive.schools.emplace().need = NeedSelection::highest;
      scenario.framework.incentives.push_back(incentive);
      SmallWorld world(scenario);
      vacate(world.district.teachers, open);
      std::vector<std::vector<Looker>> looking(3);
      for (std::uint32_t row = 0; row < 20; ++row) looking[0].push_back({row, drawn});
      transfer(world.conditions, world.year(1), looking, world.district);
      const bool taken = world.district.teachers.holder[open] != Holder::vacant;
      EXPECT_EQ(taken, !drawn || open == 45U) << drawn << " " << open;
    }
  }
}

}  // namespace
}  // namespace districtsim
