#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/parallel.hpp"
#include "sim/run/replicates.hpp"
#include "tests/support/record_bytes.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

using Digests = std::vector<std::string>;

Scenario busy_scenario(int schools, int teachers, int weeks) {
  Scenario scenario = small_scenario(schools, teachers);
  scenario.calendar.years = 2;
  scenario.calendar.weeks_per_year = weeks;
  scenario.framework.discretion = 0.4;
  scenario.framework.low_income_weight = 0.5;
  scenario.framework.teachers_per_coach = 20.0;
  scenario.events.push_back({Event::Kind::revenue_change, 2, -0.05});
  scenario.record.agents = AgentsRecorded::yearly;
  return scenario;
}

Digests digests_with(int threads, const Scenario& scenario) {
  Digests digests;
  with_threads(threads, [&] { digests = digests_of(years_of(scenario, 3)); });
  return digests;
}

TEST(SamenessThreads, OneRunGivesTheSameBytesWithAnyNumberOfThreads) {
  const Scenario scenario = busy_scenario(40, 600, 6);
  const Digests alone = digests_with(1, scenario);
  ASSERT_EQ(alone.size(), 2U);
  for (const int threads : {2, 7}) EXPECT_EQ(digests_with(threads, scenario), alone) << threads;
}

TEST(SamenessReleaseOnly, ALargeRunGivesTheSameBytesWithAnyNumberOfThreads) {
  const Scenario scenario = busy_scenario(700, 26000, 12);
  const Digests alone = digests_with(1, scenario);
  for (const int threads : {2, 7, 16}) EXPECT_EQ(digests_with(threads, scenario), alone) << threads;
}

std::map<std::pair<std::size_t, std::size_t>, Digests> run_all(const std::vector<const Scenario*>& scenarios,
                                                               const RunPlan& plan, int threads) {
  std::map<std::pair<std::size_t, std::size_t>, Digests> runs;
  std::mutex mutex;
  with_threads(threads, [&] {
    run_replicates(scenarios, plan, [&](RunPlace place, const YearRecord& record) {
      const std::string digest = digest_of_year(record);
      const std::lock_guard<std::mutex> lock(mutex);
      runs[{place.scenario, place.replicate}].push_back(digest);
    });
  });
  return runs;
}

TEST(SamenessThreads, ReplicatesDoNotDependOnTheOrderInWhichTheyRun) {
  const Scenario first = busy_scenario(6, 90, 6);
  Scenario second = first;
  second.framework.teachers_per_coach = 10.0;
  RunPlan plan;
  plan.replicates = 3;
  const auto at_once = run_all({&first, &second}, plan, 3);
  plan.order = RunOrder::one_by_one;
  const auto in_turn = run_all({&first, &second}, plan, 2);
  EXPECT_EQ(at_once, in_turn);
  plan.first_replicate = 2;
  plan.replicates = 1;
  const auto last = run_all({&second, &first}, plan, 1);
  EXPECT_EQ(last.at({0, 0}), at_once.at({1, 2}));
  EXPECT_EQ(last.at({1, 0}), at_once.at({0, 2}));
  EXPECT_NE(at_once.at({0, 0}), at_once.at({0, 1})) << "replicates have luck of their own";
}

TEST(Sameness, MoreYearsLeaveTheFirstOnesAsTheyAre) {
  Scenario scenario = busy_scenario(8, 240, 12);
  scenario.calendar.years = 3;
  const Digests three = digests_of(years_of(scenario, 1));
  scenario.calendar.years = 5;
  Digests five = digests_of(years_of(scenario, 1));
  ASSERT_EQ(five.size(), 5U);
  five.resize(3);
  EXPECT_EQ(five, three);
}

TEST(Sameness, RecordingAgentsChangesNothing) {
  Scenario scenario = busy_scenario(8, 240, 12);
  Digests before;
  for (const AgentsRecorded recorded : {AgentsRecorded::none, AgentsRecorded::yearly, AgentsRecorded::weekly}) {
    scenario.record.agents = recorded;
    const auto years = years_of(scenario, 1);
    const double weeks = recorded == AgentsRecorded::none ? 0.0 : (recorded == AgentsRecorded::yearly ? 1.0 : 12.0);
    EXPECT_EQ(static_cast<double>(years[0].agents.size()), weeks * district_sum(years[0], Yearly::teachers));
    const Digests digests = digests_of(years, AgentTable::left_out);
    if (!before.empty()) {
      EXPECT_EQ(digests, before);
    }
    before = digests;
  }
}

TEST(Sameness, TheSameConditionsGiveTheSameBytesTwice) {
  const Scenario scenario = busy_scenario(8, 240, 12);
  EXPECT_EQ(digests_of(years_of(scenario, 4)), digests_of(years_of(scenario, 4)));
}

}  // namespace
}  // namespace districtsim
