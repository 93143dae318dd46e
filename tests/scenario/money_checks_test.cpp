#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/scenario/deflators.hpp"
#include "sim/scenario/load_scenario.hpp"
#include "sim/scenario/select_schools.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class MoneyChecks : public ScenarioFolder {};

TEST_F(MoneyChecks, AnEventHasOneChange) {
  EXPECT_THAT(errors_of("events:\n  - {year: 1}\n"), ElementsAre(HasSubstr("s.yaml:4:5: events.0 changes nothing")));
  EXPECT_THAT(errors_of("events:\n  - {year: 1, revenue_change: 0.1, enrolment_change: 0.1}\n"),
              ElementsAre(HasSubstr("events.0 has 2 changes (enrolment_change, revenue_change)")));
}

TEST_F(MoneyChecks, ALapseNamesAFund) {
  const std::string funds = "context: {funds: [{name: Title I, dollars: 1000}]}\n";
  EXPECT_THAT(errors_of(funds + "events: [{year: 1, fund_lapse: Title 1}]\n"),
              ElementsAre(HasSubstr("is Title 1, which is no fund of context.funds; did you mean Title I?")));
  EXPECT_TRUE(errors_of(funds + "events: [{year: 1, fund_lapse: Title I}]\n").empty());
  EXPECT_THAT(errors_of("events: [{year: 1, fund_lapse: Title I}]\n"), ElementsAre(HasSubstr("(there is none)")));
}

TEST_F(MoneyChecks, RevenueStaysAboveThreeTenths) {
  EXPECT_THAT(errors_of("events:\n  - {year: 1, revenue_change: -0.5}\n  - {year: 2, revenue_change: -0.45}\n"),
              ElementsAre(HasSubstr("s.yaml:5:5: events.1 leaves 0.275 of the start's revenue in year 2")));
  EXPECT_TRUE(errors_of("events:\n  - {year: 1, revenue_change: -0.5}\n  - {year: 2, revenue_change: -0.4}\n").empty());
}

TEST_F(MoneyChecks, ARunCutShortOnTheCommandLineEndsBeforeLaterMovesAndEvents) {
  const auto path = write_scenario(
      "s.yaml",
      "calendar: {years: 6}\nreallocations:\n"
      "  - {what: dollars, amount: 1000, year: 2, years: 4, from: {need: lowest_half}, to: {need: highest_half}}\n"
      "  - {what: dollars, amount: 1000, year: 6, from: {need: lowest_half}, to: {need: highest_half}}\n"
      "events:\n  - {year: 5, revenue_change: 0.1}\n");
  EXPECT_TRUE(errors(path).empty());
  EXPECT_TRUE(errors(path, {{"calendar.years", "3"}}).empty());
}

TEST_F(MoneyChecks, FundsHaveMoneyANameOfTheirOwnAndABeginning) {
  EXPECT_THAT(
      errors_of("context:\n  funds:\n    - {name: A, dollars: 1}\n    - {name: A, dollars: 1}\n    - {name: B}\n"
                "    - {name: general, dollars: 1}\n    - {name: C, dollars: 1, adds: off, first_year: 2}\n"),
      ElementsAre(HasSubstr("another fund's name"), HasSubstr("has no money"), HasSubstr("without strings"),
                  HasSubstr("must be 1 with adds: off")));
}

TEST_F(MoneyChecks, ANetworkIsADirectorsCaseload) {
  const std::string start = "schema: 1\ndistrict: {synthetic: {schools: 10, teachers: 400}}\n";
  const auto of_network = [&](int number) {
    return start + "framework: {schools_per_director: 3}\ncontext: {funds: [{name: A, dollars: 1, schools: {network: " +
           std::to_string(number) + "}}]}\n";
  };
  const Scenario scenario = load_scenario(write("s.yaml", of_network(2)));
  EXPECT_THAT(matching_schools(scenario.district, *scenario.context.funds[0].schools), ElementsAre(3, 4, 5));
  EXPECT_THAT(errors(write("t.yaml", of_network(4))), ElementsAre(HasSubstr("selects no school of")));
  EXPECT_THAT(errors(write("t.yaml", of_network(4))),
              ElementsAre(HasSubstr("there is no network 4, the district has 3 (framework.schools_per_director)")));
}

TEST(Deflators, ParametersInDollarsTakeThePricesOfTheYear) {
  EXPECT_DOUBLE_EQ(price_level(2025), 1.0);
  EXPECT_NEAR(price_level(2009), 0.666, 0.001);
  Parameters now = default_parameters();
  const Parameters before = now;
  convert_dollars(2009, {"prices.new_post"}, now);
  EXPECT_DOUBLE_EQ(now.prices.teacher_salary, before.prices.teacher_salary * price_level(2009));
  EXPECT_DOUBLE_EQ(now.prices.school_dollars, before.prices.school_dollars * price_level(2009)) << "$ per student";
  EXPECT_EQ(now.prices.new_post, before.prices.new_post) << "the scenario writes it in its own dollars";
  EXPECT_EQ(now.prices.coach, before.prices.coach) << "a ratio";
}

}  // namespace
}  // namespace districtsim
