#include "analysis/winners.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "analysis/regret.hpp"
#include "tests/analysis/hand_record.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

constexpr std::size_t low_school = 0;   ///< lowest need
constexpr std::size_t high_school = 1;  ///< highest need
constexpr int week = 2;
constexpr std::size_t achievement_row = static_cast<std::size_t>(SchoolOutcome::achievement);
constexpr std::size_t spending_row = static_cast<std::size_t>(SchoolOutcome::spending_per_student);

/// Two elementary schools of unlike need; one year.
Scenario two_schools() {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 30, 0.1, 12),
                                   hand_made_school(2, SchoolLevel::elementary, 1, 6, 10, 0.9, 4)});
  scenario.calendar.years = 1;
  return scenario;
}

/// Scores of both schools, with 100 students each and 100 dollars a student times `money`.
YearRecord scores(double low, double high, double money = 1.0) {
  YearRecord record = empty_record(2, week);
  put_students(record, low_school, Group::other, 100.0, low);
  put_students(record, high_school, Group::low_income, 100.0, high);
  for (const std::size_t school : {low_school, high_school}) {
    put(record, Yearly::students, school, 100.0);
    put(record, Yearly::allocation, school, 10000.0 * money);
  }
  return record;
}

/// Baseline, a plan that helps the school of high need in 9 of 10 runs, and one that helps the other in every run.
class ThreeScenarios : public ::testing::Test {
 protected:
  ThreeScenarios() : years_({&scenario_, &scenario_, &scenario_}, 4) {
    years_.extend(6);
    for (std::size_t replicate = 0; replicate < 10; ++replicate) {
      years_.take({0, replicate}, scores(0.2, -0.4));
      years_.take({1, replicate}, scores(0.2, replicate == 7 ? -0.5 : -0.3, 1.1));
      years_.take({2, replicate}, scores(0.3, -0.4));
    }
  }
  [[nodiscard]] const DistrictYears& years() const { return years_; }

 private:
  Scenario scenario_ = two_schools();
  DistrictYears years_;
};

TEST_F(ThreeScenarios, SchoolsCarryProbabilitiesAndTiesAreNeither) {
  const WinnersAndLosers helped = winners_and_losers(years(), 1);
  const std::vector<Fate>& achievement = helped.schools[achievement_row];
  EXPECT_EQ(achievement[low_school].worse + achievement[low_school].better, 0.0);
  EXPECT_NEAR(achievement[high_school].better, 0.9, 1e-12);
  EXPECT_NEAR(achievement[high_school].worse, 0.1, 1e-12);
  EXPECT_NEAR(achievement[high_school].difference, 0.1 * 0.9 - 0.1 * 0.1, 1e-12);
  const FateCounts counts = count_fates(achievement);
  EXPECT_EQ(counts.known, 2U);
  EXPECT_EQ(counts.better, 1U);
  EXPECT_EQ(counts.worse, 0U);
  EXPECT_EQ(count_fates(helped.schools[spending_row]).better, 2U);
  EXPECT_NEAR(helped.schools[spending_row][low_school].difference, 10.0, 1e-9);
}

TEST_F(ThreeScenarios, GroupsAreFixedAtTheBaseline) {
  const WinnersAndLosers helped = winners_and_losers(years(), 2);
  const std::vector<Fate>& groups = helped.groups[achievement_row];
  for (std::size_t group = 0; group < fixed_groups.size(); ++group) {
    const std::string_view name = fixed_groups[group].name;
    // Of two schools the lower half stands for both lower quarters.
    const bool helped_here = name == "all" || name == "other" || name == "lowest_need" || name == "second_need";
    EXPECT_EQ(groups[group].better, helped_here ? 1.0 : 0.0) << name;
  }
  EXPECT_EQ(helped.groups[spending_row][1].pairs, 0U) << "students of families have no spending of their own";
}

TEST_F(ThreeScenarios, RegretIsWhatTheBestScenarioOfTheReplicateWouldHaveBrought) {
  std::vector<double> of_highest(3);
  std::vector<double> best(3);
  for (const GroupRegret& one : group_regrets(years())) {
    if (one.outcome != SchoolOutcome::achievement || fixed_groups[one.group].name != "highest_need") continue;
    of_highest[one.scenario] = one.regret;
    best[one.scenario] = one.share_best;
    EXPECT_EQ(one.replicates, 10U);
    EXPECT_LE(one.precision.low, one.regret);
  }
  EXPECT_NEAR(of_highest[0], 0.09, 1e-12) << "0.1 in nine of ten replicates";
  EXPECT_NEAR(of_highest[1], 0.01, 1e-12) << "0.1 in the other one";
  EXPECT_NEAR(of_highest[2], 0.09, 1e-12);
  EXPECT_NEAR(best[0], 0.1, 1e-12);
  EXPECT_NEAR(best[1], 0.9, 1e-12);
}

TEST_F(ThreeScenarios, RobustnessIsTheShareOfReplicatesThatAPlanWins) {
  const std::size_t low_income = measure_row("achievement_low_income");
  const std::size_t gap = measure_row("achievement_gap");
  int seen = 0;
  for (const Robustness& one : robustness_of(years())) {
    if (one.measure == low_income) {
      EXPECT_NEAR(one.beats_baseline, one.alternative == 0 ? 0.9 : 0.0, 1e-12);
      EXPECT_NEAR(one.beats_all, one.alternative == 0 ? 0.9 : 0.0, 1e-12);
      ++seen;
    }
    if (one.measure == gap) {
      EXPECT_NEAR(one.beats_baseline, one.alternative == 0 ? 0.9 : 0.0, 1e-12) << "a smaller gap is better";
      ++seen;
    }
  }
  EXPECT_EQ(seen, 4);
}

}  // namespace
}  // namespace districtsim
