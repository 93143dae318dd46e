#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_public_work() {
  Scenario scenario = small_scenario(8, 300);
  scenario.politics.shepherding = {2.0, 1, 2};
  scenario.politics.outreach = {1.0, 2, 1};
  return scenario;
}

constexpr auto public_activity = interaction_count + static_cast<std::size_t>(OtherActivity::public_work);

TEST(WorkWithPublic, TakesHoursFromLeadersInTheYearsItIsPlanned) {
  SmallWorld world(with_public_work());
  District& d = world.district;
  const auto wanted = [&](int index) {
    work_with_public(world.conditions, week_at(world.scenario.calendar, index, 0), d.schools, d.central);
    return d.schools.public_minutes[3];
  };
  EXPECT_EQ(wanted(0), 0) << "a warm-up year";
  EXPECT_EQ(wanted(1), 120);
  EXPECT_EQ(wanted(2), 180);
  budget_time(world.conditions, d.principals, d.schools);
  const LeaderWeek week = d.schools.leaders[3];
  EXPECT_EQ(week.public_work, 180);
  EXPECT_EQ(week.other + week.operations + week.instruction, week.total);
  EXPECT_EQ(wanted(3), 0);
  budget_time(world.conditions, d.principals, d.schools);
  EXPECT_EQ(d.schools.leaders[3].total, week.total);
  EXPECT_LT(week.instruction, d.schools.leaders[3].instruction);
}

TEST(WorkWithPublic, DirectorsHoursAreEnteredAtTheCentralOffice) {
  SmallWorld world(with_public_work());
  District& d = world.district;
  d.schools.leaders.assign(8, {});
  assist_principals(world.conditions, week_at(world.scenario.calendar, 1, 0), d);
  const auto& hours = d.support.places.back().hours[static_cast<std::size_t>(PersonKind::director)];
  EXPECT_EQ(hours[public_activity], 120 * static_cast<Minutes>(d.directors.size()));
  EXPECT_EQ(d.directors.minutes[0], 120);
}

TEST(WorkWithPublic, ConversationCapitalAndCommunityGrowOverYearsAndOnlyWhereItIsOn) {
  Scenario scenario = with_public_work();
  scenario.politics.outreach.first_year = 1;
  for (const bool on : {true, false}) {
    scenario.mechanisms.turn(Mechanism::shepherding, on);
    scenario.mechanisms.turn(Mechanism::outreach, on);
    SmallWorld world(scenario);
    District& d = world.district;
    for (int week = 0; week < 36; ++week) {
      work_with_public(world.conditions, week_at(world.scenario.calendar, 1, week), d.schools, d.central);
    }
    EXPECT_EQ(d.central.conversation > 0.3, on);
    EXPECT_LT(d.central.conversation, 0.7) << "one year is not enough";
    EXPECT_EQ(d.central.political_capital > 0.6, on);
    EXPECT_EQ(d.schools.community[0] > 0.6, on);
    if (!on) {
      EXPECT_EQ(d.schools.community[0], 0.5);
    }
  }
}

TEST(WorkWithPublic, ACommunityBehindItsSchoolBringsFewerMatters) {
  SmallWorld usual(small_scenario(8, 300));
  SmallWorld behind(small_scenario(8, 300));
  behind.district.schools.community.assign(8, 1.0);
  const Week week = week_at(usual.scenario.calendar, 1, 0);
  bring_demand(usual.conditions, week, usual.district.schools);
  bring_demand(behind.conditions, week, behind.district.schools);
  EXPECT_LT(behind.district.schools.arrived[2], usual.district.schools.arrived[2]);
}

}  // namespace
}  // namespace districtsim
