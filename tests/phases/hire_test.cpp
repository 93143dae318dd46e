#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "sim/district/seating.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

void vacate_every(District& district, std::size_t step) {
  for (std::size_t row = 0; row < district.teachers.size(); row += step) vacate(district.teachers, row);
}

int sum_of_flows(const std::vector<int>& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

TEST(Hire, OnlyVacantPostsAreFilledAndAllOfThem) {
  SmallWorld world(small_scenario(10, 400));
  vacate_every(world.district, 8);
  const Teachers before = world.district.teachers;
  hire(world.conditions, world.year(1), world.district);
  const Teachers& after = world.district.teachers;
  for (std::size_t row = 0; row < after.size(); ++row) {
    EXPECT_NE(after.holder[row], Holder::vacant);
    if (before.holder[row] == Holder::vacant) continue;
    EXPECT_EQ(after.key[row], before.key[row]);
    EXPECT_EQ(after.strain[row], before.strain[row]);
  }
  EXPECT_EQ(sum_of_flows(world.district.flows.hired) + sum_of_flows(world.district.flows.substitutes), 50);
  const std::set<PersonKey> people(after.key.begin(), after.key.end());
  EXPECT_EQ(people.size(), after.size()) << "everybody new is somebody else";
}

TEST(Hire, HiresDoNotDependOnWhoElseIsHired) {
  SmallWorld few(small_scenario(10, 400));
  SmallWorld more(small_scenario(10, 400));
  few.conditions.parameters.hiring.applicants_per_vacancy = 20.0;
  more.conditions.parameters.hiring.applicants_per_vacancy = 20.0;
  vacate(few.district.teachers, 100);
  vacate(more.district.teachers, 100);
  vacate(more.district.teachers, 101);
  hire(few.conditions, few.year(1), few.district);
  hire(more.conditions, more.year(1), more.district);
  EXPECT_EQ(few.district.teachers.key[100], more.district.teachers.key[100]);
  EXPECT_EQ(few.district.teachers.talent[100], more.district.teachers.talent[100]);
}

TEST(Hire, MoreVacanciesMeetFewerApplicantsEach) {
  SmallWorld usual(small_scenario(20, 2000));
  SmallWorld exodus(small_scenario(20, 2000));
  vacate_every(usual.district, 10);
  vacate_every(exodus.district, 2);
  hire(usual.conditions, usual.year(1), usual.district);
  hire(exodus.conditions, exodus.year(1), exodus.district);
  EXPECT_GT(sum_of_flows(exodus.district.flows.substitutes) / 1000.0,
            2.0 * sum_of_flows(usual.district.flows.substitutes) / 200.0);
}

TEST(Hire, AClearSignalFindsBetterTeachers) {
  double mean[2] = {0.0, 0.0};
  for (const int clear : {0, 1}) {
    SmallWorld world(small_scenario(20, 2000));
    world.conditions.parameters.hiring.signal = clear;
    world.conditions.parameters.hiring.applicants_per_vacancy = 20.0;
    vacate_every(world.district, 4);
    hire(world.conditions, world.year(1), world.district);
    for (std::size_t row = 0; row < 2000; row += 4) {
      mean[clear] += static_cast<double>(world.district.teachers.talent[row]) / 500.0;
    }
  }
  EXPECT_GT(mean[1], mean[0] + 0.03);
  EXPECT_NEAR(mean[0], 0.0, 0.02);
}

TEST(Hire, SwitchedOffSubstitutesHoldTheClasses) {
  Scenario scenario = small_scenario(10, 400);
  scenario.mechanisms.turn(Mechanism::hiring, false);
  SmallWorld world(scenario);
  vacate_every(world.district, 8);
  hire(world.conditions, world.year(1), world.district);
  EXPECT_EQ(sum_of_flows(world.district.flows.hired), 0);
  EXPECT_EQ(sum_of_flows(world.district.flows.substitutes), 50);
  EXPECT_EQ(world.district.teachers.holder[0], Holder::substitute);
}

TEST(Hire, NobodyIsHiredWhereNoPostIsVacant) {
  SmallWorld world(small_scenario(10, 400));
  const auto keys = world.district.teachers.key;
  hire(world.conditions, world.year(1), world.district);
  EXPECT_EQ(world.district.teachers.key, keys);
}

}  // namespace
}  // namespace districtsim
