// What the central office does for its directors and learns from schools: support_directors, give_feedback,
// report_upward.
#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Week network_meets(const Scenario& scenario) {
  return week_at(scenario.calendar, 0, scenario.calendar.network_interval - 1);
}

/// The week in the middle of a year with one feedback.
Week feedback_due(const Scenario& scenario) {
  return week_at(scenario.calendar, 0, scenario.calendar.weeks_per_year / 2);
}

Scenario with_sponsorship(double sponsorship, double hours) {
  Scenario scenario = small_scenario(48, 2000);
  scenario.framework.sponsorship = sponsorship;
  scenario.support.director_support_hours = hours;
  return scenario;
}

double backing_after_year(const Scenario& scenario) {
  SmallWorld world(scenario);
  for (int meeting = 0; meeting < 9; ++meeting) {
    world.district.directors.minutes.assign(2, 0);
    support_directors(world.conditions, network_meets(scenario), world.district);
  }
  return world.district.directors.backing[0];
}

TEST(SupportDirectors, UsualSupportKeepsBackingAndNoneLosesIt) {
  EXPECT_NEAR(backing_after_year(with_sponsorship(0.5, 2.0)), 0.5, 1e-12);
  EXPECT_LT(backing_after_year(with_sponsorship(0.5, 0.0)), 0.3);
  EXPECT_GT(backing_after_year(with_sponsorship(1.0, 4.0)), 0.6);
}

TEST(SupportDirectors, DirectorsLearnAndBothSidesSpendTheHours) {
  SmallWorld world(with_sponsorship(0.5, 2.0));
  support_directors(world.conditions, network_meets(world.scenario), world.district);
  EXPECT_GT(world.district.directors.supported[0], 0.0);
  EXPECT_EQ(world.district.directors.minutes[0], 120);
  const KindTally& tally = world.district.support.places.back().of(InteractionKind::director_support);
  EXPECT_EQ(tally.kept, 2);
  EXPECT_EQ(tally.given, 240);
  EXPECT_EQ(tally.received, 240);
}

TEST(SupportDirectors, NeverTakesMoreThanTheWeekHas) {
  SmallWorld world(with_sponsorship(0.5, 2.0));
  world.district.directors.minutes.assign(2, in_minutes(world.conditions.parameters.assistance.work_week) - 60);
  support_directors(world.conditions, network_meets(world.scenario), world.district);
  EXPECT_EQ(world.district.directors.supported[0], 0.0);
  EXPECT_EQ(world.district.support.places.back().of(InteractionKind::director_support).kept, 0);
}

TEST(GiveFeedback, TeachesOnlyWhereAssistanceIsAttached) {
  SmallWorld world(small_scenario(20, 800));
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  for (std::size_t school = 0; school < 20; ++school) d.principals.assisted[school] = school % 2 == 0 ? 0.8 : 0.0;
  const Principals before = d.principals;
  give_feedback(world.conditions, feedback_due(world.scenario), d);
  for (std::size_t school = 0; school < 20; ++school) {
    ASSERT_EQ(d.support.places[school].of(InteractionKind::leadership_feedback).kept, 1);
    EXPECT_EQ(d.principals.supported[school] > before.supported[school], school % 2 == 0);
    EXPECT_EQ(d.principals.trust_director[school] < before.trust_director[school], school % 2 == 1);
    EXPECT_EQ(d.schools.committed[school], 60);
  }
}

TEST(GiveFeedback, ComesSoManyTimesAYear) {
  Scenario scenario = small_scenario(4, 160);
  scenario.support.leadership_feedback = 3;
  SmallWorld world(scenario);
  District& d = world.district;
  for (int week = 0; week < scenario.calendar.weeks_per_year; ++week) {
    budget_time(world.conditions, d.principals, d.schools);
    d.directors.minutes.assign(d.directors.size(), 0);
    give_feedback(world.conditions, week_at(scenario.calendar, 0, week), d);
  }
  EXPECT_EQ(d.support.places[0].of(InteractionKind::leadership_feedback).kept, 3);
}

/// What is learned in a year of reports, with this much evidence.
double learned_in_a_year(double evidence, bool on = true) {
  Scenario scenario = small_scenario(20, 800);
  scenario.mechanisms.turn(Mechanism::upward_evidence, on);
  SmallWorld world(scenario);
  District& d = world.district;
  for (int meeting = 0; meeting < 9; ++meeting) {
    d.principals.assisted.assign(20, evidence);
    d.schools.data_routines.assign(20, evidence);
    d.directors.minutes.assign(d.directors.size(), 0);
    report_upward(world.conditions, network_meets(scenario), d);
  }
  return d.central.learned_operations;
}

TEST(ReportUpward, UnitsLearnFromEvidenceAndForgetWithoutIt) {
  const double start = default_parameters().system_learning.start;
  EXPECT_NEAR(learned_in_a_year(0.66), start, 0.001);
  EXPECT_GT(learned_in_a_year(1.0), start + 0.04);
  EXPECT_LT(learned_in_a_year(0.0), start - 0.05);
  EXPECT_EQ(learned_in_a_year(1.0, false), start);
}

TEST(ReportUpward, DirectorsWithoutTimeBringNothing) {
  SmallWorld world(small_scenario(20, 800));
  District& d = world.district;
  d.directors.minutes.assign(d.directors.size(), in_minutes(world.conditions.parameters.assistance.work_week));
  report_upward(world.conditions, network_meets(world.scenario), d);
  EXPECT_EQ(d.support.places.back().of(InteractionKind::upward_evidence).kept, 0);
  EXPECT_LT(d.central.learned_operations, world.conditions.parameters.system_learning.start);
}

}  // namespace
}  // namespace districtsim
