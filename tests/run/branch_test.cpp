#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <mutex>

#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/replicates.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/record_bytes.hpp"
#include "tests/support/rich_scenario.hpp"

namespace districtsim {
namespace {

using testing::HasSubstr;
using Digests = std::vector<std::string>;
using Runs = std::map<std::pair<std::size_t, std::size_t>, Digests>;

/// Of all that a year holds, single interactions too.
std::string digest_of_all(const YearRecord& record) {
  Sha256 digest;
  feed_all(digest, record.interactions.week);
  feed_all(digest, record.interactions.giver);
  feed_all(digest, record.interactions.receiver);
  feed_all(digest, record.interactions.minutes);
  feed_all(digest, record.interactions.effect);
  return digest_of_year(record) + digest.hex();
}

Runs all_runs(const std::vector<const Scenario*>& scenarios, std::optional<BranchPoint> branch, int threads,
              int replicates = 1) {
  RunPlan plan;
  plan.seed = 5;
  plan.replicates = replicates;
  plan.branch = branch;
  Runs runs;
  std::mutex mutex;
  with_threads(threads, [&] {
    run_replicates(scenarios, plan, [&](RunPlace place, const YearRecord& record) {
      const std::string digest = digest_of_all(record);
      const std::lock_guard<std::mutex> lock(mutex);
      runs[{place.scenario, place.replicate}].push_back(digest);
    });
  });
  return runs;
}

/// Every kind of change that begins in year 3: a move of posts, one of dollars, events, a fund, a mandate, a stipend.
Scenario with_later_changes(Scenario scenario) {
  scenario.name = "later";
  const SchoolSelector low{NeedSelection::lowest_half, {}, {}, {}, {}};
  const SchoolSelector high{NeedSelection::highest_half, {}, {}, {}, {}};
  scenario.reallocations.insert(scenario.reallocations.begin(),
                                {Resource::coach_fte, 1, 3, 1, low, high, "l.yaml:1:1"});
  scenario.reallocations.push_back({Resource::dollars, 20000, 3, 2, low, high, "l.yaml:2:1"});
  scenario.events.push_back({Event::Kind::revenue_change, 3, -0.04, {}, 0});
  scenario.events.push_back({Event::Kind::principals_exit, 3, 0.0, {}, 0});
  Fund fund;
  fund.name = "Later";
  fund.dollars = 300000.0;
  fund.first_year = 3;
  scenario.context.funds.insert(scenario.context.funds.begin(), fund);
  Mandate mandate;
  mandate.what = Mandated::intervention_fte;
  mandate.year = 3;
  scenario.framework.mandates.insert(scenario.framework.mandates.begin(), mandate);
  scenario.framework.incentives.push_back({Incentive::Kind::retention, 3000.0, high, 3, 2});
  return scenario;
}

TEST(BranchThreads, AForkEqualsTheUninterruptedRunBitForBit) {
  for (const bool market : {false, true}) {
    Scenario baseline = rich_scenario(market);
    const Scenario same = baseline;
    const Scenario later = with_later_changes(baseline);
    const Runs whole = all_runs({&baseline, &same, &later}, {}, 2, 2);
    ASSERT_NE(whole.at({0, 0}), whole.at({2, 0})) << "the alternative is another one";
    for (const BranchPoint branch : {BranchPoint{3, 0}, BranchPoint{2, 7}, BranchPoint{2, 1}, BranchPoint{1, 0}}) {
      for (const int threads : {1, 2}) {
        EXPECT_EQ(all_runs({&baseline, &same, &later}, branch, threads, 2), whole)
            << "year " << branch.year << ", week " << branch.week << ", market " << market;
      }
    }
    const BranchPoint last_week{3, baseline.calendar.weeks_per_year - 1};
    Runs of_baseline = all_runs({&baseline, &same}, last_week, 2);
    EXPECT_EQ(of_baseline.at({1, 0}), whole.at({0, 0}));
  }
}

TEST(Branch, AnAlternativesRulesHoldFromTheBranchOn) {
  const Scenario baseline = rich_scenario(false);
  Scenario freer = baseline;
  freer.framework.discretion = 0.9;
  freer.support.coach_caseload = 20.0;
  freer.mechanisms.turn(Mechanism::mentoring, false);
  freer.reallocations.clear();  // what was moved stays moved, and can be taken back
  freer.framework.mandates.clear();
  const Runs runs = all_runs({&baseline, &freer}, BranchPoint{3, 0}, 1);
  const Digests& before = runs.at({0, 0});
  const Digests& after = runs.at({1, 0});
  ASSERT_EQ(after.size(), before.size());
  EXPECT_EQ(after[0], before[0]);
  EXPECT_EQ(after[1], before[1]);
  EXPECT_NE(after[2], before[2]);
  const Runs in_the_year = all_runs({&baseline, &freer}, BranchPoint{3, 6}, 1);
  EXPECT_NE(in_the_year.at({1, 0})[2], before[2]);
  EXPECT_NE(in_the_year.at({1, 0})[2], after[2]);
}

TEST(Branch, WhatOnlyActsAtTheStartIsNamed) {
  const Scenario baseline = rich_scenario(false);
  Scenario other = baseline;
  EXPECT_TRUE(unheeded_by_branch(baseline, other, {3, 0}).empty());
  other.framework.teachers_per_coach = 9.0;
  other.start.trust = 0.9;
  other.parameters.prices.coach *= 2.0;
  other.events.push_back({Event::Kind::directors_exit, 3, 0.0, {}, 0});
  other.reallocations.push_back({Resource::dollars, 5, 2, 2, {}, {}, "o.yaml:3:1"});
  const std::vector<std::string> notes = unheeded_by_branch(baseline, other, {3, 1});
  ASSERT_EQ(notes.size(), 5U);
  EXPECT_THAT(notes[0], HasSubstr("framework.teachers_per_coach"));
  EXPECT_THAT(notes[1], HasSubstr("start"));
  EXPECT_THAT(notes[2], HasSubstr("prices.coach"));
  EXPECT_THAT(notes[3], HasSubstr("o.yaml:3:1"));
  EXPECT_THAT(notes[4], HasSubstr("event of year 3"));
  EXPECT_EQ(unheeded_by_branch(baseline, other, {3, 0}).size(), 4U) << "year 3 is still to come";
}

TEST(Branch, ForksOfManyKindsKeepPeopleHoursAndCents) {
  int forked = 0;
  for (std::uint32_t number = 0; number < 120; ++number) {
    const Scenario baseline = RandomScenario(number).draw_money();
    Scenario other = baseline;
    const Scenario drawn = RandomScenario(number + 1000).draw_money();
    other.framework = drawn.framework;
    other.framework.support_market.market = baseline.framework.support_market.market;
    other.politics = drawn.politics;
    other.mechanisms = drawn.mechanisms;
    other.mechanisms.turn(Mechanism::support_market, baseline.mechanisms.on(Mechanism::support_market));
    other.events = drawn.events;
    other.reallocations.clear();
    for (const Fund& fund : drawn.context.funds) {
      const auto& own = baseline.context.funds;
      const bool there = std::any_of(own.begin(), own.end(), [&](const Fund& one) { return one.name == fund.name; });
      if (!there) other.context.funds.push_back(fund);
    }
    const BranchPoint branch{1 + static_cast<int>(number) % baseline.calendar.years, static_cast<int>(number) % 6};
    try {
      const Runs runs = all_runs({&baseline, &other}, branch, 1);  // checks itself every year
      EXPECT_EQ(runs.at({1, 0}).size(), static_cast<std::size_t>(baseline.calendar.years));
      ++forked;
    } catch (const Failure&) {  // no common history, or a plan that cannot be paid
    }
  }
  EXPECT_GE(forked, 25);
}

std::string refusal(const Scenario& baseline, const Scenario& alternative, BranchPoint branch) {
  try {
    check_branch({&baseline, &alternative}, branch);
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    return failure.what();
  }
  return "";
}

TEST(Branch, WhatCannotShareAHistoryIsRefusedWithEveryReason) {
  const Scenario baseline = rich_scenario(false);
  Scenario other = baseline;
  EXPECT_EQ(refusal(baseline, other, {3, 4}), "");
  EXPECT_THAT(refusal(baseline, other, {9, 0}), HasSubstr("outside of the run"));
  other.calendar.warm_up_years = 2;
  other.context.price_year = 2001;
  other.context.funds.clear();
  other.framework.support_market.market = true;
  const std::string all = refusal(baseline, other, {2, 0});
  EXPECT_THAT(all, HasSubstr("calendar"));
  EXPECT_THAT(all, HasSubstr("context.price_year is 2025 and 2001"));
  EXPECT_THAT(all, HasSubstr("lacks the fund"));
  EXPECT_THAT(all, HasSubstr("framework.support_market"));
  Scenario richer = baseline;
  richer.context.funds.front().dollars *= 2.0;
  richer.parameters.coaching.work_week *= 0.5;
  EXPECT_EQ(refusal(baseline, richer, {2, 0}), "");
  EXPECT_THAT(refusal(baseline, richer, {2, 1}), HasSubstr("before its first week"));
}

}  // namespace
}  // namespace districtsim
