#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

int ended(const District& district) {
  return std::accumulate(district.flows.not_renewed.begin(), district.flows.not_renewed.end(), 0);
}

/// Everybody has this experience, and practice so far from what is usual with it.
void make_all_alike(District& district, float experience, float stable) {
  std::fill(district.teachers.experience.begin(), district.teachers.experience.end(), experience);
  for (auto& column : district.teachers.stable) std::fill(column.begin(), column.end(), stable);
}

TEST(Renew, WeakNovicesContractsEndWithinTheContractsLimit) {
  SmallWorld world(small_scenario(6, 360));
  make_all_alike(world.district, 1.0F, -5.0F);
  renew(world.conditions, world.year(0), world.district);
  for (std::size_t school = 0; school < 6; ++school) {
    const int staff = static_cast<int>(world.district.schools.teachers(school));
    EXPECT_EQ(world.district.flows.not_renewed[school],
              most_not_renewed(staff, world.conditions.parameters.staffing_moves));
    EXPECT_EQ(world.district.support.places[school].of(InteractionKind::staffing_moves).kept,
              world.district.flows.not_renewed[school]);
  }
}

TEST(Renew, WeakTeachersWithExperienceAndSubstitutesAreLeftAlone) {
  SmallWorld world(small_scenario(6, 360));
  make_all_alike(world.district, 3.0F, -5.0F);
  renew(world.conditions, world.year(0), world.district);
  EXPECT_EQ(ended(world.district), 0);
  make_all_alike(world.district, 0.0F, -5.0F);
  std::fill(world.district.teachers.holder.begin(), world.district.teachers.holder.end(), Holder::substitute);
  renew(world.conditions, world.year(0), world.district);
  EXPECT_EQ(ended(world.district), 0);
}

TEST(Renew, TheContractsYearsAndTheUnionsStrengthSetTheLimits) {
  int ended_with[3] = {};
  for (const int step : {0, 1, 2}) {
    Scenario scenario = small_scenario(6, 600);
    scenario.context.tenure_years = 5;
    scenario.context.union_strength = 0.5 * step;
    SmallWorld world(scenario);
    make_all_alike(world.district, 4.0F, -5.0F);
    renew(world.conditions, world.year(0), world.district);
    ended_with[step] = ended(world.district);
  }
  EXPECT_GT(ended_with[0], ended_with[1]);
  EXPECT_GT(ended_with[1], ended_with[2]);
  EXPECT_GT(ended_with[2], 0);
}

TEST(Renew, GoodNovicesStay) {
  SmallWorld world(small_scenario(6, 360));
  make_all_alike(world.district, 1.0F, 5.0F);
  renew(world.conditions, world.year(0), world.district);
  EXPECT_EQ(ended(world.district), 0);
}

TEST(Renew, AFormalEvaluationLetsPrincipalsSeeWhoIsWeak) {
  SmallWorld seen(small_scenario(60, 6000));
  make_all_alike(seen.district, 1.0F, -0.7F);
  SmallWorld unseen(small_scenario(60, 6000));
  make_all_alike(unseen.district, 1.0F, -0.7F);
  seen.conditions.parameters.staffing_moves.largest_share = 1.0;
  unseen.conditions.parameters.staffing_moves.largest_share = 1.0;
  seen.district.schools.evaluated.assign(60, 10000);
  unseen.district.schools.evaluated.assign(60, 0);
  renew(seen.conditions, seen.year(0), seen.district);
  renew(unseen.conditions, unseen.year(0), unseen.district);
  EXPECT_GT(ended(seen.district), 2 * ended(unseen.district));
}

TEST(Renew, ThoseNotRenewedCountAmongThoseWhoLeft) {
  SmallWorld world(small_scenario(6, 360));
  world.conditions.parameters.departure.leave_base = -80.0;
  world.conditions.parameters.departure.retirement = 0.0;
  make_all_alike(world.district, 1.0F, -5.0F);
  depart(world.conditions, world.year(0), world.district);
  EXPECT_GT(ended(world.district), 0);
  EXPECT_EQ(world.district.flows.left, world.district.flows.not_renewed);
}

TEST(Renew, SwitchedOffEverybodyIsRenewed) {
  for (const Mechanism off : {Mechanism::staffing_moves, Mechanism::departures}) {
    Scenario scenario = small_scenario(6, 360);
    scenario.mechanisms.turn(off, false);
    SmallWorld world(scenario);
    make_all_alike(world.district, 1.0F, -5.0F);
    world.district.flows.not_renewed.assign(6, 3);
    renew(world.conditions, world.year(0), world.district);
    EXPECT_EQ(ended(world.district), 0);
  }
}

}  // namespace
}  // namespace districtsim
