#include <gtest/gtest.h>

#include <algorithm>

#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Teachers of usual trust and no strain, classes that grow as the norm.
void make_usual(SmallWorld& world) {
  Teachers& teachers = world.district.teachers;
  const auto trust = static_cast<float>(world.conditions.parameters.efficacy.reference_trust);
  std::fill(teachers.trust_principal.begin(), teachers.trust_principal.end(), trust);
  std::fill(teachers.trust_coach.begin(), teachers.trust_coach.end(), trust);
  std::fill(teachers.strain.begin(), teachers.strain.end(), 0.0F);
  std::fill(world.district.cells.growth.begin(), world.district.cells.growth.end(), 0.0);
}

TEST(FeelEfficacy, AUsualYearLeavesItAtItsStart) {
  SmallWorld world(small_scenario(5, 200));
  make_usual(world);
  feel_efficacy(world.conditions, world.district);
  for (const float efficacy : world.district.teachers.efficacy) EXPECT_NEAR(efficacy, 0.5F, 1e-6F);
}

TEST(FeelEfficacy, TheTeamWhoseClassesGrewFeelsIt) {
  SmallWorld world(scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 3, 90, 0.5, 18)}));
  make_usual(world);
  District& d = world.district;
  for (const Group group : {Group::low_income, Group::other}) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      d.cells.growth[d.cells.row(0, 2, group, subject)] = 0.2;
    }
  }
  feel_efficacy(world.conditions, d);
  const EfficacyParameters& p = world.conditions.parameters.efficacy;
  // 90 students in two subjects
  const double of_grade = p.rate * p.success * 0.2 * 180.0 / (180.0 + p.half_students);
  for (std::size_t team = 0; team < d.teams.size(); ++team) {
    if (d.teams.subject[team] == Teams::Subject::other) continue;
    for (std::size_t row = d.teams.teacher_begin[team]; row < d.teams.teacher_begin[team + 1]; ++row) {
      EXPECT_NEAR(static_cast<double>(d.teachers.efficacy[row]), 0.5 + (d.teams.grade[team] == 2 ? of_grade : 0.0),
                  1e-6);
    }
  }
}

TEST(FeelEfficacy, StrainWearsItDownAndTrustBuildsIt) {
  SmallWorld world(small_scenario(5, 200));
  make_usual(world);
  world.district.teachers.strain[0] = 2.0F;
  world.district.teachers.trust_principal[1] = 0.9F;
  feel_efficacy(world.conditions, world.district);
  const Teachers& teachers = world.district.teachers;
  EXPECT_LT(teachers.efficacy[0], teachers.efficacy[2]);
  EXPECT_GT(teachers.efficacy[1], teachers.efficacy[2]);
}

TEST(FeelEfficacy, AssessedGrowthIsWhatIsFelt) {
  Scenario scenario = small_scenario(5, 200);
  scenario.parameters.cohort.class_noise = 0.0;
  SmallWorld world(scenario);
  for (auto& column : world.district.teachers.stable) {
    for (float& practice : column) practice += 1.0F;
  }
  assess(world.conditions, world.year(1), world.district);
  make_usual(world);
  assess(world.conditions, world.year(1), world.district);
  feel_efficacy(world.conditions, world.district);
  double sum = 0.0;
  for (const float efficacy : world.district.teachers.efficacy) sum += static_cast<double>(efficacy);
  EXPECT_GT(sum / static_cast<double>(world.district.teachers.size()), 0.52);
}

TEST(FeelEfficacy, SwitchedOffItStays) {
  Scenario scenario = small_scenario(5, 200);
  scenario.mechanisms.turn(Mechanism::efficacy, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  world.district.cells.growth.assign(world.district.cells.size(), 1.0);
  feel_efficacy(world.conditions, world.district);
  EXPECT_EQ(world.district.teachers.efficacy, before.efficacy);
}

}  // namespace
}  // namespace districtsim
