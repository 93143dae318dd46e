// The scenario key `start`: how a district starts where it differs from the reference district.
#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

double mean_of_column(const Column<float>& column) {
  double sum = 0.0;
  for (const float value : column) sum += static_cast<double>(value);
  return sum / static_cast<double>(column.size());
}

Scenario demoralised() {
  Scenario scenario = small_scenario(6, 240);
  scenario.start.expectations = 0.35;
  scenario.start.ownership = 0.3;
  scenario.start.efficacy = 0.3;
  scenario.start.trust = 0.2;
  scenario.start.principal_engagement = 0.85;
  scenario.start.cohesion = 0.15;
  scenario.start.data_routines = 0.1;
  scenario.start.accountability = 0.2;
  scenario.start.system_learning = 0.15;
  return scenario;
}

TEST(Start, MovesEverybodysBeliefsAndKeepsHowTheyDiffer) {
  const SmallWorld usual(small_scenario(6, 240));
  const SmallWorld low(demoralised());
  const Teachers& teachers = low.district.teachers;
  EXPECT_NEAR(mean_of_column(teachers.expectations), mean_of_column(usual.district.teachers.expectations) - 0.15, 0.01);
  EXPECT_NEAR(mean_of_column(teachers.ownership), 0.3, 0.03);
  EXPECT_NEAR(mean_of_column(teachers.efficacy), 0.3, 1e-6);
  EXPECT_NEAR(mean_of_column(teachers.trust_principal), 0.2, 1e-6);
  EXPECT_NEAR(low.district.principals.engagement[0] - usual.district.principals.engagement[0], 0.35, 0.2);
  EXPECT_EQ(low.district.schools.cohesion[0], 0.15);
  EXPECT_EQ(low.district.schools.data_routines[0], 0.1);
  EXPECT_EQ(low.district.schools.accountability[0], 0.2);
  EXPECT_EQ(low.district.central.learned_assistance, 0.15);
}

TEST(Start, IsNoExperienceThatAnchorsWouldFollow) {
  SmallWorld world(demoralised());
  District& d = world.district;
  const double before = mean_of_column(d.teachers.expectations_anchor);
  const Week meeting = week_at(world.scenario.calendar, 0, world.scenario.calendar.network_interval - 1);
  share_beliefs(world.conditions, meeting, d.norm_practice, d.schools, d.teams, d.teachers);
  EXPECT_NEAR(mean_of_column(d.teachers.expectations_anchor), before, 0.01);
}

}  // namespace
}  // namespace districtsim
