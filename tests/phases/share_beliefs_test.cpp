#include <gtest/gtest.h>

#include <Eigen/Dense>

#include "sim/phases/week_phases.hpp"
#include "sim/rules/beliefs.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario believing() {
  Scenario scenario = small_scenario(4, 160);
  scenario.parameters.beliefs.expectations_fade = 0.0;
  scenario.parameters.beliefs.susceptibility = 0.4;
  return scenario;
}

void share_steps(SmallWorld& world, int steps) {
  District& d = world.district;
  for (int step = 0; step < steps; ++step) {
    share_beliefs(world.conditions, week_at(world.scenario.calendar, step / 9, (step % 9) * 4 + 3), d.norm_practice,
                  d.schools, d.teams, d.teachers);
  }
}

TEST(ShareBeliefs, GoesToTheFixedPointOfFriedkinAndJohnsen) {
  SmallWorld world(believing());
  const Teachers before = world.district.teachers;
  share_steps(world, 60);
  const Teams& teams = world.district.teams;
  const BeliefParameters& p = world.conditions.parameters.beliefs;
  for (std::size_t team = 0; team < teams.size(); ++team) {
    const std::size_t first = teams.teacher_begin[team];
    const auto members = static_cast<Eigen::Index>(teams.teacher_begin[team + 1] - first);
    if (members < 2) continue;
    Eigen::VectorXd tie(members);
    Eigen::VectorXd anchor(members);
    for (Eigen::Index i = 0; i < members; ++i) {
      const std::size_t row = first + static_cast<std::size_t>(i);
      float practice = 0.0F;
      for (int d = 0; d < dimension_count; ++d) practice += before.practice(row, d) / dimension_count;
      tie(i) = static_cast<double>(
          tie_weight(practice, static_cast<float>(world.district.norm_practice), static_cast<float>(p.expertise_tie)));
      anchor(i) = static_cast<double>(before.resistance[row]);
    }
    Eigen::MatrixXd weights = Eigen::VectorXd::Ones(members) * tie.transpose();
    weights.diagonal().setZero();
    for (Eigen::Index i = 0; i < members; ++i) weights.row(i) /= weights.row(i).sum();
    const Eigen::MatrixXd system = Eigen::MatrixXd::Identity(members, members) - p.susceptibility * weights;
    const Eigen::VectorXd exact = system.partialPivLu().solve((1.0 - p.susceptibility) * anchor);
    for (Eigen::Index i = 0; i < members; ++i) {
      EXPECT_NEAR(static_cast<double>(world.district.teachers.resistance[first + static_cast<std::size_t>(i)]),
                  exact(i), 2e-5);
    }
  }
}

TEST(ShareBeliefs, ColleaguesMoveBeliefsButNoAnchors) {
  SmallWorld world(believing());
  const Teachers before = world.district.teachers;
  share_steps(world, 20);
  EXPECT_NE(world.district.teachers.resistance, before.resistance);
  EXPECT_EQ(world.district.teachers.resistance_anchor, before.resistance_anchor);
  EXPECT_EQ(world.district.teachers.expectations_anchor, before.expectations_anchor);
  EXPECT_EQ(world.district.teachers.ownership_anchor, before.ownership_anchor);
}

TEST(ShareBeliefs, PartOfWhatSupportMadeLasts) {
  SmallWorld world(believing());
  share_steps(world, 30);
  Teachers& teachers = world.district.teachers;
  const auto anchor = teachers.expectations_anchor[5];
  teachers.expectations[5] += 0.1F;
  share_steps(world, 1);
  EXPECT_NEAR(teachers.expectations_anchor[5] - anchor, 0.1 * world.conditions.parameters.beliefs.lasting, 1e-5);
}

TEST(ShareBeliefs, ExpectationsFadeWithoutSupport) {
  Scenario scenario = believing();
  scenario.parameters.beliefs.expectations_fade = 0.01;
  SmallWorld world(scenario);
  const float before = world.district.teachers.expectations_anchor[7];
  share_steps(world, 1);
  EXPECT_NEAR(world.district.teachers.expectations_anchor[7], 0.99F * before, 1e-6F);
}

TEST(ShareBeliefs, SwitchedOffBeliefsGoBackToTheirAnchors) {
  Scenario scenario = believing();
  scenario.mechanisms.turn(Mechanism::peer_influence, false);
  SmallWorld world(scenario);
  world.district.teachers.resistance[3] += 1.0F;
  share_steps(world, 1);
  EXPECT_EQ(world.district.teachers.resistance, world.district.teachers.resistance_anchor);
  EXPECT_EQ(world.district.teachers.ownership, world.district.teachers.ownership_anchor);
}

TEST(ShareBeliefs, NobodyTalksBetweenMeetings) {
  SmallWorld world(believing());
  const Teachers before = world.district.teachers;
  share_beliefs(world.conditions, week_at(world.scenario.calendar, 0, 4), world.district.norm_practice,
                world.district.schools, world.district.teams, world.district.teachers);
  EXPECT_EQ(world.district.teachers.resistance, before.resistance);
}

TEST(GatherBeliefs, ASchoolHasTheMeanOfItsTeachers) {
  SmallWorld world(believing());
  District& d = world.district;
  for (std::size_t row = 0; row < d.teachers.size(); ++row) {
    d.teachers.efficacy[row] = d.teachers.school[row] == 1 ? 0.75F : 0.25F;
  }
  gather_beliefs(world.conditions, week_at(world.scenario.calendar, 0, 0), d.teachers, d.schools);
  EXPECT_EQ(d.schools.efficacy[1], 0.75);
  EXPECT_EQ(d.schools.efficacy[0], 0.25);
}

}  // namespace
}  // namespace districtsim
