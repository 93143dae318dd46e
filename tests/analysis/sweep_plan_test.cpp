#include "analysis/sweep_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "analysis/measures.hpp"
#include "analysis/sweep_measures.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;

constexpr const char* moving = R"(extends: base.yaml
schema: 1
reallocations:
- {what: dollars, amount: 1000, from: {need: lowest_half}, to: {need: highest_half}}
)";

class SweepPlanTest : public ScenarioFolder {
 protected:
  void SetUp() override {
    ScenarioFolder::SetUp();
    static_cast<void>(write_scenario("base.yaml", "framework: {discretion: 0.3}\n"));
    static_cast<void>(write("moving.yaml", moving));
    static_cast<void>(write("lay/growth.yaml", "schema: 1\nlayer: context\ncontext: {voice: 2}\n"));
  }
  [[nodiscard]] SweepPlan plan_of(const std::string& more) const {
    return SweepPlan(write("d.yaml", "schema: 1\nbase: base.yaml\nyears: 2\nsamples: 4\n" + more));
  }
};

const std::string two_inputs = R"(parameters:
  framework.discretion: {low: 0, high: 1}
  reallocations.0.amount: {low: 500, high: 1500}
)";

TEST_F(SweepPlanTest, SetsTheSameRowInTheBaseAndInEveryAlternative) {
  const SweepPlan plan =
      plan_of("design: lhs\nalternatives: [moving.yaml, lay/growth.yaml, moving.yaml]\n" + two_inputs);
  ASSERT_EQ(plan.arms(), 4U);
  EXPECT_EQ(plan.arm_name(0), "base");
  EXPECT_EQ(plan.arm_name(2), "growth");
  EXPECT_EQ(plan.arm_name(3), "moving_2");
  EXPECT_EQ(plan.years(), 2);
  const double discretion = plan.rows().at(1, 0);
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    const Scenario scenario = plan.scenario(1, arm);
    EXPECT_EQ(scenario.framework.discretion, discretion);
    EXPECT_EQ(scenario.calendar.years, 2);
  }
  EXPECT_TRUE(plan.scenario(1, 0).reallocations.empty()) << "the base has no such row";
  EXPECT_EQ(plan.scenario(1, 1).reallocations[0].amount, plan.rows().at(1, 1));
  EXPECT_EQ(plan.scenario(1, 2).context.voice, 2.0);
  const SweepSize size = plan.size();
  EXPECT_EQ(size.rows, 4U);
  EXPECT_EQ(size.runs, 16U);
  EXPECT_EQ(size.values_of_run, 2 * district_measures().size());
}

TEST_F(SweepPlanTest, RowsOfABlockOrTrajectoryShareLuckThatNeitherSizeNorReplicatesChange) {
  const std::string alternatives = "alternatives: [moving.yaml]\n";
  const SweepPlan sobol = plan_of("design: sobol\nsecond_order: off\nreplicates: 2\n" + alternatives + two_inputs);
  const std::size_t block = 5;  // A, three factors with the inert one, B
  ASSERT_EQ(sobol.rows().rows(), 4 * block);
  EXPECT_EQ(sobol.luck(0, 0), sobol.luck(block - 1, 0));
  EXPECT_NE(sobol.luck(0, 0), sobol.luck(block, 0));
  EXPECT_NE(sobol.luck(0, 0), sobol.luck(0, 1));
  const SweepPlan larger = plan_of("design: sobol\nsecond_order: off\nreplicates: 9\n" + alternatives + two_inputs);
  for (std::size_t row = 0; row < 4 * block; ++row) EXPECT_EQ(larger.luck(row, 1), sobol.luck(row, 1));
  const SweepPlan morris = plan_of("design: morris\n" + alternatives + two_inputs);
  EXPECT_EQ(morris.luck(0, 0), morris.luck(3, 0)) << "a trajectory of three factors has four rows";
  EXPECT_NE(morris.luck(3, 0), morris.luck(4, 0));
  const SweepPlan lhs = plan_of("design: lhs\n" + alternatives + two_inputs);
  EXPECT_NE(lhs.luck(0, 0), lhs.luck(1, 0));
  const SweepPlan common =
      plan_of("design: lhs\nluck: common\nluck_seed: 7\nother_parameters: drawn\n" + alternatives + two_inputs);
  EXPECT_EQ(common.luck(0, 3), common.luck(2, 3));
  EXPECT_EQ(common.seed(), 7U);
  EXPECT_TRUE(common.parameters_drawn());
  EXPECT_FALSE(lhs.parameters_drawn());
}

TEST_F(SweepPlanTest, ARowWhoseValuesDoNotFitEachOtherIsNamedWhenItsTurnComes) {
  const SweepPlan plan = plan_of(R"(design: grid
parameters:
  support.inquiry_weeks: {levels: [2, 8]}
  calendar.assessment_interval: {levels: [6, 12]}
)");
  EXPECT_NO_THROW(static_cast<void>(plan.scenario(0, 0)));
  EXPECT_THROW(static_cast<void>(plan.scenario(2, 0)), Failure) << "8 weeks of inquiry every 6 weeks";
  EXPECT_NO_THROW(static_cast<void>(plan.scenario(3, 0)));
}

TEST_F(SweepPlanTest, ADesignWithoutABaseIsNoSweep) {
  const auto path = write("d.yaml", "schema: 1\ndesign: lhs\nparameters: {anything: {low: 0, high: 1}}\n");
  EXPECT_NO_THROW(static_cast<void>(read_experiment_design(path)));
  EXPECT_THROW(SweepPlan{path}, Failure);
}

TEST_F(SweepPlanTest, HeadlinesAreNamedByMeasureYearAndAlternativeWhereTheyHaveTo) {
  const auto columns_of = [](const SweepPlan& plan) {
    std::vector<std::string> columns;
    for (const SweepHeadline& headline : sweep_headlines(plan)) columns.push_back(headline.column);
    return columns;
  };
  const std::string measures =
      "measures: [practice, {measure: achievement, group: low_income, year: 1}, {measure: strain, year: 2}]\n";
  EXPECT_THAT(columns_of(plan_of("design: lhs\nalternatives: [moving.yaml]\n" + measures + two_inputs)),
              ElementsAre("practice", "achievement_low_income.year1", "strain"));
  EXPECT_THAT(
      columns_of(plan_of(
          "design: lhs\nalternatives: [moving.yaml, lay/growth.yaml]\nmeasures: [{measure: practice, year: 1}]\n" +
          two_inputs)),
      ElementsAre("practice.year1.moving", "practice.year1.growth"));
  const SweepPlan usual = plan_of("design: lhs\nparameters: {framework.discretion: {low: 0, high: 1}}\n");
  EXPECT_EQ(columns_of(usual).size(), usual_headlines().size());
}

TEST(SweepMeasures, AreMeansOverReplicatesAndDifferencesOfRunsWithTheSameLuck) {
  const std::size_t all = district_measures().size();
  const double none = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::vector<double>> runs(4, std::vector<double>(2 * all, 0.0));  // 2 arms of 2 replicates, 2 years
  const std::size_t place = place_in_run(3, 2);
  EXPECT_EQ(place, all + 3);
  runs[0][place] = 1.0;
  runs[1][place] = 3.0;
  runs[2][place] = 1.5;
  runs[3][place] = 7.0;
  const auto values_of = [&](std::size_t arm) {
    std::vector<std::span<const double>> spans(runs.begin(), runs.end());
    return row_headlines({{3, 2, arm, ""}}, 2, spans).front();
  };
  EXPECT_EQ(values_of(0), 2.0);
  EXPECT_EQ(values_of(1), (0.5 + 4.0) / 2.0);
  runs[1][place] = none;
  EXPECT_EQ(values_of(0), 1.0);
  EXPECT_EQ(values_of(1), 0.5) << "a pair without a value does not count";
  runs[0][place] = none;
  EXPECT_TRUE(std::isnan(values_of(1)));
}

}  // namespace
}  // namespace districtsim
