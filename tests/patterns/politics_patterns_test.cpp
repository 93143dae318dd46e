// Qualitative patterns of the source studies about politics, new roles and leaders at the top (model page: sim/ODD.md,
// section 1).

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/patterns/ensemble.hpp"

namespace districtsim {
namespace {

constexpr Ensemble runs{701, 30};

/// 20 coach posts and 2 % of dollars go to need in years 3 to 5 of 7.
Scenario moving_to_need() {
  SyntheticPlan plan;
  plan.schools = 24;
  plan.teachers = 720;
  Scenario scenario;
  scenario.name = "to need";
  scenario.district = synthetic_profile(plan);
  scenario.parameters = default_parameters();
  scenario.calendar.years = 7;
  scenario.calendar.warm_up_years = 1;
  scenario.framework.teachers_per_coach = 20.0;
  for (const Resource what : {Resource::coach_fte, Resource::dollars_percent}) {
    Reallocation move;
    move.what = what;
    move.amount = what == Resource::coach_fte ? 9.0 : 2.0;
    move.year = 3;
    move.years = 3;
    move.from.need = NeedSelection::lowest_half;
    move.to.need = NeedSelection::highest_quarter;
    scenario.reallocations.push_back(move);
  }
  return scenario;
}

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

TEST(PoliticsPatternReleaseOnly, S7MovingTowardNeedProvokesPushBackAndYearsOfShepherdingReduceRollBacks) {
  const Scenario bare = moving_to_need();
  Scenario late = bare;
  late.politics.shepherding = {1.0, 3, 5};
  Scenario shepherded = bare;
  shepherded.politics.shepherding = {1.0, 1, 7};
  const auto by_now = last_years({&bare, &late, &shepherded}, runs, "rolled_back_by_now");
  EXPECT_GE(mean(by_now[0]), 0.5) << "without groundwork the board takes back in half of the districts or more";
  EXPECT_LE(mean(by_now[2]), mean(by_now[0]) - 0.25) << "with two years of shepherding before";
  EXPECT_LE(mean(by_now[2]), mean(by_now[1])) << "before is better than only from then on";
  Scenario nothing = bare;
  nothing.reallocations.clear();
  const auto pushed = last_years({&nothing, &bare, &shepherded}, runs, "push_back_lowest_need");
  EXPECT_EQ(mean(pushed[0]), 0.0);
  EXPECT_GT(mean(pushed[1]), 0.0);
}

TEST(PoliticsPatternReleaseOnly, S8ANewSuperintendentWeakensSupportAndDistributedLeadershipSoftensTheLoss) {
  std::array<double, 2> lost{};
  for (const bool distributed : {false, true}) {
    Scenario stays = made_up_district(600, 4);
    stays.parameters.succession.exit = 0.0;
    stays.support.leadership_team_interval = distributed ? 2 : 18;
    stays.support.director_support_hours = distributed ? 4.0 : 0.0;
    stays.start.cohesion = distributed ? 0.8 : 0.3;
    Scenario leaves = stays;
    Event exit;
    exit.kind = Event::Kind::superintendent_exit;
    exit.year = 4;
    leaves.events.push_back(exit);
    const PairedDifference sponsorship = last_year_difference(stays, leaves, {702, 12}, "top_sponsorship");
    EXPECT_LE(sponsorship.precision.high, -0.02);
    const PairedDifference backing = last_year_difference(stays, leaves, {702, 12}, "legitimacy");
    if (!distributed) {
      EXPECT_LT(backing.difference, 0.0) << "support for teacher leaders weakens with it";
    }
    lost[distributed ? 1 : 0] = -sponsorship.difference;
  }
  EXPECT_LE(lost[1], 0.75 * lost[0]);
}

/// Every school must have an instructional specialist from year 4 on.
Scenario new_role(int groundwork_years, double sponsorship) {
  Scenario scenario = made_up_district(600, 8);
  scenario.framework.teachers_per_coach = 1000.0;
  scenario.framework.sponsorship = sponsorship;
  Mandate mandate;
  mandate.role = LeaderRole::instructional_specialist;
  mandate.year = 4;
  mandate.groundwork_years = groundwork_years;
  scenario.framework.mandates.push_back(mandate);
  return scenario;
}

TEST(PoliticsPatternReleaseOnly, S12NewRolesWithoutGroundworkStartSlowlyAndAreAbandonedMoreOften) {
  const Scenario abrupt = new_role(0, 0.3);
  const Scenario prepared = new_role(4, 0.7);
  std::array<double, 2> legitimacy{};
  std::array<double, 2> abandoned{};
  for (const bool ready : {false, true}) {
    const std::size_t own = ready ? 1 : 0;
    watch_ensemble(ready ? prepared : abrupt, 703, 8, [&](std::size_t, const YearRecord& record) {
      for (std::size_t school = 0; school < record.schools; ++school) {
        abandoned[own] += record.yearly_of(Yearly::abandoned_posts)[school] / 8.0;
      }
      if (record.year != 5) return;
      legitimacy[own] +=
          measure_year(record, facts_of((ready ? prepared : abrupt).district))[measure_row("legitimacy")] / 8.0;
    });
  }
  EXPECT_GE(legitimacy[1], legitimacy[0] + 0.1);
  EXPECT_GE(abandoned[0], 2.0 * abandoned[1] + 1.0) << "posts a district";
}

TEST(PoliticsPatternReleaseOnly, S14OutreachBeforeAContestedPlanRaisesItsSurvivalAndLessAfterPushBack) {
  const Scenario none = moving_to_need();
  Scenario before = none;
  before.politics.outreach = {1.0, 1, 3};
  Scenario after = none;
  after.politics.outreach = {1.0, 4, 3};  // as many years, from the spring after the first push-back on
  const auto by_now = last_years({&none, &before, &after}, runs, "rolled_back_by_now");
  EXPECT_LE(mean(by_now[1]), mean(by_now[0]) - 0.15);
  EXPECT_LT(mean(by_now[1]), mean(by_now[2])) << "after push-back it does less";
}

}  // namespace
}  // namespace districtsim
