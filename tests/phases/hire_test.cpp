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

TEST(Hire, SchoolsThatHireByThemselvesFindBetterTeachersAndAssignmentPutsNeedFirst) {
  double talent[3] = {};
  double need_of_substitutes[3] = {};
  for (const Initiative who : {Initiative::district, Initiative::shared, Initiative::school}) {
    Scenario scenario = small_scenario(40, 4000);
    scenario.framework.initiative.staffing = who;
    SmallWorld world(scenario);
    world.conditions.parameters.hiring.signal = 0.6;
    vacate_every(world.district, 4);
    hire(world.conditions, world.year(1), world.district);
    const auto place = static_cast<std::size_t>(who);
    double substitutes = 0.0;
    for (std::size_t row = 0; row < 4000; row += 4) {
      const Teachers& teachers = world.district.teachers;
      if (teachers.holder[row] == Holder::regular) {
        talent[place] += static_cast<double>(teachers.talent[row]);
      } else {
        substitutes += 1.0;
        need_of_substitutes[place] += world.district.schools.need[teachers.school[row]];
      }
    }
    talent[place] /= 1000.0 - substitutes;
    need_of_substitutes[place] /= substitutes;
  }
  EXPECT_GT(talent[2], talent[1]);
  EXPECT_GT(talent[1], talent[0]);
  EXPECT_LT(need_of_substitutes[0], need_of_substitutes[1] - 0.1);
}

TEST(Hire, FewApplicantsInTheMarketLeaveMorePostsToSubstitutes) {
  int substitutes[2] = {};
  for (const int many : {0, 1}) {
    Scenario scenario = small_scenario(20, 2000);
    scenario.context.applicants = many == 1 ? 2.0 : 0.5;
    SmallWorld world(scenario);
    vacate_every(world.district, 8);
    hire(world.conditions, world.year(1), world.district);
    substitutes[many] = sum_of_flows(world.district.flows.substitutes);
  }
  EXPECT_GT(substitutes[0], 3 * substitutes[1]);
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
