#include "sim/district/ledger_table.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "sim/core/failure.hpp"
#include "sim/district/school_money.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Fund fund_of(const std::string& name, const std::vector<Purchase>& pays) {
  Fund fund;
  fund.name = name;
  fund.pays = pays;
  return fund;
}

SchoolLines lines(Cents principal, Cents teacher, Cents coach) {
  SchoolLines costs{};
  costs[static_cast<std::size_t>(LedgerLine::principal)] = principal;
  costs[static_cast<std::size_t>(LedgerLine::teacher)] = teacher;
  costs[static_cast<std::size_t>(LedgerLine::coach)] = coach;
  return costs;
}

Cents of(const SchoolSpending& spending, std::size_t fund, LedgerLine line) {
  return spending.paid[fund][static_cast<std::size_t>(line)];
}

TEST(SpendFunds, StringsComeFirstTheNarrowestBeforeOthersAndGeneralMoneyPaysTheRest) {
  const std::vector<Fund> funds = {fund_of("wide", {Purchase::coach, Purchase::teacher}),
                                   fund_of("narrow", {Purchase::coach})};
  const SchoolSpending spending = spend(funds, lines(100, 500, 80), {400, {120, 90}, {0, 0}});
  EXPECT_EQ(of(spending, 2, LedgerLine::coach), 80);
  EXPECT_EQ(of(spending, 2, LedgerLine::unspent_restricted), 10) << "no coach is left to pay";
  EXPECT_EQ(of(spending, 1, LedgerLine::teacher), 120);
  EXPECT_EQ(of(spending, 0, LedgerLine::teacher), 380);
  EXPECT_EQ(of(spending, 0, LedgerLine::principal), 20);
  EXPECT_EQ(spending.missing, 80) << "of the principal";
}

TEST(SpendFunds, MoneyWithoutStringsAndForMaterialsLeavesNothingUnspent) {
  const std::vector<Fund> funds = {fund_of("books", {Purchase::materials}), fund_of("free", {})};
  const SchoolSpending spending = spend(funds, lines(100, 500, 0), {400, {30, 0}, {0, 250}});
  EXPECT_EQ(spending.missing, 0);
  EXPECT_EQ(of(spending, 1, LedgerLine::materials), 30);
  EXPECT_EQ(of(spending, 2, LedgerLine::teacher), 250);
  EXPECT_EQ(spending.total(LedgerLine::materials), 80);  // 680 in all, less 600 of posts
  EXPECT_EQ(spending.total(LedgerLine::unspent_restricted), 0);
}

TEST(SpendFunds, FlexibilityLiftsItsShareOfThisYearsStringsAlone) {
  EXPECT_EQ(restricted_part(fund_of("f", {Purchase::coach}), 0.25, 1000, 200), 950);
  EXPECT_EQ(restricted_part(fund_of("f", {}), 0.25, 1000, 200), 0);
}

Scenario with_fund(const Fund& fund) {
  Scenario scenario = small_scenario(8, 300);
  scenario.framework.discretion = 0.0;
  scenario.framework.low_income_weight = 0.0;
  scenario.context.funds = {fund};
  return scenario;
}

/// Money of the table on a line, by fund (0: general).
Cents table_total(const LedgerTable& table, LedgerLine line, std::size_t fund) {
  Cents sum = 0;
  for (std::size_t place = 0; place < table.places; ++place) sum += table.dollars[table.at(place, line, fund)];
  return sum;
}

TEST(LedgerTable, SumsToRevenueAndPaysEveryPost) {
  Fund fund = fund_of("Title I", {Purchase::teacher, Purchase::coach});
  fund.dollars_per_low_income_student = 250.0;
  SmallWorld world(with_fund(fund));
  const PostPlan plan = allocate(world.conditions, world.year(1), world.district);
  restaff(world.conditions, world.year(1), plan, world.district);
  const LedgerTable table = ledger_table(world.conditions, world.district);
  EXPECT_NO_THROW(check_ledger_table(world.district, table));
  int low_income = 0;
  for (const SchoolProfile& school : world.scenario.district.schools) low_income += school.low_income_students();
  Cents of_fund = 0;
  for (std::size_t line = 0; line < ledger_line_count; ++line) {
    of_fund += table_total(table, static_cast<LedgerLine>(line), 1);
  }
  EXPECT_EQ(of_fund, 25000LL * low_income);
  EXPECT_EQ(world.district.ledger.revenue, world.district.ledger.revenue_at_start + of_fund);
  ++world.district.ledger.revenue;
  EXPECT_ANY_THROW(check_ledger_table(world.district, table)) << "a cent that no line has";
}

TEST(LedgerTable, WhatCannotBeSpentIsCarriedOverWhileTheFundLives) {
  Fund fund = fund_of("Extended day", {Purchase::extended_time});
  fund.dollars = 80000.0;
  fund.years = 2;
  SmallWorld world(with_fund(fund));
  const auto total = [&](int year) {
    static_cast<void>(allocate(world.conditions, world.year(year), world.district));
    return table_total(ledger_table(world.conditions, world.district), LedgerLine::unspent_restricted, 1);
  };
  EXPECT_EQ(total(1), 8000000);
  EXPECT_EQ(total(2), 16000000) << "this year's and last year's";
  EXPECT_EQ(total(3), 0) << "the fund is over, what is left of it lapses";
  EXPECT_EQ(world.district.ledger.revenue, world.district.ledger.revenue_at_start);
}

TEST(LedgerTable, AFundThatPaysWhatSchoolsHaveLeavesAHoleWhenItEnds) {
  Fund fund = fund_of("Federal grant", {Purchase::teacher});
  fund.dollars = 1e6;
  fund.adds = false;
  fund.years = 2;
  SmallWorld world(with_fund(fund));
  const Cents start = world.district.ledger.revenue_at_start;
  const auto posts = [&](int year) {
    const PostPlan plan = allocate(world.conditions, world.year(year), world.district);
    return std::accumulate(plan.teachers.begin(), plan.teachers.end(), 0);
  };
  const int before = posts(2);
  EXPECT_EQ(world.district.ledger.revenue, start) << "it is a part of what schools have";
  EXPECT_EQ(before, 300);
  EXPECT_LT(posts(3), before);
  EXPECT_EQ(world.district.ledger.revenue, start - 100000000);
}

TEST(LedgerTable, AFundThatPaysForWhatIsNotThereIsRefused) {
  Fund fund = fund_of("Intervention", {Purchase::intervention_teacher});
  fund.dollars = 1e6;
  fund.adds = false;
  try {
    const SmallWorld world(with_fund(fund));
    FAIL() << "nobody teaches intervention at the start";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    EXPECT_NE(std::string(failure.what()).find("Intervention"), std::string::npos);
  }
}

TEST(LedgerTable, AGrantForCoachesOpensThemAndItsLapseClosesThem) {
  Fund fund = fund_of("Coach grant", {Purchase::coach});
  fund.dollars = 4e6;
  Scenario scenario = with_fund(fund);
  scenario.framework.teachers_per_coach = 1e6;
  Event lapse;
  lapse.kind = Event::Kind::fund_lapse;
  lapse.year = 2;
  lapse.fund = "Coach grant";
  scenario.events = {lapse};
  SmallWorld world(scenario);
  const auto coaches = [&](int year) {
    const PostPlan plan = allocate(world.conditions, world.year(year), world.district);
    restaff(world.conditions, world.year(year), plan, world.district);
    return std::accumulate(plan.coaches.begin(), plan.coaches.end(), 0);
  };
  const int opened = coaches(1);
  EXPECT_GT(opened, 20);
  EXPECT_EQ(table_total(ledger_table(world.conditions, world.district), LedgerLine::coach, 1),
            world.district.prices.coach * opened);
  EXPECT_GT(world.district.ledger.new_posts, 0);
  EXPECT_LT(coaches(2), opened);
}

TEST(LedgerTable, TitleOneSchoolsWithFewerPostsAndDollarsAreNotComparable) {
  std::vector<SchoolProfile> schools = {hand_made_school(1, SchoolLevel::elementary, 1, 6, 50, 0.9, 15),
                                        hand_made_school(2, SchoolLevel::elementary, 1, 6, 50, 0.1, 20)};
  schools[0].title_one = true;
  SmallWorld world(scenario_of(schools));
  EXPECT_EQ(not_comparable_schools(world.conditions, world.district, ledger_table(world.conditions, world.district)),
            1);
  world.scenario.context.comparability_ratio = 1.4;  // 300/15 students to a post are 1.33 times 300/20
  EXPECT_EQ(not_comparable_schools(world.conditions, world.district, ledger_table(world.conditions, world.district)),
            0);
}

}  // namespace
}  // namespace districtsim
