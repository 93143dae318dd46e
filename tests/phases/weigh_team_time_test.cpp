#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

TEST(WeighTeamTime, BacklogAndLowEfficacyTakeTeamTimeAway) {
  SmallWorld world(small_scenario(4, 160));
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  const TeamTimeParameters& p = world.conditions.parameters.team_time;
  for (std::size_t school = 0; school < 4; ++school) {
    d.schools.climate[school] = 0.5;
    d.schools.backlog[school] = static_cast<Minutes>(d.schools.leaders[school].total * p.usual_backlog);
  }
  d.schools.backlog[1] += d.schools.leaders[1].total;
  d.schools.efficacy[2] -= 0.2;
  d.schools.climate[3] = -2.0;
  weigh_team_time(world.conditions, d.schools);
  EXPECT_NEAR(d.schools.team_share[0], p.reference, 1e-3);
  EXPECT_NEAR(d.schools.team_share[1], p.reference - p.backlog, 1e-3);
  EXPECT_NEAR(d.schools.team_share[2], p.reference - 0.2 * p.efficacy, 1e-3);
  EXPECT_NEAR(d.schools.team_share[3], p.reference - 2.0 * p.disorder, 1e-3);
}

TEST(WeighTeamTime, SwitchedOffItIsTheReferenceEverywhere) {
  Scenario scenario = small_scenario(4, 160);
  scenario.mechanisms.turn(Mechanism::team_time, false);
  SmallWorld world(scenario);
  world.district.schools.backlog.assign(4, 100000);
  world.district.schools.team_share.assign(4, 0.2);
  weigh_team_time(world.conditions, world.district.schools);
  EXPECT_EQ(world.district.schools.team_share, std::vector<double>(4, world.conditions.parameters.team_time.reference));
}

}  // namespace
}  // namespace districtsim
