#include <gtest/gtest.h>

#include "sim/phases/summer_phases.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario with_partner(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.calendar.warm_up_years = 1;
  scenario.parameters.uptake.base = uptake_base;
  scenario.support.partner = PartnerPlan{1.0, Dimension::evidence, 2, 1};
  return scenario;
}

void partner_week_of(SmallWorld& world, int year, int week) {
  District& d = world.district;
  engage_partner(world.conditions, week_at(world.scenario.calendar, year, week), d.norm_practice, d.schools, d.teachers,
                 d.support, d.journal);
}

TEST(EngagePartner, WorksOnItsDimensionWithEverybody) {
  SmallWorld world(with_partner(80.0));
  const Teachers before = world.district.teachers;
  partner_week_of(world, 2, 3);  // year 2 after one of warm-up, a network week
  double gained = 0.0;
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_EQ(before.minutes_free[row] - world.district.teachers.minutes_free[row], 60);
    gained += static_cast<double>(world.district.teachers.supported[2][row] - before.supported[2][row]);
  }
  EXPECT_GT(gained, 0.0);
  for (const std::size_t d : {0U, 1U, 3U}) EXPECT_EQ(world.district.teachers.supported[d], before.supported[d]);
}

TEST(EngagePartner, OnlyInTheYearsItIsPaidAndInNetworkWeeks) {
  SmallWorld world(with_partner(80.0));
  const Teachers before = world.district.teachers;
  partner_week_of(world, 1, 3);
  partner_week_of(world, 3, 3);
  partner_week_of(world, 2, 2);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
}

TEST(EngagePartner, ItsPriceComesFromTheReserveWhileItIsPaid) {
  SmallWorld world(with_partner(0.0));
  Ledger& ledger = world.district.ledger;
  const Cents usual = ledger.other_services;
  (void)allocate(world.conditions, world.year(1), world.district);
  EXPECT_EQ(ledger.other_services, usual);
  const Cents reserve = ledger.reserve;
  (void)allocate(world.conditions, world.year(2), world.district);
  const double meetings = 9.0;  // 36 weeks, every fourth
  const auto price = world.conditions.parameters.partner.price_per_hour;
  const Cents cost = from_dollars(static_cast<double>(world.district.teachers.size()) * meetings * price);
  EXPECT_EQ(ledger.other_services, usual + cost);
  EXPECT_EQ(ledger.reserve, reserve - cost);
  (void)allocate(world.conditions, world.year(3), world.district);
  EXPECT_EQ(ledger.other_services, usual);
}

TEST(EngagePartner, SwitchedOffItNeitherWorksNorCosts) {
  Scenario scenario = with_partner(80.0);
  scenario.mechanisms.turn(Mechanism::partners, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  partner_week_of(world, 2, 3);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
  EXPECT_FALSE(partner_paid(world.conditions, 2));
}

}  // namespace
}  // namespace districtsim
